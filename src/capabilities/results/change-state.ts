import { z } from 'zod';
import { record } from '#capabilities/audit';
import { allows } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { actorId, type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { resultPermissions } from './permissions.ts';
import { insertEvent, putEvent, resultByNumber, results } from './queries/index.ts';
import type { OfDossier } from './results.ts';

const wish = z.object({
  result: z.uuid('result-missing'),
  /** Decision and reason in words; everybody who checks the result reads them. */
  ground: z.string().trim().min(10, 'ground-missing').max(500, 'too-long'),
  /** Number of the newer result of the same agency; empty when the result is revoked. */
  newer: z.string().trim().max(60, 'too-long').default(''),
});

/**
 * Revokes a result, or names the one that stands in its place (NĐ 30/2020, art. 18; NĐ 45/2020, art. 25). Nothing is
 * rewritten: the fact is added, is a leaf of the public log, and ends the result for everybody who checks it.
 * Refused: `result-missing`, `ground-missing`, `newer-missing`, `result-ended`, `not-yours`.
 */
export async function changeResult(
  ctx: Ctx,
  dossier: OfDossier,
  raw: unknown,
): Promise<Outcome<{ readonly state: 'replaced' | 'revoked' }>> {
  const parsed = wish.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refused({ code: issue?.message ?? 'input', field: issue?.path.join('.') ?? '' });
  }
  const { result: id, ground, newer: number } = parsed.data;
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const found = await transactor.rows(results, { ...keyOf(dossier), today: localDate(ctx.clock.now()) });
    const result = found.find((each) => each.id === id);
    if (!result) return refused({ code: 'result-missing' });
    const issuer = result.issuer_unit as UnitId;
    if (!allows(ctx.actor, resultPermissions['results.revoke'], issuer))
      return refused({ code: 'not-yours' });
    const newer =
      number === '' ? undefined : await transactor.find(resultByNumber, { issuer, number, than: id });
    if (number !== '' && !newer) return refused({ code: 'newer-missing', field: 'newer' });
    const state = newer ? 'replaced' : 'revoked';
    const added = await transactor.find(insertEvent, {
      ...keyOf(dossier),
      id,
      kind: state,
      ground,
      replaced_by: newer?.id ?? null,
      at: ctx.clock.now(),
      actor: actorId(ctx.actor) ?? '',
      actor_name: ctx.actor.kind === 'officer' ? ctx.actor.name : '',
      actor_unit: issuer,
    });
    if (!added) return refused({ code: 'result-ended' });
    await announce(ctx, transactor, dossier, {
      state,
      result: { id, number: result.number, unit: issuer, token: newer?.token ?? result.token },
      ground,
      newer: newer?.number ?? '',
    });
    return done({ state });
  });
}

const keyOf = ({ homeUnit, id }: OfDossier) => ({ home_unit: homeUnit, dossier: id });

/** What is told of the end of a result: `result.revoked` and `result.replaced`. */
const ended = z.object({
  result: z.object({
    id: z.string(),
    number: z.string(),
    unit: z.custom<UnitId>((value) => typeof value === 'string'),
    /** Where the check page speaks of the result that counts now. */
    token: z.string(),
  }),
  ground: z.string(),
  newer: z.string(),
});
export type EndedResult = z.infer<typeof ended>;

/** @returns undefined for what this room has not told. */
export const endedResultOf = (payload: unknown): EndedResult | undefined => ended.safeParse(payload).data;

/** The journal and whoever is to be told, in the same transaction. */
async function announce(
  ctx: Ctx,
  transactor: Transactor,
  dossier: OfDossier,
  { state, ...told }: EndedResult & { readonly state: string },
): Promise<void> {
  const now = ctx.clock.now();
  await record(transactor, ctx, {
    action: `result.${state}`,
    subject: `result:${told.result.id}`,
    homeUnit: dossier.homeUnit as UnitId,
  });
  await transactor.get(putEvent, {
    home_unit: dossier.homeUnit,
    event: uuidv7(now),
    now,
    topic: `result.${state}`,
    subject: dossier.id,
    payload: json(told),
  });
}
