import type { Due } from '#capabilities/dossiers';
import { dateOfDayNumber, dayNumberOf, type Instant } from '#kernel/time';

export interface Appointment {
  readonly code: string;
  readonly host: string;
  readonly due: Due;
  readonly now: Instant;
  /** Number of the last act: a later file of the same dossier replaces the earlier one (RFC 5545 SEQUENCE). */
  readonly sequence: number;
  readonly title: string;
  readonly place: string;
  readonly url: string;
}

const escape = (text: string): string =>
  text.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\r?\n/g, '\\n');
const utc = (at: Instant): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** Lines are folded at 75 octets, never inside a letter (RFC 5545 §3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const letter of line) {
    const octets = Buffer.byteLength(letter);
    if (size + octets > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      [part, size] = ['', 0];
    }
    part += letter;
    size += octets;
  }
  return [...parts, part].join('\r\n ');
}

/** The due date as an iCalendar file: a moment where one is promised, else the whole day. */
export function calendarFile(appointment: Appointment): string {
  const { code, due, now, sequence } = appointment;
  const day = due.date === null ? undefined : dayNumberOf(due.date);
  const plain = (number: number) => dateOfDayNumber(number).replaceAll('-', '');
  const times =
    due.minute !== null
      ? [`DTSTART:${utc(due.minute)}`, `DTEND:${utc(due.minute + 30 * 60_000)}`]
      : day === undefined
        ? []
        : [`DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(day + 1)}`];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mot Cua//tracking//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${code}@${appointment.host}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(now)}`,
    ...times,
    `SUMMARY:${escape(appointment.title)}`,
    `LOCATION:${escape(appointment.place)}`,
    `URL:${appointment.url}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escape(appointment.title)}`,
    'TRIGGER:-P1D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
