import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { hasSentence, sentenceFor } from './sentences.ts';

const room = new URL('../../capabilities/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, room), 'utf8');

/** Codes as the rules write them: `when('…'`, `no('…'`, messages of input schemas, `code: '…'`. */
function codesIn(path: string, shapes: readonly RegExp[]): string[] {
  const text = read(path);
  return shapes.flatMap((shape) =>
    [...text.matchAll(shape)].flatMap((found) => found.slice(1).filter((code) => code !== undefined)),
  );
}
const word = "'([a-z]+(?:-[a-z]+)+|input)'";
const sources: Record<string, readonly RegExp[]> = {
  '../platform/files/kinds.ts': [/'(file\.[a-z-]+)'/g],
  'dossiers/rules/possible.ts': [new RegExp(`when\\(\\s*${word}`, 'g'), new RegExp(`return ${word}`, 'g')],
  'dossiers/rules/decide.ts': [new RegExp(`no\\(${word}`, 'g')],
  'dossiers/rules/plan/decide-plan.ts': [new RegExp(`code: ${word}`, 'g')],
  'dossiers/rules/inputs.ts': [
    new RegExp(`words\\(${word}`, 'g'),
    new RegExp(`(?:min|max|int|positive|regex)\\([^)]*?${word}`, 'g'),
  ],
  'dossiers/commands/act-on-dossier.ts': [new RegExp(`code: (?:[^']*\\?\\? )?${word}`, 'g')],
  'signing/rounds.ts': [
    new RegExp(`code: ${word}`, 'g'),
    new RegExp(`refuse\\([^)]*?${word}(?: : ${word})?`, 'g'),
    new RegExp(`=> \\(?(?:full \\? )?${word}(?: : ${word})?`, 'g'),
  ],
  'dossiers/rules/scans.ts': [new RegExp(`code: ${word}`, 'g')],
  'papers/scan.ts': [new RegExp(`code: ${word}`, 'g')],
  '../surfaces/office/signing/sign-scans.ts': [new RegExp(`code: ${word}`, 'g')],
  'payments/rules/counter.ts': [new RegExp(`code: ${word}`, 'g')],
  'dossiers/commands/talk.ts': [new RegExp(`code: ${word}`, 'g')],
  'results/change-state.ts': [
    new RegExp(`(?:uuid|min|max)\\([^)]*?${word}`, 'g'),
    new RegExp(`code: ${word}`, 'g'),
  ],
  '../surfaces/office/results/end-result.page.ts': [new RegExp(`code: ${word}`, 'g')],
  'identity/commands/delegate.ts': [new RegExp(`code: (?:[^']*\\? )?${word}(?: : ${word})?`, 'g')],
};

for (const [path, shapes] of Object.entries(sources)) {
  test(`every code of ${path} has a sentence`, () => {
    const codes = [...new Set(codesIn(path, shapes))];
    assert.ok(codes.length > 1, `the shapes find codes in ${path}`);
    assert.deepEqual(
      codes.filter((code) => !hasSentence(code)),
      [],
    );
  });
}

test('errors are short, end with a full stop and never show their code', () => {
  for (const code of Object.entries(sources).flatMap((source) => codesIn(...source))) {
    for (const locale of ['vi', 'en'] as const) {
      const sentence = sentenceFor({ code }, locale);
      assert.match(sentence, /\.$/, code);
      assert.ok(!sentence.includes(code), code);
      assert.ok(sentence.split(' ').length <= 20, `${code}: ${sentence}`);
    }
  }
});

test('a sentence names what it speaks of', () => {
  const step = { name: { vi: 'Lãnh đạo ký duyệt' }, role: 'unit-leader' as const };
  assert.equal(
    sentenceFor({ code: 'step-of-another-role' }, 'vi', { step }),
    'Bước này do lãnh đạo đơn vị làm.',
  );
  assert.equal(
    sentenceFor({ code: 'date-not-later', details: { until: '2026-11-25' } }, 'vi'),
    'Ngày hẹn mới phải sau ngày 25/11/2026.',
  );
  assert.match(sentenceFor({ code: 'Invalid input: expected string' }, 'vi'), /xem lại biểu mẫu/);
});
