import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildIndex, type SearchEntry, search } from './index.ts';
import { editDistance, toneKey, withoutTelex } from './words.ts';

const entry = (code: string, name: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
  code,
  name,
  field: 'Hộ tịch',
  agency: '',
  levels: ['commune'],
  subjects: ['Công dân Việt Nam'],
  lifeEvents: [],
  live: false,
  essential: false,
  nameless: false,
  ...more,
});
const index = buildIndex(
  [
    entry('1.000001', 'Đăng ký khai sinh', { lifeEvents: ['co-con'] }),
    entry('1.000002', 'Đăng ký khai tử'),
    entry('1.000003', 'Cấp giấy phép xây dựng', { field: 'Xây dựng', levels: ['province'] }),
    entry('1.000004', 'Hòa giải ở cơ sở', { agency: 'Sở Tư pháp' }),
  ],
  {
    filler: ['tôi muốn'],
    entries: [{ say: ['sinh em bé'], means: 'đăng ký khai sinh', codes: ['1.000001'] }],
  },
);
const codes = (...question: Parameters<typeof search> extends [unknown, ...infer Rest] ? Rest : never) =>
  search(index, ...question).hits.map((hit) => hit.entry.code);

test('filters narrow, an empty query lists, paging walks through in one order', () => {
  assert.deepEqual(codes('', { field: 'Xây dựng' }), ['1.000003']);
  assert.deepEqual(codes('', { level: 'province' }), ['1.000003']);
  assert.deepEqual(codes('', { lifeEvent: 'co-con' }), ['1.000001']);
  assert.deepEqual(codes('', { agency: 'Sở Tư pháp' }), ['1.000004']);
  assert.deepEqual(codes('', { subject: 'Doanh nghiệp' }), []);
  assert.deepEqual(codes('khai sinh', { level: 'province' }), []);
  assert.equal(search(index, '', {}, { size: 1 }).total, 4);
  const walked = [0, 1, 2, 3].flatMap((from) => codes('', {}, { from, size: 1 }));
  assert.deepEqual(walked, codes(''));
});

test('old and new tone placement, everyday words and filler', () => {
  assert.deepEqual(codes('hoà giải'), ['1.000004']);
  assert.deepEqual(codes('tôi muốn sinh em bé')[0], '1.000001');
});

test('live procedures come first among equals', () => {
  const two = buildIndex([entry('1.000001', 'Đăng ký xe'), entry('1.000002', 'Đăng ký xe', { live: true })]);
  assert.equal(search(two, 'dang ky xe').hits[0]?.entry.code, '1.000002');
});

test('edit distance counts inserts, deletes, changes and swaps, and stops at its limit', () => {
  assert.equal(editDistance('sinh', 'sinh', 2), 0);
  assert.equal(editDistance('sihn', 'sinh', 2), 1);
  assert.equal(editDistance('sin', 'sinh', 2), 1);
  assert.equal(editDistance('xinh', 'sinh', 2), 1);
  assert.equal(editDistance('khai', 'sinh', 1), 2);
  assert.equal(withoutTelex('ddawng'), 'dang');
  assert.equal(toneKey('hòa'), toneKey('hoà'));
  assert.notEqual(toneKey('hòa'), toneKey('hóa'));
});

test('any text may be asked; every answer exists and the total never lies', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
      const answer = search(index, query, {}, { size: 100 });
      assert.equal(answer.hits.length, answer.total);
    }),
  );
});
