import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTime } from './times.ts';

const read = (value: number | undefined, unit: string, remark = '') =>
  readTime(value, unit, remark, 'time', () => undefined);

test('a time keeps its unit; without one it takes the unit its own note repeats, else none', () => {
  assert.deepEqual(read(3, 'working_day'), { time: 3, unit: 'working_day' });
  assert.deepEqual(read(1, 'unspecified'), { time: 1 });
  assert.equal(read(4, 'unspecified', '04 ngày làm việc, kể từ ngày nhận đủ hồ sơ').unit, 'working_day');
  assert.equal(read(35, '', '35 ngày kể từ ngày nhận').unit, 'day');
  assert.equal(
    read(2, 'unspecified', '02 ngày làm việc hoặc 02 giờ').unit,
    undefined,
    'two readings are none',
  );
  assert.equal(read(2, 'unspecified', '05 ngày').unit, undefined, 'another number is none');
});

test('zero and nothing are no time', () => {
  assert.deepEqual(read(0, 'day'), {});
  assert.deepEqual(read(undefined, ''), {});
  assert.deepEqual(read(1.5, 'working_day'), { time: 1.5, unit: 'working_day' });
});
