import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelInWords, partInWords, valueInWords } from './value-words.ts';

test('values of differences are said in words of the reader', () => {
  assert.equal(valueInWords({ value: 12, unit: 'hour' }, 'vi'), '12 giờ');
  assert.equal(valueInWords({ unit: 'working_day', value: 0.5 }, 'en'), '0,5 working days');
  assert.equal(valueInWords({ receipt: '01', refusal: '03' }, 'vi'), 'giấy tiếp nhận: 01, phiếu từ chối: 03');
  assert.equal(valueInWords([{ vi: 'Một', en: 'One' }, 15000, true], 'vi'), 'Một; 15.000; có');
  assert.equal(valueInWords(undefined, 'vi'), '');
  assert.equal(valueInWords('x'.repeat(300), 'vi').length, 241);
  assert.equal(channelInWords('online 2', 'vi'), 'Nộp trực tuyến 2');
  assert.equal(channelInWords('Lệ phí hộ tịch', 'vi'), undefined);
  assert.equal(channelInWords('constructor', 'vi'), undefined);
  assert.deepEqual([partInWords('budget', 'en'), partInWords('toString', 'en')], ['time', 'toString']);
});
