import { z } from 'zod';
import {
  balancesOfUnit,
  bookPage,
  type DayBookRow,
  dayBookOf,
  paymentPermissions,
} from '#capabilities/payments';
import { inLocale } from '#kernel/text';
import { formatTime, localDate, type PlainDate } from '#kernel/time';
import { definePage, type PageCtx, problem, type Route } from '#platform/http';
import { type Doors, typedDate } from '#surfaces/shared';
import { accountNames } from './account-names.ts';
import { booksHome } from './addresses.ts';
import { booksReply, csvReply, openBooks, unitOptions } from './books.ts';
import { dayBookView } from './day-book.view.ts';
import { entryNames } from './words.ts';

const part = z.string().max(8).default('');
const fields = {
  'don-vi': z.string().max(60).default(''),
  'ngay-day': part,
  'ngay-month': part,
  'ngay-year': part,
  'tai-khoan': z.string().max(80).default(''),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1),
};
/** A file of so many entries is still opened by a spreadsheet. */
const mostRows = 100_000;

type Typed = z.output<z.ZodObject<typeof fields>>;

/** Today when no day is asked; undefined when what was typed is no day. */
function dayOf(ctx: PageCtx, typed: Typed): PlainDate | undefined {
  const { 'ngay-day': day, 'ngay-month': month, 'ngay-year': year } = typed;
  return day + month + year === '' ? localDate(ctx.clock.now()) : typedDate(day, month, year);
}

/** The day book: every entry of a day in a unit's books, with what stands on its accounts after it. */
export const dayBookPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: booksHome,
    permission: paymentPermissions['payments.read-books'],
    audit: 'none',
    input: z.object(fields),
    async handle(ctx, typed) {
      const books = await openBooks(ctx, doors, typed['don-vi']);
      const { say } = books.desk;
      const { unit } = books;
      if (!unit) return problem('forbidden');
      const day = dayOf(ctx, typed);
      const account = typed['tai-khoan'];
      const [rows, balances] = day
        ? await Promise.all([
            dayBookOf(ctx, { unit, day, account }, { size: bookPage, skip: (typed.trang - 1) * bookPage }),
            balancesOfUnit(ctx, unit, day),
          ])
        : [[], []];
      const nameOf = await accountNames(ctx, doors, books.desk, [
        ...tillsOf(rows),
        ...balances.map((each) => each.account),
      ]);
      const main = dayBookView({
        say,
        locale: ctx.locale,
        units: unitOptions(books),
        unit,
        typed: { day: typed['ngay-day'], month: typed['ngay-month'], year: typed['ngay-year'] },
        day,
        account,
        rows,
        balances,
        page: typed.trang,
        accountName: nameOf,
      });
      return booksReply(ctx, doors, books, {
        title: say('Sổ nhật ký thu', 'Day book'),
        main,
        side: 'day',
        status: day ? 200 : 422,
      });
    },
  }),
  definePage({
    method: 'GET',
    path: `${booksHome}/nhat-ky.csv`,
    permission: paymentPermissions['payments.read-books'],
    audit: 'books.export',
    input: z.object(fields),
    async handle(ctx, typed) {
      const books = await openBooks(ctx, doors, typed['don-vi']);
      const day = dayOf(ctx, typed);
      if (!books.unit || !day) return problem('not-found');
      const rows = await dayBookOf(
        ctx,
        { unit: books.unit, day, account: typed['tai-khoan'] },
        { size: mostRows, skip: 0 },
      );
      const nameOf = await accountNames(ctx, doors, books.desk, tillsOf(rows));
      const lines = rows.map((row) => lineOf(ctx, nameOf, day, row));
      return csvReply(ctx, doors, { name: `so-nhat-ky-${day}`, unit: books.unit, rows: [header, ...lines] });
    },
  }),
];

const header = [
  'Ngày',
  'Giờ ghi',
  'Loại',
  'Nợ',
  'Có',
  'Số tiền (đồng)',
  'Dư Nợ tài khoản nợ (đồng)',
  'Dư Nợ tài khoản có (đồng)',
  'Mã hồ sơ',
  'Khoản thu',
  'Chứng từ',
  'Người ghi',
  'Ghi chú',
];

const tillsOf = (rows: readonly DayBookRow[]) => rows.flatMap(({ debit, credit }) => [debit, credit]);

function lineOf(ctx: PageCtx, name: (account: string) => string, day: PlainDate, row: DayBookRow) {
  return [
    day,
    formatTime(row.at),
    inLocale(entryNames[row.kind], ctx.locale),
    name(row.debit),
    name(row.credit),
    row.amount,
    row.debit_after,
    row.credit_after,
    row.dossier_code,
    row.fee_name,
    row.evidence,
    row.actor_name,
    row.note,
  ];
}
