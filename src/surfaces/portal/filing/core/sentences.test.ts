import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { hasSentence, sentenceFor } from './sentences.ts';

const source = (path: string): string =>
  readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

/** Codes of refusals as they stand in the commands that filing calls. */
const codesIn = (text: string): readonly string[] =>
  [...text.matchAll(/code: '([a-z][a-z.-]+)'/g)].map(([, code = '']) => code);

const filesFolder = new URL('../../../../platform/files/', import.meta.url);
const ofFiles = readdirSync(filesFolder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .flatMap((name) => [...readFileSync(new URL(name, filesFolder), 'utf8').matchAll(/'(file\.[a-z-]+)'/g)])
  .map(([, code = '']) => code);
const codes = new Set([
  ...codesIn(source('capabilities/dossiers/commands/drafts.ts')),
  ...codesIn(source('capabilities/dossiers/commands/submit-dossier.ts')),
  ...['declare', 'invite', 'sign', 'submitted'].flatMap((name) =>
    codesIn(source(`capabilities/declarations/${name}.ts`)),
  ),
  ...codesIn(source('capabilities/signing/remote.ts')),
  ...['expired', 'not-yet', 'revoked', 'wrong-person', 'untrusted', 'usage', 'odd'].map(
    (why) => `certificate-${why}`,
  ),
  'revocation-unknown',
  ...codesIn(source('integrations/remote-signing/refusals.ts')),
  ...ofFiles,
  'file.none',
]);

test('every refusal that filing can meet has a sentence in both languages', () => {
  assert.ok(codes.size >= 15, [...codes].join(' '));
  for (const code of codes) {
    assert.ok(hasSentence(code), code);
    const { vi, en } = sentenceFor({ code, details: { most: 60, papers: 2, code: 'H01.1-261125-0001' } });
    for (const text of [vi, en ?? '']) {
      assert.ok(text.length > 10, code);
      assert.doesNotMatch(text, /undefined|không hợp lệ|invalid/i, code);
      for (const sentence of text.split(/(?<=[.;])\s/))
        assert.ok(sentence.split(/\s+/).length <= 20, sentence);
    }
  }
});

test('a code without a sentence is an error of ours, and is not shown', () => {
  assert.throws(() => sentenceFor({ code: 'no-such-code' }));
});
