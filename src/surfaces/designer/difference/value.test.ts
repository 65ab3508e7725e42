import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueInWords } from './value.ts';

test('values of a difference are read as people say them', () => {
  assert.equal(valueInWords(12_000, 'vi', 'amount'), '12.000 đồng');
  assert.equal(valueInWords(12_000, 'vi', 'max'), '12000');
  assert.equal(valueInWords({ value: 3, unit: 'working_day' }, 'vi', 'budget'), '3 ngày làm việc');
  assert.equal(valueInWords(200_000, 'vi', 'cap'), '200.000 đồng');
  assert.equal(
    valueInWords([{ nth: 3, amount: 1000 }], 'vi', 'tiers'),
    'từ đơn vị thứ: 3, mức thu: 1.000 đồng',
  );
  assert.equal(
    valueInWords({ channels: ['online', 'post'], percent: 50, basis: 'Thông tư 64' }, 'en', 'reduction'),
    'when filed: online; by post, percent: 50, ground: Thông tư 64',
  );
  assert.equal(valueInWords('appraisal', 'vi', 'purpose'), 'thẩm định');
  assert.equal(valueInWords('specialist', 'vi', 'role'), 'chuyên viên');
  assert.equal(valueInWords('approve', 'en', 'does'), 'approve');
  assert.equal(valueInWords({ value: 3, unit: 'hour' }, 'en', 'budget'), '3 working hours');
  assert.equal(valueInWords(true, 'vi', 'required'), 'có');
  assert.equal(valueInWords({ vi: 'Tên', en: 'Name' }, 'en', 'label'), 'Name');
  assert.equal(valueInWords({ q: 'ten', answered: true }, 'vi', 'if').length > 0, true);
  assert.equal(valueInWords(undefined, 'vi', 'hint'), '');
  assert.equal(valueInWords('x'.repeat(400), 'vi').length, 241);
});
