import { z } from 'zod';
import { allAccountsOf, keepAccount, paymentPermissions } from '#capabilities/payments';
import { allows, type Permission } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { accountForm, accountsView } from './accounts.view.ts';
import { accountsPath } from './addresses.ts';
import { booksReply, csvReply, openBooks } from './books.ts';
import { textOf } from './form.ts';

const read = paymentPermissions['payments.read-books'];
const keep: Permission = paymentPermissions['payments.keep-accounts'];
const unitInput = z.object({ unit: z.uuid() });

/** To which account the money of each unit goes; a unit without one uses that of the unit above. */
export const accountPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: accountsPath,
    permission: read,
    audit: 'none',
    input: z.object({ 'don-vi': z.string().max(60).default(''), xong: z.string().optional() }),
    async handle(ctx, { 'don-vi': asked, xong }) {
      const books = await openBooks(ctx, doors, asked);
      const accounts = await allAccountsOf(ctx.db);
      const { say, directory, actor } = books.desk;
      const main = accountsView({
        say,
        locale: ctx.locale,
        done: xong !== undefined,
        rows: await Promise.all(
          books.units.map(async (unit) => ({
            unit,
            name: directory.byId(unit)?.shortName ?? '',
            own: accounts.find(({ key }) => key === unit),
            used: await doors.payments.accountOf(unit),
            mayKeep: allows(actor, keep, unit),
          })),
        ),
      });
      return booksReply(ctx, doors, books, {
        title: say('Tài khoản thụ hưởng', 'Accounts'),
        main,
        side: 'accounts',
      });
    },
  }),
  definePage({
    method: 'GET',
    path: `${accountsPath}/tai-khoan.csv`,
    permission: read,
    audit: 'books.export',
    input: z.object({}),
    async handle(ctx) {
      const books = await openBooks(ctx, doors);
      if (!books.unit) return problem('forbidden');
      const accounts = (await allAccountsOf(ctx.db)).filter(({ key }) =>
        books.units.some((unit) => unit === key),
      );
      return csvReply(ctx, doors, {
        name: 'tai-khoan-thu-huong',
        unit: books.unit,
        rows: [
          [
            'Đơn vị',
            'Tên thụ hưởng',
            'Mã số thuế',
            'Mã ngân hàng (BIN)',
            'Số tài khoản',
            'Chủ tài khoản',
            'Kho bạc',
            'Tài khoản thu',
          ],
          ...accounts.map(({ key, name, taxCode, account, treasury }) => [
            books.desk.directory.byId(key as UnitId)?.name ?? key,
            name,
            taxCode,
            account.bin,
            account.number,
            account.name,
            treasury?.code ?? '',
            treasury?.account ?? '',
          ]),
        ],
      });
    },
  }),
  definePage({
    method: 'GET',
    path: `${accountsPath}/:unit`,
    permission: keep,
    audit: 'none',
    input: unitInput,
    handle: (ctx, { unit }) => show(ctx, doors, unit as UnitId),
  }),
  definePage({
    method: 'POST',
    path: `${accountsPath}/:unit`,
    permission: keep,
    audit: 'payment.account',
    input: unitInput,
    async handle(ctx, input) {
      const unit = input.unit as UnitId;
      if (!allows(ctx.actor, keep, unit)) return problem('forbidden');
      const { fields } = ctx;
      const treasuryCode = textOf(fields, 'kho-bac').trim();
      const treasuryAccount = textOf(fields, 'tai-khoan-thu').trim();
      if ((treasuryCode === '') !== (treasuryAccount === ''))
        return show(ctx, doors, unit, { code: 'treasury-half', field: 'treasury' });
      const outcome = await keepAccount(ctx, {
        unit,
        name: textOf(fields, 'ten'),
        taxCode: textOf(fields, 'ma-so-thue'),
        bin: textOf(fields, 'ngan-hang').trim(),
        number: textOf(fields, 'so-tai-khoan').replace(/[\s.-]/g, ''),
        holder: textOf(fields, 'chu-tai-khoan'),
        ...(treasuryCode ? { treasuryCode, treasuryAccount } : {}),
      });
      if (outcome.ok) return redirectTo(`${accountsPath}?xong=1`);
      return show(ctx, doors, unit, outcome.refusal);
    },
  }),
];

async function show(ctx: PageCtx, doors: Doors, unit: UnitId, refusal?: Refusal): Promise<Reply> {
  const books = await openBooks(ctx, doors, unit);
  const { say, directory, actor } = books.desk;
  const known = directory.byId(unit);
  if (!known || !allows(actor, keep, unit)) return problem('not-found');
  const own = (await allAccountsOf(ctx.db)).find(({ key }) => key === unit);
  return booksReply(ctx, doors, books, {
    title: say('Tài khoản thụ hưởng', 'Account'),
    main: accountForm({ ctx, say, unit, name: known.name, own, refusal }),
    side: 'accounts',
    status: refusal ? 422 : 200,
  });
}
