/** As PostgreSQL writes it at UTC, `2026-11-22 07:23:31.123456+00`: nearly every instant, so read without detours. */
const atUtc = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?\d*\+00$/;

/** A `timestamptz` as text in milliseconds since 1970; microseconds are cut off. `infinity` is NaN. */
export function readInstant(text: string): number {
  const found = atUtc.exec(text);
  if (!found) return Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  const [, year, month, day, hour, minute, second, part = ''] = found;
  return (
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) +
    Number(part.padEnd(3, '0'))
  );
}
