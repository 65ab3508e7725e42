import type { Locale } from '#kernel/text';
import type { Instant } from '#kernel/time';
import { sayIn } from '../../words/say.ts';

export interface CalendarEntry {
  readonly code: string;
  readonly name: string;
  readonly answerBy: Instant;
  readonly madeAt: Instant;
  readonly url: string;
  readonly locale: Locale;
}

/** `20261126T020000Z` */
const stamp = (at: Instant): string => `${new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** Lines hold at most 75 octets (RFC 5545 §3.1); Vietnamese letters take up to three, so 24 signs always fit. */
const folded = (line: string): string => {
  const signs = [...line];
  const parts: string[] = [];
  for (let i = 0; i < signs.length; i += 24) parts.push(signs.slice(i, i + 24).join(''));
  return parts.join('\r\n ');
};

/** One entry: by when an answer is owed. It is the only moment promised before a dossier is accepted. */
export function calendarFile({ code, name, answerBy, madeAt, url, locale }: CalendarEntry): string {
  const say = sayIn(locale);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mot Cua//VI',
    'BEGIN:VEVENT',
    `UID:${code}@mot-cua`,
    `DTSTAMP:${stamp(madeAt)}`,
    `DTSTART:${stamp(answerBy)}`,
    `DTEND:${stamp(answerBy + 15 * 60_000)}`,
    `SUMMARY:${escaped(say(`Hạn trả lời hồ sơ ${code}`, `Answer due for dossier ${code}`))}`,
    `DESCRIPTION:${escaped(name)}`,
    `URL:${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return lines.map(folded).join('\r\n');
}
