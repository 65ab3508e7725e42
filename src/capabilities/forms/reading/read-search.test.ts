import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFewLists, aReading } from '#builders/forms';
import {
  answerInWords,
  fieldNames,
  type Page,
  type PostedFields,
  type Question,
  readPage,
  searchChoices,
} from '../index.ts';
import { messages } from './messages.ts';

const label = { vi: 'Câu hỏi', en: 'Question' };
const asking = (question: Partial<Question>): Page => ({
  id: 'trang',
  title: label,
  questions: [{ id: 'q', type: 'search-choice', label, required: true, ...question }],
});
const read = (
  question: Partial<Question>,
  fields: PostedFields,
  files?: Record<string, readonly string[]>,
) => {
  const { answers, errors } = readPage(
    asking(question),
    fields,
    {},
    { ...aReading(), ...(files ? { files } : {}) },
  );
  return { answer: answers['q'], fault: errors[0]?.message, field: errors[0]?.field };
};

test('a search finds by the beginnings of words, without tone marks, in both languages', () => {
  const search = (typed: string) =>
    searchChoices({ type: 'nationality' }, typed, aFewLists(), 'vi', 5).items.map(({ value }) => value);
  assert.ok(search('viet').includes('VN'));
  assert.deepEqual(search('VIET NAM'), ['VN']);
  assert.deepEqual(search(''), []);
  assert.deepEqual(search('khong co nuoc nay'), []);
  const { items, more } = searchChoices({ type: 'nationality' }, 'c', aFewLists(), 'vi', 3);
  assert.equal(items.length, 3);
  assert.equal(more, true);
});

test('the choice made counts; a name that means one choice counts; a newer search makes an older choice nothing', () => {
  const nations = { optionsFrom: 'nationalities' };
  assert.equal(read(nations, { q: 'VN' }).answer, 'VN');
  assert.equal(read(nations, { 'q-search': 'việt nam' }).answer, 'VN');
  assert.equal(read(nations, { q: 'VN', 'q-search': 'viet' }).answer, 'VN');
  assert.equal(read(nations, { q: 'VN', 'q-search': 'trung quoc' }).answer, 'CN');
  assert.deepEqual(read(nations, { q: 'VN', 'q-search': 'c' }).fault, messages.searchMany);
  assert.deepEqual(read(nations, { 'q-search': 'xyzxyz' }).fault, messages.searchNone);
  assert.deepEqual(read(nations, { q: 'nowhere' }).fault, messages.notOption);
  assert.equal(read(nations, {}).field, 'q-search');
});

test('an old address leads to the commune of today; where the ward was divided, somebody has to say', () => {
  const old = { type: 'old-address' } as const;
  const whole = read(old, { 'q-ward': '30316', 'q-detail': 'Khóm 3' });
  assert.deepEqual(whole.answer, {
    province: '91',
    commune: '30316',
    detail: 'Khóm 3',
    old: { province: '89', district: '884', ward: '30316' },
  });
  assert.deepEqual(read(old, { 'q-ward': '30325', 'q-detail': 'Khóm 3' }).fault, messages.wardDivided);
  const said = read(old, { 'q-search': 'vinh my', 'q-commune': '30325', 'q-detail': 'Khóm 3' });
  assert.ok(typeof said.answer === 'object');
  assert.deepEqual(
    read(old, { 'q-ward': '30325', 'q-commune': '00004', 'q-detail': 'x' }).fault,
    messages.wardDivided,
  );
  assert.equal(read(old, { 'q-detail': 'Khóm 3' }).field, 'q-search');
  assert.ok(whole.answer);
  assert.equal(
    answerInWords({ id: 'q', type: 'old-address', label }, whole.answer, 'vi', aFewLists()),
    'Khóm 3, Phường Châu Phú B, Thành phố Châu Đốc, Tỉnh An Giang (nay là: Phường Châu Đốc, Tỉnh An Giang)',
  );
});

test('a file is what lies in its slot, not what is typed; a year is four digits and obeys its rule', () => {
  const photo = { type: 'photo', document: 'anh-the', required: false } as const;
  assert.equal(read(photo, { q: 'forged' }, {}).answer, undefined);
  assert.equal(read(photo, { q: 'forged' }, { 'anh-the': ['one', 'two'] }).answer, 'two');
  assert.equal(read(photo, { q: '../x' }).answer, undefined);
  const year = { type: 'year', rule: 'not-future' } as const;
  assert.equal(read(year, { q: ' 1986 ' }).answer, '1986');
  assert.equal(read(year, { q: '2026' }).answer, '2026');
  assert.deepEqual(read(year, { q: '2027' }).fault, messages.notFuture);
  assert.deepEqual(read(year, { q: '86' }).fault, messages.dateYear);
  assert.deepEqual(fieldNames({ id: 'q', type: 'calculated', label }), []);
});
