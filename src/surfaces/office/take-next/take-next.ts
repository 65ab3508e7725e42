import { actOnDossier, presence, workUnits } from '#capabilities/dossiers';
import type { OfficerRole } from '#kernel/actor';
import type { Ctx } from '#platform/context';
import type { Doors } from '#surfaces/shared';
import { officerOf } from '../core/officer.ts';
import { rowsOf, type WorkRow } from '../core/rows.ts';
import type { ListKey } from '../words/lists.ts';

/** So many of the riskiest are tried before saying that there is nothing. */
const tries = 60;

/**
 * The most urgent dossier nobody has yet, given to the one who asks. When two ask at once both may find the same row:
 * the dossier's own lock lets one have it, and the other goes on to the next.
 * @returns its code, or undefined when there is nothing to take.
 */
export async function takeNext(ctx: Ctx, doors: Doors, list: ListKey, soon: number): Promise<string | undefined> {
  const actor = officerOf(ctx);
  const rolesIn = new Map(
    workUnits(actor).map((unit) => [
      unit as string,
      actor.posts.filter((post) => post.unit === unit).map((post) => post.role as string),
    ]),
  );
  const mine = (row: WorkRow) =>
    row.role !== null && (rolesIn.get(row.unit_id)?.includes(row.role satisfies string as OfficerRole) ?? false);
  for (const each of list === 'mine' ? (['in-process', 'newly-accepted'] as const) : [list]) {
    const query = { assignee: 'unassigned', page: 1, size: tries } as const;
    const rows = await rowsOf(ctx, each, query, soon, { size: 500, skip: 0 });
    for (const row of rows.filter(mine).slice(0, tries)) {
      if (await take(ctx, doors, row, actor)) return row.code;
    }
  }
  return undefined;
}

async function take(
  ctx: Ctx,
  doors: Doors,
  row: WorkRow,
  actor: { readonly officer: string; readonly name: string },
): Promise<boolean> {
  const ref = { homeUnit: row.home_unit, id: row.dossier_id };
  // Before acceptance nobody is assigned; the one who has it open has it.
  if (row.list === 'to-accept') return (await presence(ctx, ref)).length === 0;
  const view = await rowsSeq(ctx, doors, ref);
  if (view === undefined) return false;
  const outcome = await actOnDossier(
    ctx,
    doors.services,
    ref,
    'assign',
    { officer: actor.officer, name: actor.name },
    { expectedSeq: view },
  );
  return outcome.ok;
}
