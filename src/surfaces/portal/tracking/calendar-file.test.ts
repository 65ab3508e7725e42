import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asPlainDate, instantAt } from '#kernel/time';
import { type Appointment, calendarFile } from './calendar-file.ts';

const appointment: Appointment = {
  code: 'H01.105-261125-0042',
  host: 'motcua.example.vn',
  due: { date: asPlainDate('2026-11-25'), minute: instantAt(asPlainDate('2026-11-25'), 16 * 60 + 30) },
  now: instantAt(asPlainDate('2026-11-25'), 540),
  sequence: 3,
  title: 'Nhận kết quả: Đăng ký khai sinh',
  place: 'Trung tâm Phục vụ hành chính công phường Long Xuyên, tỉnh An Giang',
  url: 'https://motcua.example.vn/tra-cuu/H01.105-261125-0042',
};
const unfold = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n');

test('a promised minute, a promised day, and the same identifier for a later file', () => {
  const lines = unfold(calendarFile(appointment));
  for (const line of [
    'DTSTART:20261125T093000Z',
    'DTEND:20261125T100000Z',
    'UID:H01.105-261125-0042@motcua.example.vn',
    'SEQUENCE:3',
  ])
    assert.ok(lines.includes(line), line);
  assert.ok(lines.includes(`LOCATION:${appointment.place.replace(',', '\\,')}`));
  const day = unfold(
    calendarFile({ ...appointment, due: { date: asPlainDate('2026-12-31'), minute: null } }),
  );
  assert.ok(day.includes('DTSTART;VALUE=DATE:20261231'));
  assert.ok(day.includes('DTEND;VALUE=DATE:20270101'));
});

test('no line is longer than 75 octets, no letter is cut, nothing is added', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (title) => {
      const file = calendarFile({ ...appointment, title });
      for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.equal(Buffer.from(file).toString('utf8'), file);
      const wanted = title.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\r?\n/g, '\\n');
      assert.ok(unfold(file).includes(`SUMMARY:${wanted}`) || /[\r]/.test(title));
    }),
  );
});
