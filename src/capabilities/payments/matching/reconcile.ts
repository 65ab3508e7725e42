import type { UnitId } from '#kernel/ids';
import type { PlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json } from '#platform/db';
import { kindGroups } from './kinds.ts';
import { compareRows, gatherRows, type MatchResult, openDossierCharges } from './queries/index.ts';
import type { MatchingServices } from './services.ts';

/** What the dossiers have not heard after so long is a difference; before that it may still be on its way. */
const tellingMs = 15 * 60_000;

export interface Matching {
  readonly gateway: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Unit that keeps the account at the gateway: its accountants see every item. */
  readonly unit: UnitId | undefined;
}

/**
 * Compares days of a gateway with the books, and the books with the dossiers: items for what differs, and the end of
 * items that no longer do. May be done again at any time. Set-wise: a million lines take some thirty seconds.
 */
export async function reconcile(
  ctx: Ctx,
  services: Pick<MatchingServices, 'merchants' | 'dossiers'>,
  { gateway, from, to, unit }: Matching,
): Promise<MatchResult> {
  const now = ctx.clock.now();
  const scope = scopeOf(ctx.actor);
  const open = await ctx.db.read(scope, (reader) =>
    reader.rows(openDossierCharges, { kinds: kindGroups.dossier }),
  );
  const dossiers = await services.dossiers?.(ctx, {
    from,
    to,
    before: now - tellingMs,
    also: open.map(({ charge_id }) => charge_id),
  });
  const merchant = services.merchants[gateway];
  return ctx.db.transact(scope, async (transactor) => {
    await transactor.get(gatherRows, {
      gateway,
      from,
      to,
      merchants: merchant === undefined ? [] : [merchant],
    });
    const { result } = await transactor.get(compareRows, {
      gateway,
      from,
      to,
      unit: unit ?? null,
      now: new Date(now).toISOString(),
      dossiers: dossiers ? json(dossiers) : null,
    });
    return result;
  });
}
