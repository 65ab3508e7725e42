import { asDong, formatDong } from '#kernel/money';
import { cleanText, type Locale } from '#kernel/text';
import { formatDate, isPlainDate, localDate, type PlainDate, parseLocalDateTime } from '#kernel/time';

/** A value on a paper. Dates are `YYYY-MM-DD`, moments local `YYYY-MM-DDTHH:MM`, money whole đồng. */
export type PaperScalar = string | number;
export type PaperRow = Readonly<Record<string, PaperScalar | undefined>>;
export type PaperValue = PaperScalar | readonly string[] | readonly PaperRow[];
export type PaperValues = Readonly<Record<string, PaperValue | undefined>>;

export type ScalarType = 'text' | 'number' | 'money' | 'date' | 'moment';
export interface Placeholder {
  readonly name: string;
  readonly filter: string | undefined;
}
/** A stretch of text in one face. Marks are read from the template only, so data can never switch the face. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
}

/** `answer_hoTen` stands for the answer to the question `hoTen`, hence the capitals. */
export const placeholderName = /^[a-z][a-zA-Z0-9_]*$/;
const hole = /\{\{\s*([a-z][a-zA-Z0-9_]*|#)\s*(?:\|\s*([a-z]+)\s*)?\}\}/g;

export const placeholdersIn = (text: string): Placeholder[] =>
  Array.from(text.matchAll(hole), ([, name = '', filter]) => ({ name, filter }));

/** Left for the pen where an optional value is absent, as printed forms do. */
export const dots = '…………………';

const two = (n: number | string): string => String(n).padStart(2, '0');

/** "ngày 05 tháng 01 năm 2026": a zero before days under 10 and months 1 and 2 (NĐ 30/2020, Phụ lục I). */
export function longDate(date: PlainDate): string {
  const month = Number(date.slice(5, 7));
  return `ngày ${date.slice(8)} tháng ${month < 3 ? two(month) : month} năm ${date.slice(0, 4)}`;
}

/** "25 November 2026" */
export function longDateInEnglish(date: PlainDate): string {
  const month = englishMonths[Number(date.slice(5, 7)) - 1] ?? '';
  return `${Number(date.slice(8))} ${month} ${date.slice(0, 4)}`;
}
const englishMonths =
  'January February March April May June July August September October November December'.split(' ');

function momentInWords(local: string, filter: string | undefined, language: Locale): string {
  const at = parseLocalDateTime(local);
  if (at === undefined) return local;
  const day = localDate(at);
  const long = filter === 'long';
  if (filter === 'short') return `${local.slice(11, 16)} ${formatDate(day)}`;
  if (language === 'en') return `${local.slice(11, 16)}, ${long ? longDateInEnglish(day) : formatDate(day)}`;
  return `${local.slice(11, 13)} giờ ${local.slice(14, 16)} phút, ${long ? longDate(day) : `ngày ${formatDate(day)}`}`;
}

/** True when the value has the declared type. */
export function fits(type: ScalarType, value: unknown): value is PaperScalar {
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'money') return Number.isSafeInteger(value);
  if (typeof value !== 'string')
    return type === 'text' && typeof value === 'number' && Number.isFinite(value);
  if (type === 'date') return isPlainDate(value);
  if (type === 'moment') return parseLocalDateTime(value) !== undefined;
  return true;
}

/** Forms after the bar: `upper` capitals, `long` dates in words, `short` moments for narrow columns. */
export function inWords(
  type: ScalarType,
  value: PaperScalar,
  filter?: string,
  language: Locale = 'vi',
): string {
  const words = scalarInWords(type, value, filter, language);
  return filter === 'upper' ? words.toLocaleUpperCase('vi') : words;
}

function scalarInWords(
  type: ScalarType,
  value: PaperScalar,
  filter: string | undefined,
  language: Locale,
): string {
  const english = language === 'en';
  switch (type) {
    case 'money': {
      const dong = formatDong(asDong(Number(value)));
      return english ? dong.replace('đồng', 'VND') : dong;
    }
    case 'number':
      return new Intl.NumberFormat(english ? 'en-GB' : 'vi-VN').format(Number(value));
    case 'date': {
      const date = String(value) as PlainDate;
      if (filter !== 'long') return formatDate(date);
      return english ? longDateInEnglish(date) : longDate(date);
    }
    case 'moment':
      return momentInWords(String(value), filter, language);
    case 'text':
      return cleanText(String(value));
  }
}

/** Fills a template text; `look` gives the words of a placeholder. `**…**` in the template is bold. */
export function fill(template: string, look: (found: Placeholder) => string, bold = false): Run[] {
  const runs: Run[] = [];
  template.split('**').forEach((part, index) => {
    if (part === '') return;
    const text = part.replace(hole, (_, name: string, filter?: string) => look({ name, filter }));
    runs.push({ text, bold: bold || index % 2 === 1 });
  });
  return runs;
}

export const plain = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');
