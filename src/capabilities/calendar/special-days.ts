import { done, type Outcome, refused } from '#kernel/outcome';
import { dayNumberOf } from '#kernel/time';
import { readCsv } from './csv.ts';
import type { DayNumber, Interval } from './hours.ts';

/** The kinds of the yearly notice: three that close the office, and the rest day worked in exchange. */
export const noticeKinds = ['holiday', 'compensatory', 'swap_off', 'swap_work'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** A day that differs from its weekday. `hours`: the unit itself opens otherwise that day, e.g. the morning only. */
export type SpecialDay =
  | { readonly day: DayNumber; readonly kind: NoticeKind; readonly name: string }
  | {
      readonly day: DayNumber;
      readonly kind: 'hours';
      readonly name: string;
      readonly open: readonly Interval[];
    };

const isNoticeKind = (kind: string): kind is NoticeKind => (noticeKinds as readonly string[]).includes(kind);

/**
 * Reads the holiday table (columns `date`, `kind`, `name_vi`; others are for people).
 * Rows of kind `planned` are proposals and change nothing until they are announced.
 */
export function parseHolidayTable(csv: string): Outcome<readonly SpecialDay[]> {
  const seen = new Set<DayNumber>();
  const days: SpecialDay[] = [];
  for (const { line, row } of readCsv(csv)) {
    const { date = '', kind = '', name_vi: name = '' } = row;
    const day = dayNumberOf(date);
    if (day === undefined) return refused({ code: 'holiday-date-impossible', details: { line, date } });
    if (kind === 'planned') continue;
    if (!isNoticeKind(kind)) return refused({ code: 'holiday-kind-unknown', details: { line, kind } });
    if (seen.has(day)) return refused({ code: 'holiday-named-twice', details: { line, date } });
    seen.add(day);
    days.push({ day, kind, name });
  }
  return done(days);
}
