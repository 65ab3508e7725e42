import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { signatureSentences } from './signature-sentences.ts';

const platform = new URL('../../platform/', import.meta.url);
const codesIn = (path: string, shape: RegExp): readonly string[] => {
  const found = [...readFileSync(new URL(path, platform), 'utf8').matchAll(shape)].map(
    ([, code = '']) => code,
  );
  assert.ok(found.length > 0, path);
  return found;
};

test('whatever may be wrong with a signed text has a sentence in both languages', () => {
  const codes = [
    ...codesIn('xml-signatures/fault.ts', /'((?:xml|signature)-[a-z-]+)'/g),
    ...codesIn('cms/sign.ts', /code: '([a-z-]+)'/g),
    ...codesIn('cms/stamps/exchange.ts', /code: '([a-z-]+)'/g),
    ...codesIn('cms/stamps/judge-stamp.ts', /code: '([a-z-]+)'/g),
    ...codesIn('certificates/signer.ts', /code: '([a-z-]+)'/g),
  ];
  assert.ok(codes.length > 15, codes.join());
  for (const code of codes) {
    const words = signatureSentences[code]?.();
    assert.ok(words, code);
    assert.match(words.vi, /\.$/, code);
    assert.match(words.en ?? '', /\.$/, code);
  }
});
