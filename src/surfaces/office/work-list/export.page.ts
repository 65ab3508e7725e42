import { z } from 'zod';
import { record } from '#capabilities/audit';
import { dossierPermissions } from '#capabilities/dossiers';
import type { UnitId } from '#kernel/ids';
import { inLocale } from '#kernel/text';
import { formatDate, formatDateTime, isPlainDate, localDate } from '#kernel/time';
import { scopeOf } from '#platform/context';
import { definePage, problem } from '#platform/http';
import { csvText, type Doors } from '#surfaces/shared';
import { deskOf } from '../core/desk.ts';
import { listFields, readListQuery } from '../core/list-query.ts';
import { calendarsOf, deadlineOfRow, marksOf, rowsOf, type WorkRow } from '../core/rows.ts';
import { type ListKey, listOfSlug, lists } from '../words/lists.ts';
import { channelNames } from '../words/state.ts';
import { isNoDate } from '../words/time.ts';

/** A spreadsheet of so many rows is still opened by the office's computers. */
const mostRows = 100_000;
const slice = 5000;

/** The current view as CSV: the same filters, without pages. */
export const exportPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/mot-cua/viec/:list/xuat.csv',
    permission: dossierPermissions['dossiers.read'],
    audit: 'dossiers.export',
    input: z.object({ list: z.string(), ...listFields }),
    async handle(ctx, input) {
      const list = listOfSlug(input.list);
      if (!list) return problem('not-found');
      const desk = await deskOf(ctx, doors);
      const { say, directory } = desk;
      const rows: WorkRow[] = [];
      for (let skip = 0; skip < mostRows; skip += slice) {
        const part = await rowsOf(ctx, desk, list, readListQuery(input), { size: slice, skip });
        rows.push(...part);
        if (part.length < slice) break;
      }
      const calendars = await calendarsOf(doors, rows);
      const now = ctx.clock.now();
      const text = (words: { vi: string; en?: string } | undefined) =>
        words ? inLocale(words, ctx.locale) : '';
      const head = [
        say('Mã hồ sơ', 'Code'),
        say('Mã thủ tục', 'Procedure code'),
        say('Thủ tục', 'Procedure'),
        say('Người nộp', 'Person'),
        say('Cách nộp', 'Channel'),
        say('Ngày nộp', 'Filed'),
        say('Hạn việc này', 'This is due'),
        say('Ngày hẹn trả', 'Promised date'),
        say('Còn lại', 'Left'),
        say('Danh sách', 'List'),
        say('Bước', 'Step'),
        say('Đơn vị', 'Unit'),
        say('Lưu ý', 'Marks'),
      ];
      const lines = rows.map((row) => [
        row.code,
        row.procedure_code,
        row.procedure_name,
        row.owner_name,
        text(channelNames[row.channel as keyof typeof channelNames]),
        formatDateTime(row.submitted_at),
        isNoDate(row.due_at) ? '' : formatDateTime(row.due_at),
        row.due_date !== null && isPlainDate(row.due_date) ? formatDate(row.due_date) : '',
        deadlineOfRow(row, calendars.get(row.unit_id), now, say).text,
        text(lists[row.list as ListKey].name),
        row.step_name,
        directory.byId(row.unit_id as UnitId)?.name ?? '',
        marksOf(row, directory, ctx.locale)
          .map((mark) => mark.text)
          .join('; '),
      ]);
      await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
        record(transactor, ctx, {
          action: 'dossiers.export',
          subject: `list:${list}`,
          details: { rows: rows.length },
        }),
      );
      const name = `${lists[list].slug}-${localDate(now)}.csv`;
      return {
        kind: 'bytes',
        status: 200,
        type: 'text/csv; charset=utf-8',
        bytes: Buffer.from(csvText([head, ...lines])),
        headers: { 'content-disposition': doors.files.disposition(name) },
      };
    },
  });
