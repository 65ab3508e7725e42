import { z } from 'zod';
import { dossierPermissions } from '#capabilities/dossiers';
import { type RegisterValues, renderPaper } from '#capabilities/papers';
import type { UnitId } from '#kernel/ids';
import { localDate } from '#kernel/time';
import { definePage, problem } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { deskOf } from '../core/desk.ts';
import { listFields, readListQuery } from '../core/list-query.ts';
import { unitsOf } from '../core/officer.ts';
import { rowsOf, type WorkRow } from '../core/rows.ts';
import { type ListKey, listOfSlug, lists } from '../words/lists.ts';
import { channelNames } from '../words/state.ts';

/** A register of so many lines is a stack of paper already. */
const mostLines = 1000;

/** Form 07, the register, of the dossiers that stand in a list now. Papers are Vietnamese, whatever the screen is. */
export const registerPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/mot-cua/viec/:list/so-theo-doi.pdf',
    permission: dossierPermissions['dossiers.read'],
    audit: 'none',
    input: z.object({ list: z.string(), ...listFields }),
    async handle(ctx, input) {
      const list = listOfSlug(input.list);
      const template = doors.papers.find('07');
      if (!list || !template) return problem('not-found');
      const desk = await deskOf(ctx, doors);
      const { directory, actor } = desk;
      const rows = await rowsOf(ctx, desk, list, readListQuery(input), { size: mostLines, skip: 0 });
      const today = localDate(ctx.clock.now());
      const dates = rows.map((row) => localDate(row.submitted_at)).sort();
      const unit = unitsOf(actor)[0];
      const values: RegisterValues = {
        agency: unit ? directory.get(unit).name : '',
        superior: directory.province()?.name ?? '',
        place: doors.place.provinceName.replace(/^(Tỉnh|Thành phố) /, ''),
        issued_on: today,
        from: dates[0] ?? today,
        to: dates.at(-1) ?? today,
        entries: rows.map((row) => entryOf(row, directory.byId(row.unit_id as UnitId)?.name ?? '')),
        total_received: rows.length,
        total_processed: rows.filter((row) => row.list === 'to-return').length,
        total_returned: 0,
        keeper_name: actor.name,
      };
      const drawn = await renderPaper(template, { at: ctx.clock.now(), values });
      if (!drawn.ok) throw new Error(`Form 07 cannot be drawn: ${drawn.refusal.details.placeholder}`);
      return {
        kind: 'bytes',
        status: 200,
        type: 'application/pdf',
        bytes: drawn.value,
        headers: { 'content-disposition': `inline; filename="so-theo-doi-${today}.pdf"` },
      };
    },
  });

const entryOf = (row: WorkRow, agency: string): RegisterValues['entries'][number] => ({
  dossier_code: row.code,
  procedure_name: row.procedure_name,
  sets: 1,
  owner_name: row.owner_name,
  agency,
  received_on: localDate(row.submitted_at),
  ...(row.due_date !== null && { due_on: row.due_date }),
  way: channelNames[row.channel as keyof typeof channelNames].vi,
  status: [lists[row.list as ListKey].name.vi, row.step_name].filter(Boolean).join(': '),
});
