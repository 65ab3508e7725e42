import { record } from '#capabilities/audit';
import { type Difference, differencesOf, paymentPermissions } from '#capabilities/payments';
import type { UnitId } from '#kernel/ids';
import { inLocale } from '#kernel/text';
import { formatDate, formatDateTime, localDate } from '#kernel/time';
import { scopeOf } from '#platform/context';
import { definePage, type Route } from '#platform/http';
import { csvText, type Doors } from '#surfaces/shared';
import { deskOf } from '../core/desk.ts';
import { officeReply } from '../core/frame.ts';
import { matchingExport, matchingItems } from './addresses.ts';
import { itemFields, itemFilter, itemsPerPage } from './item-query.ts';
import { aboutItem, itemsView } from './items.view.ts';
import { kindWords, stateWords } from './words.ts';

const mostExported = 20_000;

/** `/mot-cua/doi-soat/viec`: what does not agree or has no end, to be worked off; and the same as a spreadsheet. */
export const itemListPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: matchingItems,
    permission: paymentPermissions['payments.look-at-matching'],
    audit: 'none',
    input: itemFields,
    async handle(ctx, query) {
      const desk = await deskOf(ctx, doors);
      const { say, directory, actor } = desk;
      const now = ctx.clock.now();
      const rows = await differencesOf(ctx, itemFilter(query, localDate(now), actor.officer), {
        size: itemsPerPage,
        skip: (query.trang - 1) * itemsPerPage,
      });
      const main = itemsView({
        say,
        locale: ctx.locale,
        now,
        query,
        rows,
        unitName: (id: UnitId) => directory.byId(id)?.shortName ?? '',
      });
      const title = say('Việc đối soát', 'Items of reconciliation');
      return officeReply(ctx, doors, { title, main, at: 'matching' }, desk);
    },
  }),
  definePage({
    method: 'GET',
    path: matchingExport,
    permission: paymentPermissions['payments.look-at-matching'],
    audit: 'payment.export-differences',
    input: itemFields,
    async handle(ctx, query) {
      const { say, directory, actor } = await deskOf(ctx, doors);
      const today = localDate(ctx.clock.now());
      const rows = await differencesOf(ctx, itemFilter(query, today, actor.officer), {
        size: mostExported,
        skip: 0,
      });
      const unit = (id: UnitId | null) => (id ? (directory.byId(id)?.name ?? '') : '');
      const cells = (row: Difference): readonly string[] => [
        row.id,
        formatDate(row.day),
        inLocale(kindWords[row.kind].name, ctx.locale),
        row.gateway,
        row.reference,
        row.dossier_code,
        unit(row.unit_id),
        row.there === null ? '' : String(row.there),
        row.here === null ? '' : String(row.here),
        aboutItem(row, say),
        inLocale(stateWords[row.state], ctx.locale),
        row.officer_name,
        formatDateTime(row.found_at),
        row.closed_at === null ? '' : formatDateTime(row.closed_at),
      ];
      const head = [
        say('Mã việc', 'Item'),
        say('Ngày', 'Day'),
        say('Loại', 'Kind'),
        say('Cổng', 'Gateway'),
        say('Mã tham chiếu', 'Reference'),
        say('Mã hồ sơ', 'Dossier'),
        say('Đơn vị', 'Unit'),
        say('Bên ngoài (đồng)', 'There (đồng)'),
        say('Sổ (đồng)', 'Here (đồng)'),
        say('Chi tiết', 'Details'),
        say('Tình trạng', 'State'),
        say('Người xử lý', 'Who has it'),
        say('Phát hiện lúc', 'Found'),
        say('Đóng lúc', 'Closed'),
      ];
      await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
        record(transactor, ctx, {
          action: 'payment.export-differences',
          subject: 'matching',
          details: { rows: rows.length },
        }),
      );
      return {
        kind: 'bytes',
        status: 200,
        type: 'text/csv; charset=utf-8',
        bytes: Buffer.from(csvText([head, ...rows.map(cells)])),
        headers: { 'content-disposition': doors.files.disposition(`doi-soat-${today}.csv`) },
      };
    },
  }),
];
