import { cleanText } from '#kernel/text';
import type { TimeUnit } from '../procedure.ts';
import type { Note } from './report.ts';

export interface ReadTime {
  readonly time?: number;
  readonly unit?: TimeUnit;
  readonly timeNote?: string;
}

const units: Readonly<Record<string, TimeUnit>> = {
  working_day: 'working_day',
  day: 'day',
  hour: 'hour',
  month: 'month',
};
const spoken = /(\d+)\s*(?:\([^)]*\)\s*)?(ngày làm việc|ngày|giờ làm việc|giờ|tiếng|tháng)/giu;
const spokenUnit = (word: string): TimeUnit =>
  word.startsWith('ngày làm')
    ? 'working_day'
    : word.startsWith('ngày')
      ? 'day'
      : word.startsWith('tháng')
        ? 'month'
        : 'hour';

/** A time without unit takes the unit of its own note when the note repeats the number with one single unit. */
export function readTime(
  value: number | undefined,
  unit: string | undefined,
  remark: string,
  field: string,
  note: Note,
): ReadTime {
  const timeNote = cleanText(remark);
  const noted = timeNote === '' ? {} : { timeNote };
  if (value === undefined) return noted;
  if (!(value > 0)) {
    note(field, 'set-aside', 'time-zero', String(value));
    return noted;
  }
  const known = units[unit ?? ''];
  if (known !== undefined) return { time: value, unit: known, ...noted };
  const said = new Set(
    [...timeNote.matchAll(spoken)]
      .filter((match) => Number(match[1]) === value)
      .map((match) => spokenUnit((match[2] ?? '').toLowerCase())),
  );
  const [only] = said;
  if (only !== undefined && said.size === 1) {
    note(field, 'corrected', 'time-unit-from-note', String(value), `${value} ${only}`);
    return { time: value, unit: only, ...noted };
  }
  note(field, 'kept', 'time-no-unit', String(value));
  return { time: value, ...noted };
}
