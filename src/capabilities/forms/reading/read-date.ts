import { dayNumberOf } from '#kernel/time';
import { ageOn, earliestDay } from '../ages.ts';
import type { Question } from '../questions.ts';
import { messages } from './messages.ts';
import { answer, fault, nothing, type Read, type Reader, type ReadingContext, textOf } from './reader.ts';

const firstYear = 1850;
const lastYear = 2150;

function byRule(question: Question, date: string, { today }: ReadingContext): Read {
  // A partial date is judged kindly: `2026` is not in the future while 2026 lasts.
  const early = earliestDay(date);
  if (question.rule === 'not-future' && early > today) return fault(messages.notFuture, '-day');
  if (question.rule === 'past' && early >= today) return fault(messages.past, '-day');
  if (question.rule === 'future' && date < today.slice(0, date.length)) return fault(messages.future, '-day');
  if (question.rule === 'adult' && ageOn(date, today) < 18) return fault(messages.adult, '-year');
  return answer(date);
}

function missingParts(day: string, month: string, year: string, partial: boolean): Read | undefined {
  const parts: [string, string, string][] = [];
  if (day === '' && !partial) parts.push(['-day', 'ngày', 'day']);
  if (month === '' && (!partial || day !== '')) parts.push(['-month', 'tháng', 'month']);
  if (year === '') parts.push(['-year', 'năm', 'year']);
  const first = parts[0];
  if (!first) return undefined;
  const join = (i: 1 | 2) => parts.map((part) => part[i]).join(', ');
  return fault(messages.dateParts(join(1), join(2)), first[0]);
}

/** Three fields `id-day`, `id-month`, `id-year`. A partial date may leave out the day, or day and month. */
export const readDate: Reader = ({ question, name, fields, context }) => {
  const [day, month, year] = ['-day', '-month', '-year'].map((part) =>
    textOf(fields, name + part)
      .normalize('NFKC')
      .trim(),
  ) as [string, string, string];
  if (day + month + year === '') return nothing;
  const lacking = missingParts(day, month, year, question.partial === true);
  if (lacking) return lacking;
  const strange = (
    [
      ['-day', day],
      ['-month', month],
      ['-year', year],
    ] as const
  ).find(([, text]) => text !== '' && !/^\d+$/.test(text));
  if (strange) return fault(messages.dateDigits, strange[0]);
  if (year.length !== 4 || Number(year) < firstYear || Number(year) > lastYear)
    return fault(messages.dateYear, '-year');
  if (month !== '' && (month.length > 2 || Number(month) < 1 || Number(month) > 12))
    return fault(messages.noSuchMonth, '-month');
  const date = [year, month, day]
    .filter((part) => part !== '')
    .map((part) => part.padStart(2, '0'))
    .join('-');
  if (day !== '' && dayNumberOf(date) === undefined)
    return fault(messages.noSuchDay(`${day.slice(0, 4)}/${month}/${year}`), '-day');
  return byRule(question, date, context);
};

/** A year alone, for what nobody knows nearer; judged as a date whose day and month are unknown. */
export const readYear: Reader = ({ question, name, fields, context }) => {
  const year = textOf(fields, name).normalize('NFKC').trim();
  if (year === '') return nothing;
  if (!/^\d{4}$/.test(year) || Number(year) < firstYear || Number(year) > lastYear)
    return fault(messages.dateYear);
  const read = byRule(question, year, context);
  return read.faults ? { faults: read.faults.map(({ message }) => ({ part: '', message })) } : read;
};

/** `7:05`, `07h05`, `7 giờ 5` → `07:05`. */
export const readTime: Reader = ({ name, fields }) => {
  const typed = textOf(fields, name).normalize('NFKC').trim().toLowerCase();
  if (typed === '') return nothing;
  const parts = /^(\d{1,2})(?:\s*(?::|h|g|giờ)\s*(\d{1,2})?(?:\s*(?:phút|p))?)$/.exec(typed);
  const [hour, minute] = [Number(parts?.[1] ?? 99), Number(parts?.[2] ?? 0)];
  if (hour > 23 || minute > 59) return fault(messages.notTime);
  return answer(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
};
