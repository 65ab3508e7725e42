import { z } from 'zod';
import { dossierPermissions, proceduresAtWork } from '#capabilities/dossiers';
import { officersInUnit } from '#capabilities/identity';
import { allows } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { inLocale } from '#kernel/text';
import { definePage, type PageCtx, problem } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { listHref } from '../core/addresses.ts';
import { type Desk, deskOf } from '../core/desk.ts';
import { officeReply } from '../core/frame.ts';
import { fromText } from '../core/from.ts';
import { filterFields, listFields, readListQuery } from '../core/list-query.ts';
import { unitsOf } from '../core/officer.ts';
import { calendarsOf, dueTag, listsOf, marksOf, rowsOf, type WorkRow } from '../core/rows.ts';
import { type ListKey, listOfSlug, lists } from '../words/lists.ts';
import { workListView } from './work-list.view.ts';

/** `/mot-cua/viec/<list>`: one list of work, by risk, with its filters. */
export const workListPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/mot-cua/viec/:list',
    permission: dossierPermissions['dossiers.read'],
    audit: 'none',
    input: z.object({
      list: z.string(),
      het: z.string().optional(),
      'o-dong': z.string().optional(),
      ...listFields,
    }),
    async handle(ctx, input) {
      const list = listOfSlug(input.list);
      if (!list) return problem('not-found');
      const query = readListQuery(input);
      const desk = await deskOf(ctx, doors);
      const skip = (query.page - 1) * query.size;
      const [rows, riskiest] = await Promise.all([
        // One more than shown, to know whether there is a next page.
        rowsOf(ctx, desk, list, query, { size: query.size + 1, skip }),
        riskiestProcedures(ctx, desk, list),
      ]);
      const shown = rows.slice(0, query.size);
      const calendars = await calendarsOf(doors, shown);
      const from = fromText({ list, query });
      const narrowed = Object.keys(filterFields(query)).some((name) => name !== 'so-dong');
      const { say } = desk;
      const now = ctx.clock.now();
      const main = workListView({
        say,
        locale: ctx.locale,
        list,
        query,
        from,
        rows: shown.map((row) => ({
          row,
          deadline: dueTag(row, calendars.get(row.unit_id), now, say),
          marks: marksOf(row, desk.directory, ctx.locale),
          place:
            unitsOf(desk.actor).length > 1
              ? (desk.directory.byId(row.unit_id as UnitId)?.shortName ?? '')
              : '',
        })),
        total: narrowed ? undefined : desk.counts.get(list),
        more: rows.length > query.size,
        units: unitsOf(desk.actor).map((id) => ({ value: id, text: desk.directory.byId(id)?.name ?? '' })),
        procedures: proceduresIn(riskiest, shown),
        filters: desk.filters,
        current: input['o-dong'],
        nothingLeft: input.het === '1',
        colleagues: await colleaguesFor(ctx, list),
        may: {
          accept: list === 'to-accept' && allows(ctx.actor, dossierPermissions['dossiers.accept']),
          move: movable.includes(list) && allows(ctx.actor, dossierPermissions['dossiers.process']),
          approve: movable.includes(list) && allows(ctx.actor, dossierPermissions['dossiers.approve']),
          issue: movable.includes(list) && allows(ctx.actor, dossierPermissions['dossiers.issue']),
          take: takeable.includes(list) && allows(ctx.actor, dossierPermissions['dossiers.process']),
        },
        hidden: csrfField(ctx),
        exportHref: listHref(list, new URLSearchParams({ ...filterFields(query) }).toString()).replace(
          lists[list].slug,
          `${lists[list].slug}/xuat.csv`,
        ),
      });
      const title = inLocale(lists[list].name, ctx.locale);
      return officeReply(ctx, doors, { title, main, at: narrowed ? 'filter' : list }, desk);
    },
  });

const movable: readonly ListKey[] = ['mine', 'in-process', 'newly-accepted', 'soon', 'overdue'];
const takeable: readonly ListKey[] = [...movable, 'to-accept'];

/** So many of the riskiest rows say which procedures there are to choose from. */
const mostLookedThrough = 300;

const riskiestProcedures = async (ctx: PageCtx, { actor }: Desk, list: ListKey) =>
  list === 'overdue' || list === 'soon'
    ? []
    : proceduresAtWork(
        ctx,
        { ...listsOf(list), ...(list === 'mine' && { officer: actor.officer }) },
        mostLookedThrough,
      );

/** Procedures to choose from: those among the riskiest of the list, and those on the page. */
function proceduresIn(riskiest: Awaited<ReturnType<typeof proceduresAtWork>>, shown: readonly WorkRow[]) {
  const names = new Map([
    ...riskiest.map(({ code, name }) => [code, name] as const),
    ...shown.map((row) => [row.procedure_code, row.procedure_name] as const),
  ]);
  return [...names].map(([value, text]) => ({ value, text }));
}

/** To whom work may be given in one go: colleagues of the units in which the officer assigns. */
async function colleaguesFor(ctx: PageCtx, list: ListKey) {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || !movable.includes(list)) return [];
  const units = unitsOf(actor).filter((unit) => allows(actor, dossierPermissions['dossiers.assign'], unit));
  const all = (await Promise.all(units.map((unit) => officersInUnit(ctx, unit)))).flat();
  const workers = all.filter(({ posts }) =>
    posts.some(({ role }) => dossierPermissions['dossiers.process'].roles?.includes(role)),
  );
  return [
    ...new Map(workers.map(({ officer, name, title }) => [officer, { officer, name, title }])).values(),
  ];
}
