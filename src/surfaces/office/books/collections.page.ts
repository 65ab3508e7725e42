import { z } from 'zod';
import {
  bookPage,
  type CollectedRow,
  collectedEntries,
  collectionsOf,
  paymentPermissions,
} from '#capabilities/payments';
import type { UnitId } from '#kernel/ids';
import { inLocale, type Locale } from '#kernel/text';
import { definePage, problem, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { collectionsPath, entriesPath } from './addresses.ts';
import { type Books, booksReply, csvReply, openBooks, unitOptions } from './books.ts';
import { collectionsView } from './collections.view.ts';
import { entriesView } from './entries.view.ts';
import { type Asked, periodFields, readAsked } from './period.ts';
import { chargeKindNames, entryNames, wayNames } from './words.ts';

const permission = paymentPermissions['payments.read-books'];
const mostRows = 100_000;

/** What a key of the collections means, in words. */
async function keyInWords(doors: Doors, { desk }: Books, locale: Locale, by: Asked['by'], key: string) {
  if (by === 'unit') return desk.directory.byId(key as UnitId)?.shortName ?? key;
  if (by === 'way') return inLocale(wayNames[key as keyof typeof wayNames], locale);
  if (by === 'kind') return inLocale(chargeKindNames[key as keyof typeof chargeKindNames], locale);
  return (await doors.catalogue.current(key))?.name ?? key;
}

/** What was collected and given back in a time; every number opens the entries behind it. */
export const collectionsPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: collectionsPath,
    permission,
    audit: 'none',
    input: z.object(periodFields),
    async handle(ctx, typed) {
      const books = await openBooks(ctx, doors, typed['don-vi']);
      if (!books.unit) return problem('forbidden');
      const { asked, fault } = readAsked(ctx, books, typed);
      const rows = asked ? await collectionsOf(ctx, asked.narrowed, asked.by) : [];
      const { say } = books.desk;
      const main = collectionsView({
        say,
        locale: ctx.locale,
        units: unitOptions(books),
        typed,
        fault,
        asked,
        rows: await Promise.all(
          rows.map(async (row) => ({
            ...row,
            text: asked ? await keyInWords(doors, books, ctx.locale, asked.by, row.key) : row.key,
          })),
        ),
      });
      return booksReply(ctx, doors, books, {
        title: say('Số thu phí, lệ phí', 'Collections'),
        main,
        side: 'collections',
        status: fault ? 422 : 200,
      });
    },
  }),
  definePage({
    method: 'GET',
    path: `${collectionsPath}/so-thu.csv`,
    permission,
    audit: 'books.export',
    input: z.object(periodFields),
    async handle(ctx, typed) {
      const books = await openBooks(ctx, doors, typed['don-vi']);
      const { asked } = readAsked(ctx, books, typed);
      if (!books.unit || !asked) return problem('not-found');
      const rows = await collectionsOf(ctx, asked.narrowed, asked.by);
      const { from, to } = asked.narrowed;
      return csvReply(ctx, doors, {
        name: `so-thu-${from}-${to}`,
        unit: asked.unit ?? 'all',
        rows: [
          ['Mã', 'Tên', 'Số bút toán', 'Đã thu (đồng)', 'Đã hoàn (đồng)', 'Còn lại (đồng)'],
          ...(await Promise.all(
            rows.map(async (row) => [
              row.key,
              await keyInWords(doors, books, 'vi', asked.by, row.key),
              row.entries,
              row.taken,
              row.given,
              row.taken - row.given,
            ]),
          )),
        ],
      });
    },
  }),
  definePage({
    method: 'GET',
    path: entriesPath,
    permission,
    audit: 'none',
    input: z.object(periodFields),
    async handle(ctx, typed) {
      const books = await openBooks(ctx, doors, typed['don-vi']);
      const { asked } = readAsked(ctx, books, typed);
      if (!books.unit || !asked) return problem('not-found');
      const cut = { size: bookPage, skip: (typed.trang - 1) * bookPage };
      const [rows, sums] = await Promise.all([
        collectedEntries(ctx, asked.narrowed, cut),
        collectionsOf(ctx, asked.narrowed, 'unit'),
      ]);
      const { say, directory } = books.desk;
      const main = entriesView({
        say,
        locale: ctx.locale,
        asked,
        page: typed.trang,
        rows,
        sum: sumOf(sums),
        unitName: (id) => directory.byId(id)?.shortName ?? '',
      });
      return booksReply(ctx, doors, books, {
        title: say('Bút toán thu', 'Entries'),
        main,
        side: 'collections',
      });
    },
  }),
  definePage({
    method: 'GET',
    path: `${entriesPath}.csv`,
    permission,
    audit: 'books.export',
    input: z.object(periodFields),
    async handle(ctx, typed) {
      const books = await openBooks(ctx, doors, typed['don-vi']);
      const { asked } = readAsked(ctx, books, typed);
      if (!books.unit || !asked) return problem('not-found');
      const rows = await collectedEntries(ctx, asked.narrowed, { size: mostRows, skip: 0 });
      const { from, to } = asked.narrowed;
      return csvReply(ctx, doors, {
        name: `but-toan-thu-${from}-${to}`,
        unit: asked.unit ?? 'all',
        rows: [entryHeader, ...rows.map((row) => lineOf(books, row))],
      });
    },
  }),
];

const nothing = { entries: 0, taken: 0, given: 0 };
const sumOf = (rows: readonly (typeof nothing)[]) =>
  rows.reduce(
    (sum, row) => ({
      entries: sum.entries + row.entries,
      taken: sum.taken + row.taken,
      given: sum.given + row.given,
    }),
    nothing,
  );

const entryHeader = [
  'Ngày',
  'Loại',
  'Đơn vị ghi sổ',
  'Đơn vị thụ hưởng',
  'Mã hồ sơ',
  'Mã thủ tục',
  'Khoản thu',
  'Loại khoản thu',
  'Cách nộp',
  'Thu (đồng)',
  'Hoàn (đồng)',
  'Chứng từ',
  'Người ghi',
];

const lineOf = ({ desk }: Books, row: CollectedRow) => [
  row.day,
  entryNames[row.kind].vi,
  desk.directory.byId(row.unit_id)?.name ?? '',
  desk.directory.byId(row.payee)?.name ?? '',
  row.dossier_code,
  row.procedure_code,
  row.fee_name,
  chargeKindNames[row.charge_kind].vi,
  wayNames[row.way].vi,
  row.flow > 0 ? row.amount : 0,
  row.flow < 0 ? row.amount : 0,
  row.evidence,
  row.actor_name,
];
