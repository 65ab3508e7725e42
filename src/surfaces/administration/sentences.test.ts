import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hasSentence, sentenceFor } from './sentences.ts';

const rooms = new URL('../../capabilities/', import.meta.url);
const codesIn = (path: string): string[] => [
  ...new Set(
    [
      ...readFileSync(new URL(path, rooms), 'utf8').matchAll(/(?:code: |return |\? )'([a-z]+(?:-[a-z]+)+)'/g),
    ].map((found) => found[1] ?? ''),
  ),
];

for (const path of [
  'organisations/commands/add-unit.ts',
  'organisations/commands/rename-unit.ts',
  'organisations/commands/change-unit.ts',
  'organisations/commands/close-unit.ts',
  'signing/seals.ts',
  'identity/rights.ts',
  'identity/commands/add-officer.ts',
  'identity/commands/change-officer.ts',
  'identity/commands/give-post.ts',
  'identity/officials/columns.ts',
  'identity/officials/read-file.ts',
  'identity/officials/cells.ts',
  'identity/officials/contradictions.ts',
  'identity/officials/plan.ts',
  'identity/officials/take.ts',
  'identity/officials/hand-in.ts',
  'calendar/store/publish-edition.ts',
  'calendar/hours.ts',
  'catalogue/store/publish.ts',
  'catalogue/announcements/save-announcement.ts',
  'catalogue/scope/set-level.ts',
  'catalogue/mass/prepare.ts',
  'catalogue/mass/decide.ts',
  'catalogue/national/decide.ts',
  'catalogue/national/hand-in.ts',
  'catalogue/national/reading/judge-file.ts',
  'catalogue/national/reading/read-files.ts',
  'catalogue/national/reading/read-apart.ts',
  'catalogue/national/read-lists.ts',
  'catalogue/conditions/put-duty.ts',
  'catalogue/simplification/save-sheet.ts',
  'catalogue/simplification/proposals.ts',
  'catalogue/simplification/programmes.ts',
  'catalogue/drafts/review.ts',
  'catalogue/lists/change-list.ts',
  'catalogue/decentralisation/propose.ts',
  'catalogue/decentralisation/decide.ts',
])
  test(`every code of ${path} has a sentence`, () => {
    const codes = codesIn(path);
    assert.ok(codes.length > 0);
    for (const code of codes) {
      assert.ok(hasSentence(code), code);
      for (const locale of ['vi', 'en'] as const) {
        const sentence = sentenceFor({ code }, locale);
        assert.match(sentence, /\.$/);
        assert.ok(sentence.split(' ').length <= 20, sentence);
      }
    }
  });
