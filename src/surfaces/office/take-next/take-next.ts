import { actOnDossier, loadDossier, presence, workUnits } from '#capabilities/dossiers';
import type { OfficerActor } from '#kernel/actor';
import { type Ctx, scopeOf } from '#platform/context';
import type { Doors } from '#surfaces/shared';
import type { Desk } from '../core/desk.ts';
import { rowsOf, type WorkRow } from '../core/rows.ts';
import type { ListKey } from '../words/lists.ts';

/** So many of the riskiest are tried before saying that there is nothing. */
const tries = 60;

/**
 * The most urgent dossier nobody has yet, given to the one who asks. When several ask at once they may find the same
 * row: it is given under the act number at which it was seen free, so one has it and the others go on.
 * @returns its code, or undefined when there is nothing to take.
 */
export async function takeNext(
  ctx: Ctx,
  doors: Doors,
  desk: Desk,
  list: ListKey,
): Promise<string | undefined> {
  const { actor } = desk;
  const query = { assignee: 'unassigned', page: 1, size: tries } as const;
  const mayTake = mineToTake(actor);
  // Whoever lost a race jumps by an own stride, so that a crowd spreads over the list.
  const stride = 1 + (Number.parseInt(actor.officer.slice(-4), 16) % 5);
  for (const each of list === 'mine' ? (['in-process', 'newly-accepted'] as const) : [list]) {
    const rows = (await rowsOf(ctx, desk, each, query, { size: 500, skip: 0 })).filter(mayTake);
    const order = [...rows.keys()].slice(0, tries).sort((a, b) => (a % stride) - (b % stride) || a - b);
    for (const at of order) {
      const row = rows[at];
      if (row && (await take(ctx, doors, row, actor))) return row.code;
    }
  }
  return undefined;
}

/** Steps of a role that the officer holds in the unit where the work lies. */
function mineToTake(actor: OfficerActor): (row: WorkRow) => boolean {
  const units = workUnits(actor) as readonly string[];
  const posts = new Set(
    actor.posts.filter((post) => units.includes(post.unit)).map((post) => `${post.unit} ${post.role}`),
  );
  return (row) => posts.has(`${row.unit_id} ${row.role}`);
}

async function take(ctx: Ctx, doors: Doors, row: WorkRow, actor: OfficerActor): Promise<boolean> {
  const ref = { homeUnit: row.home_unit, id: row.dossier_id };
  // Before acceptance nobody is assigned; the one who has it open has it.
  if (row.list === 'to-accept') return (await presence(ctx, ref)).length === 0;
  const seen = await ctx.db.read(scopeOf(actor), (reader) =>
    reader.find(loadDossier, { home_unit: ref.homeUnit, id: ref.id }),
  );
  if (!seen || seen.state.assignee) return false;
  const taker = { officer: actor.officer, name: actor.name };
  const outcome = await actOnDossier(ctx, doors.services, ref, 'assign', taker, { expectedSeq: seen.seq });
  return outcome.ok;
}
