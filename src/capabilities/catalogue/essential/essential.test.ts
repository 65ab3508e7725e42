import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { importShippedList } from '../testing/shipped-list.ts';
import { countEssential, essentialOn, essentialShape } from './essential.ts';

const shipped = essentialShape.parse(
  JSON.parse(readFileSync(new URL('../../../../samples/essential-services.json', import.meta.url), 'utf8')),
);

test('what ships names procedures of the national list, each service once, and no more than the decisions', () => {
  const known = new Set(importShippedList().procedures.map(({ code }) => code));
  const names = shipped.services.map(({ name }) => name.vi);
  assert.equal(new Set(names).size, names.length);
  for (const { codes } of shipped.services) for (const code of codes) assert.ok(known.has(code), code);
  for (const { named, known: held } of countEssential(shipped, [])) assert.ok(held <= named);
});

test('a decision entered here goes before what ships; the 25 are part of the 53', () => {
  const birth = '1.001193';
  const row = (list: 'essential-25' | 'essential-53', code: string, listed: boolean) => ({
    list,
    code,
    listed,
    from_day: '2026-06-01',
    decision: 'QĐ 1',
  });
  assert.equal(essentialOn(shipped, [], birth, '2026-01-01'), '25');
  const off = [row('essential-25', birth, false)];
  assert.equal(essentialOn(shipped, off, birth, '2026-05-31'), '25');
  assert.equal(essentialOn(shipped, off, birth, '2026-06-01'), undefined);
  assert.equal(essentialOn(shipped, [row('essential-53', '1.004746', true)], '1.004746', '2026-06-01'), '53');
  const counts = countEssential(shipped, [
    { list: '25', online: true },
    { list: '53', online: false },
  ]);
  assert.deepEqual(
    counts.map(({ procedures, online }) => [procedures, online]),
    [
      [1, 1],
      [2, 1],
    ],
  );
});
