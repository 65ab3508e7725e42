import { type Activity, activities, type CostSheet } from '#capabilities/catalogue';
import { entryTable, textInput } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { textOf } from '../core/form.ts';
import { number, sayIn } from '../core/say.ts';
import { wholeNumber } from '../mass/read.ts';
import { activityWords } from './words.ts';

const extraRows = 2;
const mostRows = 60;
const cell = (name: string, at: number): string => `${name}-${at}`;

/** A sheet as the form shows it: text as typed. */
export interface TypedSheet {
  readonly wage: string;
  readonly subjects: string;
  readonly times: string;
  readonly hours: string;
  readonly rows: readonly TypedRow[];
}
interface TypedRow {
  readonly activity: string;
  readonly name: string;
  readonly minutes: string;
  readonly hired: string;
  readonly fee: string;
  readonly share: string;
}

export const typedOf = ({ wage, subjects, times, legalHours, rows }: CostSheet): TypedSheet => ({
  wage: number(wage),
  subjects: number(subjects),
  times: number(times),
  hours: number(legalHours),
  rows: rows.map((row) => ({
    activity: row.activity,
    name: row.name,
    minutes: number(row.minutes),
    hired: number(row.hired),
    fee: number(row.fee),
    share: String(row.share),
  })),
});

export function typedIn(fields: PageCtx['fields']): TypedSheet {
  const rows: TypedRow[] = [];
  for (let at = 0; at < mostRows + extraRows && fields[cell('ten', at)] !== undefined; at += 1) {
    const of = (name: string) => textOf(fields, cell(name, at));
    rows.push({
      activity: of('viec'),
      name: of('ten'),
      minutes: of('phut'),
      hired: of('thue'),
      fee: of('phi'),
      share: of('ty-le'),
    });
  }
  const of = (name: string) => textOf(fields, name);
  return { wage: of('luong'), subjects: of('so-nguoi'), times: of('so-lan'), hours: of('gio'), rows };
}

const isActivity = (text: string): text is Activity => activities.some((each) => each === text);
/** An empty cell is nothing; what is no number is left for the command to refuse. */
const count = (text: string, empty = 0): number =>
  text.trim() === '' ? empty : (wholeNumber(text) ?? Number.NaN);

/** What the command is given; a row without words is taken away. */
export const sheetOfTyped = (typed: TypedSheet): unknown => ({
  wage: count(typed.wage),
  subjects: count(typed.subjects),
  times: count(typed.times, 1),
  legalHours: count(typed.hours),
  rows: typed.rows
    .filter(({ name }) => name.trim() !== '')
    .map(({ activity, name, minutes, hired, fee, share }) => ({
      activity: isActivity(activity) ? activity : 'other',
      name,
      minutes: count(minutes),
      hired: count(hired),
      fee: count(fee),
      share: count(share.replace('%', ''), 100),
    })),
});

/** The sheet to write in: how often, what an hour costs, and every task with its minutes and payments. */
export function sheetForm(
  ctx: PageCtx,
  typed: TypedSheet,
  about: {
    /** Dossiers of twelve months, counted. */
    readonly measured?: number | undefined;
    /** What an hour costs stays as it is: a proposal saves work, it does not lower wages. */
    readonly sameWage?: boolean;
  } = {},
): Html {
  const { measured, sameWage = false } = about;
  const say = sayIn(ctx.locale);
  const { locale } = ctx;
  const field = (name: string, label: string, value: string, hint?: string) =>
    textInput({
      name,
      label,
      value,
      inputMode: 'numeric',
      width: 'm',
      required: true,
      locale,
      ...(hint && { hint }),
    });
  const blank = { activity: '', name: '', minutes: '', hired: '', fee: '', share: '' };
  const rows = [...typed.rows, ...Array.from({ length: extraRows }, () => blank)].slice(0, mostRows);
  return html`<div class="mc-grid">${field(
    'so-nguoi',
    say('Người, tổ chức làm trong một năm', 'Persons or enterprises a year'),
    typed.subjects,
    measured === undefined
      ? undefined
      : say(
          `Đo được ${number(measured)} hồ sơ trong 12 tháng.`,
          `${number(measured)} dossiers were counted in 12 months.`,
        ),
  )}${field('so-lan', say('Mỗi bên làm mấy lần một năm', 'Times a year each'), typed.times)}${
    sameWage
      ? html`<input type="hidden" name="luong" value="${typed.wage}">`
      : field(
          'luong',
          say('Thu nhập một giờ làm việc (đồng)', 'Income of an hour (đồng)'),
          typed.wage,
          say('GDP bình quân đầu người : 2.112 giờ.', 'Product per head ÷ 2,112 hours.'),
        )
  }${field(
    'gio',
    say('Thời hạn luật định (giờ làm việc)', 'Legal time (working hours)'),
    typed.hours,
    say('Một ngày làm việc là 8 giờ.', 'A working day is 8 hours.'),
  )}</div>${entryTable({
    name: 'ten-0',
    label: say('Việc phải làm cho một hồ sơ', 'Work for one dossier'),
    hint: say('Bỏ trống tên việc để bỏ dòng.', 'Leave the name of a task empty to take the row away.'),
    rowHeading: say('Dòng', 'Row'),
    columns: [
      { text: say('Phần', 'Part') },
      { text: say('Việc', 'Task'), wide: true },
      { text: say('Phút', 'Minutes'), numeric: true },
      { text: say('Thuê, in, đi lại (đồng)', 'Hired, copies, travel'), numeric: true },
      { text: say('Phí, lệ phí (đồng)', 'Fees'), numeric: true },
      { text: say('Bao nhiêu % hồ sơ', 'Percent of dossiers'), numeric: true },
    ],
    rows: rows.map((row, at) => ({
      label: String(at + 1),
      cells: [
        {
          name: cell('viec', at),
          value: row.activity,
          options: activities.map((value) => ({ value, text: inLocale(activityWords[value], locale) })),
        },
        { name: cell('ten', at), value: row.name },
        { name: cell('phut', at), value: row.minutes, inputMode: 'numeric' },
        { name: cell('thue', at), value: row.hired, inputMode: 'numeric' },
        { name: cell('phi', at), value: row.fee, inputMode: 'numeric' },
        { name: cell('ty-le', at), value: row.share, inputMode: 'numeric' },
      ],
    })),
    required: true,
    locale,
  })}`;
}
