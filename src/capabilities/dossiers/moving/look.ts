import type { z } from 'zod';
import { cataloguePermissions } from '#capabilities/catalogue';
import { allows } from '#kernel/actor';
import { type Ctx, scopeOf } from '#platform/context';
import * as sql from './queries.ts';

const mostShown = 500;

export type MoveItem = z.output<typeof sql.itemsOf.row>;
export interface MoveCounts {
  /** Can go over; of dossiers and drafts together. */
  readonly can: number;
  readonly cannot: number;
  readonly moved: number;
  readonly stayed: number;
}
export interface MoveInFull extends sql.VersionMove {
  readonly counts: MoveCounts;
  /** Those that cannot go come first, drafts last; at most 500. */
  readonly items: readonly MoveItem[];
}

/** Moves of a procedure, the newest first; the newest with what was weighed. Nothing in it tells who filed. */
export async function versionMoves(
  ctx: Ctx,
  code: string,
): Promise<{ readonly latest: MoveInFull | undefined; readonly earlier: readonly sql.VersionMove[] }> {
  const nothing = { latest: undefined, earlier: [] };
  if (ctx.actor.kind !== 'officer' || !allows(ctx.actor, cataloguePermissions['catalogue.design']))
    return nothing;
  return ctx.db.read(scopeOf(ctx.actor), async (reader) => {
    const [latest, ...earlier] = await reader.rows(sql.movesOf, { code });
    if (!latest) return nothing;
    const counted = await reader.rows(sql.countsOf, { move: latest.id });
    const sum = (test: (row: (typeof counted)[number]) => boolean): number =>
      counted.reduce((all, row) => (test(row) ? all + row.count : all), 0);
    return {
      latest: {
        ...latest,
        counts: {
          can: sum(({ can }) => can),
          cannot: sum(({ can }) => !can),
          moved: sum(({ outcome }) => outcome === 'moved'),
          stayed: sum(({ outcome }) => outcome === 'stayed'),
        },
        items: await reader.rows(sql.itemsOf, { move: latest.id, size: mostShown }),
      },
      earlier,
    };
  });
}
