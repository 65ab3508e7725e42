import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { aCalendar, aCitizen } from '#builders/dossiers';
import type { DossierState } from '#capabilities/dossiers';
import { actRules, type Intent, type Stage, stages, whyNot } from '#capabilities/dossiers';
import type { UnitId } from '#kernel/ids';
import { sentenceOf, sentences } from './sentences.ts';

const citizenIntents = (Object.keys(actRules) as Intent[]).filter(
  (intent) => actRules[intent].place === 'citizen',
);
const unit = '018f0000-0000-7000-9000-000000000001' as UnitId;
const bare = (stage: Stage): DossierState => ({
  stage,
  channel: 'online',
  receiver: unit,
  competent: unit,
  holder: unit,
  seenBy: [unit],
  identityPending: false,
  delivery: 'counter',
  submittedAt: 0,
  answerBy: 0,
  stepsDone: [],
  waits: [],
  supplementCount: 0,
  fees: [],
  opinions: [],
  custody: [],
  seq: 1,
});

test('every reason why a citizen may not act has a sentence', () => {
  const met = new Set<string>();
  const states = stages.flatMap((stage): DossierState[] => [
    bare(stage),
    {
      ...bare(stage),
      supplement: {
        papers: [],
        reason: '',
        askedAt: 0,
        until: '2026-11-30' as never,
        beforeAcceptance: false,
        sentAt: 1,
      },
    },
    {
      ...bare(stage),
      result: {
        outcome: 'granted',
        title: '',
        kind: '',
        content: {},
        drafter: '',
        drafterName: '',
        approved: { by: '', name: '', at: 0 },
      },
    },
  ]);
  for (const intent of citizenIntents)
    for (const state of states)
      for (const actor of [aCitizen(), { kind: 'public' } as const]) {
        const reason = whyNot(state, intent, { actor, now: 0, step: undefined });
        if (reason) met.add(reason);
      }
  assert.ok(met.size >= 4, [...met].join());
  for (const code of met) assert.ok(code in sentences, `${code} has no sentence`);
  assert.ok(aCalendar);
});

test('codes that pages of the portal name themselves have sentences', () => {
  for (const file of [
    'look-up/look-up.page.ts',
    'dossier/supplement.page.ts',
    'dossier/draft.page.ts',
    'dossier/supplement.view.ts',
  ])
    for (const [, code = ''] of readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(
      /code: '([a-z.-]+)'/g,
    ))
      assert.ok(code in sentences, `${file}: ${code}`);
});

/** Syllables, the measure of Vietnamese: written apart. */
const syllables = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

test('sentences are short, in both languages, and never speak of the machine', () => {
  for (const [code, make] of Object.entries(sentences)) {
    const words = make({ minutes: 10, most: 10, megabytes: 10, paper: 'giấy chứng sinh' });
    assert.ok(words.en, `${code} in English`);
    assert.ok(syllables(words.vi) <= 20, `${code}: ${words.vi}`);
    assert.doesNotMatch(words.vi, /không hợp lệ|undefined|lỗi \d/i, code);
  }
  assert.match(sentenceOf({ code: 'file.something-new' }, 'vi'), /tệp/);
  assert.match(sentenceOf({ code: 'never-heard' }, 'en'), /try again/i);
});
