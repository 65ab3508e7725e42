import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readInstant } from './instant.ts';

test('instants are read alike at every offset, with and without parts of a second', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 }), (ms) => {
      const text = new Date(ms).toISOString().replace('T', ' ').replace('Z', '');
      assert.equal(readInstant(`${text}+00`), ms);
      // PostgreSQL leaves out what is nought.
      assert.equal(readInstant(`${text.replace(/\.?0+$/, '')}+00`), ms);
      assert.equal(readInstant(`${text}456+00`), ms);
      const hanoi = new Date(ms + 7 * 3_600_000).toISOString().replace('T', ' ').replace('Z', '');
      assert.equal(readInstant(`${hanoi}+07`), ms);
    }),
  );
  assert.equal(readInstant('2026-11-22 07:23:31+05:30'), Date.UTC(2026, 10, 22, 1, 53, 31));
  assert.ok(Number.isNaN(readInstant('infinity')));
});
