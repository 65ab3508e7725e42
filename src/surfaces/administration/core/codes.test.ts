import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codesIn } from './codes.ts';

test('codes come out however they were pasted, each once', () => {
  assert.deepEqual(codesIn('1.001193, 2.000815;\n1.001193\t3.000333'), {
    codes: ['1.001193', '2.000815', '3.000333'],
    strange: [],
  });
  assert.deepEqual(codesIn('1.00119 khai sinh').strange, ['1.00119', 'khai', 'sinh']);
});

test('nothing that was typed is lost: it is a code, or it is named', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { codes, strange } = codesIn(text);
      for (const word of text.split(/[\s,;]+/u).filter(Boolean))
        assert.ok(codes.includes(word) || strange.includes(word));
    }),
  );
});
