import { allows, type OfficerActor } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { foldText } from '#kernel/text';
import type { Ctx } from '#platform/context';
import { dossierPermissions } from './permissions.ts';
import { type Asker, deskNumbers, foundForOffice, proceduresInLists, workRows } from './queries/office.ts';
import { iso } from './rules/rows.ts';
import { type WorkList, workLists } from './rules/work.ts';

export interface WorkFilter {
  /** All of them when absent. */
  readonly lists?: readonly WorkList[];
  readonly unit?: UnitId;
  readonly officer?: string;
  /** Only what nobody has. */
  readonly unassigned?: boolean;
  readonly procedure?: string;
  readonly channel?: string;
  readonly flag?: string;
  readonly dueBefore?: number;
  readonly dueFrom?: number;
}

/** Units in which the officer works on dossiers: own posts only, not everything that may be read. */
export const workUnits = (actor: OfficerActor): readonly UnitId[] => [
  ...new Set(
    actor.posts
      .filter((post) => allows(actor, dossierPermissions['dossiers.read'], post.unit))
      .map((post) => post.unit),
  ),
];

/** The scope that the functions of these questions enter; the policies judge by it. */
const askerOf = (actor: OfficerActor): Asker => ({
  asker: actor.officer,
  readable: actor.readableUnits,
  everywhere: actor.everywhere,
});

/** A page of work, sorted by risk, over one list or several. */
export async function workList(
  ctx: Ctx,
  filter: WorkFilter,
  page: { readonly size: number; readonly skip: number },
) {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return [];
  const mine = workUnits(actor);
  return ctx.db.direct.rows(workRows, {
    ...askerOf(actor),
    units: filter.unit ? mine.filter((unit) => unit === filter.unit) : mine,
    lists: filter.lists ?? workLists,
    officer: filter.officer ?? null,
    unassigned: filter.unassigned === true,
    procedure: filter.procedure ?? null,
    channel: filter.channel ?? null,
    flag: filter.flag ?? null,
    due_before: iso(filter.dueBefore),
    due_from: iso(filter.dueFrom),
    size: page.size,
    skip: page.skip,
  });
}

/** Procedures among the `most` riskiest rows of a list (or of the officer's own work), the riskiest first. */
export async function proceduresAtWork(
  ctx: Ctx,
  filter: Pick<WorkFilter, 'lists' | 'officer'>,
  most: number,
) {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return [];
  return ctx.db.direct.rows(proceduresInLists, {
    ...askerOf(actor),
    units: workUnits(actor),
    lists: filter.lists ?? workLists,
    officer: filter.officer ?? null,
    most,
  });
}

/** Numbers of a desk: per list all, overdue and due until `soon`; own work counted up to `most`; the saved filters. */
export async function deskOfOfficer(ctx: Ctx, soon: number, most: number) {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return { counts: [], mine: 0, filters: [] };
  return ctx.db.direct.get(deskNumbers, {
    ...askerOf(actor),
    units: workUnits(actor),
    now: iso(ctx.clock.now()) ?? '',
    soon: iso(soon) ?? '',
    most,
  });
}

const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Search over everything the officer may see: every word must occur, accents and order do not matter. */
export async function searchDossiers(ctx: Ctx, typed: string, size = 50) {
  const { actor } = ctx;
  const words = foldText(typed).split(' ').filter(Boolean).slice(0, 8);
  if (actor.kind !== 'officer' || words.length === 0) return [];
  return ctx.db.direct.rows(foundForOffice, {
    ...askerOf(actor),
    patterns: words.map((word) => `%${likeLiteral(word)}%`),
    size,
  });
}
