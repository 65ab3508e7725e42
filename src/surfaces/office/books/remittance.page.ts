import { z } from 'zod';
import {
  balancesOfUnit,
  leftOf,
  passedOnBy,
  passOn,
  paymentPermissions,
  remittanceOf,
} from '#capabilities/payments';
import { allows } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { accountNames } from './account-names.ts';
import { hrefWith, remittancePath } from './addresses.ts';
import { booksReply, csvReply, openBooks, unitOptions } from './books.ts';
import { amountOf, dateOf, textOf } from './form.ts';
import { remittanceView } from './remittance.view.ts';

const read = paymentPermissions['payments.read-books'];
const keep = paymentPermissions['payments.keep-books'];
const unitInput = z.object({ 'don-vi': z.string().max(60).default(''), xong: z.string().optional() });
const holds = /^(gateway|bank|till|card):/;

/** What belongs to each unit of the money collected in these books, and what has been passed on to its account or the treasury. */
export const remittancePages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: remittancePath,
    permission: read,
    audit: 'none',
    input: unitInput,
    handle: (ctx, { 'don-vi': unit, xong }) => show(ctx, doors, unit, { done: xong !== undefined }),
  }),
  definePage({
    method: 'POST',
    path: remittancePath,
    permission: keep,
    audit: 'payment.passed-on',
    input: unitInput,
    async handle(ctx, { 'don-vi': asked }) {
      const books = await openBooks(ctx, doors, asked);
      if (!books.unit) return problem('forbidden');
      const { fields } = ctx;
      const fail = (refusal: Refusal) => show(ctx, doors, asked, { refusal });
      const payee = textOf(fields, 'cho');
      if (payee === '') return fail({ code: 'payee-missing', field: 'payee' });
      const day = dateOf(fields, 'ngay');
      if (!day) return fail({ code: 'day-missing', field: 'day' });
      const outcome = await passOn(ctx, doors.payments, {
        unit: books.unit,
        payee: payee as UnitId,
        from: textOf(fields, 'tu'),
        amount: amountOf(fields, 'so-tien'),
        number: textOf(fields, 'so'),
        day,
        note: textOf(fields, 'ghi-chu'),
      });
      if (!outcome.ok) return fail(outcome.refusal);
      return redirectTo(hrefWith(remittancePath, { 'don-vi': books.unit, xong: '1' }));
    },
  }),
  definePage({
    method: 'GET',
    path: `${remittancePath}/chuyen-nop.csv`,
    permission: read,
    audit: 'books.export',
    input: unitInput,
    async handle(ctx, { 'don-vi': asked }) {
      const books = await openBooks(ctx, doors, asked);
      if (!books.unit) return problem('forbidden');
      const rows = await remittanceOf(ctx, books.unit);
      return csvReply(ctx, doors, {
        name: 'chuyen-nop',
        unit: books.unit,
        rows: [
          [
            'Đơn vị thụ hưởng',
            'Đã thu (đồng)',
            'Chờ hoàn (đồng)',
            'Đã chuyển (đồng)',
            'Còn phải chuyển (đồng)',
          ],
          ...rows.map((row) => [
            books.desk.directory.byId(row.payee)?.name ?? row.payee,
            row.collected,
            row.waiting,
            row.passed_on,
            leftOf(row),
          ]),
        ],
      });
    },
  }),
];

async function show(
  ctx: PageCtx,
  doors: Doors,
  asked: string,
  shown: { readonly done?: boolean; readonly refusal?: Refusal },
): Promise<Reply> {
  const books = await openBooks(ctx, doors, asked);
  const { unit, desk } = books;
  if (!unit) return problem('forbidden');
  const [rows, balances, passed] = await Promise.all([
    remittanceOf(ctx, unit),
    balancesOfUnit(ctx, unit, localDate(ctx.clock.now())),
    passedOnBy(ctx, unit),
  ]);
  const accounts = await Promise.all(rows.map(({ payee }) => doors.payments.accountOf(payee)));
  const { say, directory, actor } = desk;
  const name = await accountNames(ctx, doors, desk, [
    ...balances.map(({ account }) => account),
    ...passed.map(({ credit }) => credit),
  ]);
  const main = remittanceView({
    ctx,
    say,
    units: unitOptions(books),
    unit,
    rows: rows.map((row, i) => ({
      ...row,
      name: directory.byId(row.payee)?.shortName ?? '',
      account: accounts[i],
    })),
    places: balances
      .filter(({ account, balance }) => holds.test(account) && balance > 0)
      .map(({ account, balance }) => ({ account, balance, text: name(account) })),
    passed: passed.map((each) => ({
      ...each,
      to: directory.byId(each.debit.slice('passed-on:'.length) as UnitId)?.shortName ?? '',
      from: name(each.credit),
    })),
    mayKeep: allows(actor, keep, unit),
    ...shown,
  });
  return booksReply(ctx, doors, books, {
    title: say('Chuyển nộp', 'Remittance'),
    main,
    side: 'remittance',
    status: shown.refusal ? 422 : 200,
  });
}
