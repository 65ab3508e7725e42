import { record } from '#capabilities/audit';
import type { Units } from '#capabilities/organisations';
import type { OfficerId, UnitId } from '#kernel/ids';
import { type Refusal, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import type { Sessions } from '#platform/sessions';
import type { Actors } from '../actors.ts';

/** What the administration of people leans on besides its `ctx`. */
export interface PeopleDeps {
  readonly units: Units;
  readonly actors: Pick<Actors, 'forget'>;
  readonly sessions: Pick<Sessions, 'finishAll'>;
}

/** Rights changed: sessions of the person end, so that a new one (with a new id) carries the new rights. */
export async function rightsChanged(deps: PeopleDeps, officers: readonly OfficerId[]): Promise<void> {
  await deps.sessions.finishAll(...new Set(officers));
  deps.actors.forget();
}

/** An attempt beyond one's rights is refused and stands in the journal. */
export async function refuseAndRecord(
  ctx: Ctx,
  refusal: Refusal,
  entry: {
    readonly action: string;
    readonly subject: string;
    readonly unit?: UnitId;
    readonly role?: string;
  },
): Promise<{ readonly ok: false; readonly refusal: Refusal }> {
  const { action, subject, unit, role } = entry;
  const details = { reason: refusal.code, ...(unit && { unit }), ...(role && { role }) };
  await ctx.db.transact(scopeOf(ctx.actor), (t) =>
    record(t, ctx, { action: `${action}.refused`, subject, details }),
  );
  return refused(refusal);
}
