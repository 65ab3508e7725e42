import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hasSentence as officeHas } from '../sentences.ts';
import { hasSentence, sentenceFor } from './sentences.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const codesIn = (path: string): string[] =>
  [...read(path).matchAll(/code: '([a-z.-]+)'/g)].map((found) => found[1] ?? '');

const sources = [
  './applicant/applicant.ts',
  './papers/papers.ts',
  './sheet/faults.ts',
  '../../../capabilities/dossiers/commands/receive-at-counter.ts',
];

for (const path of sources)
  test(`every code of ${path.split('/').at(-1)} has a sentence that says how to mend`, () => {
    const codes = [...new Set(codesIn(path))];
    assert.ok(codes.length > 0, `codes are found in ${path}`);
    for (const code of codes) {
      assert.ok(hasSentence(code) || officeHas(code), code);
      for (const locale of ['vi', 'en'] as const) {
        const sentence = sentenceFor({ code, details: { paper: 'Tờ khai' } }, locale);
        assert.match(sentence, /\.$/, code);
        assert.ok(sentence.split(' ').length <= 20, sentence);
      }
    }
  });
