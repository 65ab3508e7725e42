import { z } from 'zod';
import {
  askSurplusBack,
  bankName,
  bookPage,
  markedToGiveBack,
  paymentPermissions,
  type Refund,
  refundsCounted,
  refundsOfUnits,
  refundWords,
  surplusOf,
} from '#capabilities/payments';
import { allows } from '#kernel/actor';
import type { Refusal } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { refundHref, refundsPath } from './addresses.ts';
import { type Books, booksReply, csvReply, openBooks } from './books.ts';
import { textOf } from './form.ts';
import { refundLists } from './refund-lists.ts';
import { refundsView } from './refunds.view.ts';
import { surplusView } from './surplus.view.ts';

const read = paymentPermissions['payments.read-books'];
const keep = paymentPermissions['payments.keep-books'];
const mostRows = 20_000;
const input = z.object({
  'don-vi': z.string().max(60).default(''),
  xem: z.enum(['cho-duyet', 'cho-chi', 'da-hoan', 'khac']).catch('cho-duyet'),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Refunds of the units whose books the reader may see; surplus that waits for its owner. */
export const refundListPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: refundsPath,
    permission: read,
    audit: 'none',
    input,
    async handle(ctx, { 'don-vi': asked, xem, trang }) {
      const books = await openBooks(ctx, doors, asked);
      const { unit, units, desk } = books;
      if (!unit) return problem('forbidden');
      const cut = { size: bookPage, skip: (trang - 1) * bookPage };
      const [rows, counts, surplus, marked] = await Promise.all([
        refundsOfUnits(ctx, units, refundLists[xem], cut),
        refundsCounted(ctx, units),
        surplusOf(ctx, unit),
        markedToGiveBack(ctx, units),
      ]);
      const { say } = desk;
      const main = refundsView({
        say,
        locale: ctx.locale,
        list: xem,
        unit,
        rows,
        counts,
        surplus,
        marked,
        keeps: (id) => allows(desk.actor, keep, id),
        page: trang,
        unitName: (id) => desk.directory.byId(id)?.shortName ?? '',
      });
      return booksReply(ctx, doors, books, { title: say('Hoàn phí', 'Refunds'), main, side: 'refunds' });
    },
  }),
  definePage({
    method: 'GET',
    path: `${refundsPath}/lenh-chi.csv`,
    permission: keep,
    audit: 'books.export',
    input,
    async handle(ctx, { 'don-vi': asked }) {
      const books = await openBooks(ctx, doors, asked);
      if (!books.unit) return problem('forbidden');
      const rows = await refundsOfUnits(ctx, books.units, ['approved'], { size: mostRows, skip: 0 });
      return csvReply(ctx, doors, {
        name: 'lenh-chi-hoan-phi',
        unit: books.unit,
        rows: [orderHeader, ...rows.filter(({ way }) => way === 'transfer').map(orderOf)],
      });
    },
  }),
  definePage({
    method: 'GET',
    path: `${refundsPath}/hoan-phi.csv`,
    permission: read,
    audit: 'books.export',
    input,
    async handle(ctx, { 'don-vi': asked, xem }) {
      const books = await openBooks(ctx, doors, asked);
      if (!books.unit) return problem('forbidden');
      const rows = await refundsOfUnits(ctx, books.units, refundLists[xem], { size: mostRows, skip: 0 });
      return csvReply(ctx, doors, {
        name: `hoan-phi-${xem}`,
        unit: books.unit,
        rows: [listHeader, ...rows.map((row) => lineOf(books, row))],
      });
    },
  }),
  definePage({
    method: 'GET',
    path: `${refundsPath}/tien-thua/:unit/:entry`,
    permission: keep,
    audit: 'none',
    input: z.object({ unit: z.uuid(), entry: z.uuid() }),
    handle: (ctx, { unit, entry }) => showSurplus(ctx, doors, unit, entry),
  }),
  definePage({
    method: 'POST',
    path: `${refundsPath}/tien-thua/:unit/:entry`,
    permission: keep,
    audit: 'refund.asked',
    input: z.object({ unit: z.uuid(), entry: z.uuid() }),
    async handle(ctx, { unit, entry }) {
      const books = await openBooks(ctx, doors, unit);
      if (books.unit !== unit) return problem('not-found');
      const { fields } = ctx;
      const outcome = await askSurplusBack(ctx, doors.payments, {
        unit: books.unit,
        entry,
        account: {
          bin: textOf(fields, 'ngan-hang'),
          number: textOf(fields, 'so-tai-khoan'),
          holder: textOf(fields, 'chu-tai-khoan'),
        },
        reason: textOf(fields, 'ly-do'),
      });
      if (outcome.ok) return redirectTo(refundHref(outcome.value.code));
      return showSurplus(ctx, doors, unit, entry, outcome.refusal);
    },
  }),
];

async function showSurplus(
  ctx: PageCtx,
  doors: Doors,
  unit: string,
  entry: string,
  refusal?: Refusal,
): Promise<Reply> {
  const books = await openBooks(ctx, doors, unit);
  if (books.unit !== unit) return problem('not-found');
  const surplus = (await surplusOf(ctx, unit)).find(({ id }) => id === entry);
  if (!surplus) return problem('not-found');
  const { say } = books.desk;
  return booksReply(ctx, doors, books, {
    title: say('Hoàn tiền nộp thừa', 'Give a surplus back'),
    main: surplusView({ ctx, say, unit, surplus, refusal }),
    side: 'refunds',
    status: refusal ? 422 : 200,
  });
}

/** A list that banks take for many transfers at once: whom, where, how much, in which words. */
const orderHeader = [
  'STT',
  'Số tài khoản',
  'Tên người hưởng',
  'Mã ngân hàng (BIN)',
  'Ngân hàng',
  'Số tiền (đồng)',
  'Nội dung',
];
const orderOf = (refund: Refund, index: number) => [
  index + 1,
  refund.account,
  refund.holder,
  refund.bin,
  bankName(refund.bin),
  refund.amount,
  `${refundWords(refund.code)} hoan phi ${refund.dossier_code}`.trim(),
];

const listHeader = [
  'Mã hoàn',
  'Đơn vị',
  'Mã hồ sơ',
  'Chủ hồ sơ',
  'Khoản hoàn',
  'Số tiền (đồng)',
  'Lý do',
  'Trạng thái',
  'Ngày đề nghị',
  'Người duyệt',
  'Số chứng từ chi',
  'Ngày chi',
];
const stateWords = {
  asked: 'Chờ duyệt',
  approved: 'Chờ chi',
  paid: 'Đã hoàn',
  refused: 'Không hoàn',
  dropped: 'Đã thôi',
} as const;
const lineOf = ({ desk }: Books, row: Refund) => [
  refundWords(row.code),
  desk.directory.byId(row.unit_id)?.name ?? '',
  row.dossier_code,
  row.owner_name,
  row.what,
  row.amount,
  row.reason,
  stateWords[row.state],
  localDate(row.asked_at),
  row.decided_by_name,
  row.paid_number,
  row.paid_day ?? '',
];
