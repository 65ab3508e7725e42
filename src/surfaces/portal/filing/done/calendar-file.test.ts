import assert from 'node:assert/strict';
import test from 'node:test';
import { parseLocalDateTime } from '#kernel/time';
import { calendarFile } from './calendar-file.ts';

test('the file keeps to RFC 5545: UTC stamps, escaped text, short lines, CRLF', () => {
  const file = calendarFile({
    code: 'H01.105-261125-0042',
    name: 'Cấp bản sao; trích lục, hộ tịch và giấy tờ có liên quan của người dân trong tỉnh',
    answerBy: parseLocalDateTime('2026-11-26T09:00') ?? 0,
    madeAt: parseLocalDateTime('2026-11-25T09:00') ?? 0,
    url: 'http://localhost/tra-cuu?ma=H01.105-261125-0042',
    locale: 'vi',
  });
  assert.match(file, /\r\nDTSTART:20261126T020000Z\r\n/);
  const unfolded = file.replaceAll('\r\n ', '');
  assert.match(unfolded, /sao\\; trích lục\\, hộ tịch/);
  assert.ok(!/[^\r]\n/.test(file));
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.equal(unfolded.match(/SUMMARY:.*/)?.[0], 'SUMMARY:Hạn trả lời hồ sơ H01.105-261125-0042');
});
