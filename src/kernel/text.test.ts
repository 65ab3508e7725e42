import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanText, comparePersonNames, compareText, foldText, inLocale } from './text.ts';

/** Onsets × rhymes whose tone mark stands in two places in old and new spelling, in all five tones. */
const rhymes = [
  ['òa', 'oà'],
  ['óa', 'oá'],
  ['ỏa', 'oả'],
  ['õa', 'oã'],
  ['ọa', 'oạ'],
  ['òe', 'oè'],
  ['óe', 'oé'],
  ['ỏe', 'oẻ'],
  ['õe', 'oẽ'],
  ['ọe', 'oẹ'],
  ['ùy', 'uỳ'],
  ['úy', 'uý'],
  ['ủy', 'uỷ'],
  ['ũy', 'uỹ'],
  ['ụy', 'uỵ'],
] as const;
const onsets = ['h', 'x', 't', 'th', 'kh', 'l', 'ng', 'đ', 'Đ', 'ch', 'tr', 'nh', 's', 'd', 'H', 'Th', 'Kh'];
const spaces = [' ', '  ', '\u00a0', '\u2009 ', '\t', '\u3000'];

const corpus = onsets.flatMap((onset) =>
  rhymes.flatMap(([before, after], at) =>
    ['NFC', 'NFD'].flatMap((form) =>
      spaces.slice(0, 2 + (at % 3)).map((space) => ({
        one: `${onset}${before} bình`.normalize('NFC'),
        other: `${onset}${after}${space}bình`.normalize(form),
      })),
    ),
  ),
);

test(`${corpus.length} pairs of spellings meet when folded and are stored NFC with single spaces`, () => {
  assert.ok(corpus.length >= 1000);
  for (const { one, other } of corpus) {
    assert.equal(foldText(one), foldText(other), other);
    const stored = cleanText(other);
    assert.equal(stored, stored.normalize('NFC'));
    assert.doesNotMatch(stored, /[^\S ]| {2}/u);
    // Spelling itself is kept as the register wrote it: only the form of its letters changes.
    assert.equal(stored.normalize('NFD').replace(/\s/gu, ''), other.normalize('NFD').replace(/\s/gu, ''));
  }
});

test('đ and d, capitals and punctuation fold', () => {
  assert.equal(foldText('Phi địa giới'), 'phi dia gioi');
  assert.equal(foldText('ĐẤT ĐAI, nhà-ở'), 'dat dai nha o');
  assert.equal(foldText('1.001193'), '1.001193');
  assert.equal(foldText('Ủy ban / Uỷ ban'), 'uy ban uy ban');
});

test('cleaning drops invisible and direction marks, keeps line breaks, and is idempotent', () => {
  assert.equal(cleanText('  Nguyễn\u00a0\u00a0Văn\u200b A\u202e '), 'Nguyễn Văn A');
  assert.equal(cleanText('một\nhai'), 'một\nhai');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) =>
      assert.equal(cleanText(cleanText(text)), cleanText(text)),
    ),
  );
});

test('folding is the same for every Unicode form', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aàảãáạăằẵâầẩđĐêếôốơớưữýỳ ngh') });
  fc.assert(
    fc.property(letters, (text) =>
      assert.equal(foldText(text.normalize('NFD')), foldText(text.normalize('NFC'))),
    ),
  );
});

test('Vietnamese order: names of persons by given name', () => {
  const names = ['Trần Văn Đức', 'Nguyễn Thị An', 'Lê Văn Dũng', 'Bùi Văn An'];
  assert.deepEqual([...names].sort(comparePersonNames), [
    'Bùi Văn An',
    'Nguyễn Thị An',
    'Lê Văn Dũng',
    'Trần Văn Đức',
  ]);
  assert.ok(compareText('xã 2', 'xã 10') < 0);
});

test('a text without English is shown in Vietnamese', () => {
  assert.equal(inLocale({ vi: 'Nộp' }, 'en'), 'Nộp');
  assert.equal(inLocale({ vi: 'Nộp', en: 'Submit' }, 'en'), 'Submit');
});
