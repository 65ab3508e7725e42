import { record } from '#capabilities/audit';
import type { OfficerActor } from '#kernel/actor';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { isPlainDate, localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { systemScope } from '#platform/db';
import { approverOf, designerOf, notYours } from '../drafts/draft.ts';
import {
  allMoves,
  type Decentralisation,
  decideMove,
  dueMoves,
  endMove,
  findMove,
  lockMove,
  moveCarriedOut,
} from './queries.ts';

export type MoveStep = 'approve' | 'withdraw' | 'end';

/** Why this officer cannot do this to a decision now: the pages ask it for their buttons, the commands before they write. */
export function moveHindrance(
  move: Pick<Decentralisation, 'state' | 'author' | 'from_day' | 'until_day'>,
  step: MoveStep,
  officer: OfficerActor,
  today: string,
): Refusal | undefined {
  if (step === 'end')
    return move.state === 'approved' && (move.until_day === null || move.until_day > today)
      ? undefined
      : { code: 'move-over' };
  if (move.state !== 'proposed') return { code: 'move-decided' };
  if (step === 'approve' && move.author === officer.officer) return { code: 'own-move' };
  return undefined;
}

async function change(
  ctx: Ctx,
  id: string,
  step: MoveStep,
  until?: string,
): Promise<Outcome<Decentralisation>> {
  const officer = step === 'withdraw' ? designerOf(ctx) : approverOf(ctx);
  if (!officer) return notYours;
  const now = ctx.clock.now();
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const move = await transactor.find(lockMove, { id });
    if (!move) return refused({ code: 'move-unknown' });
    const hindered = moveHindrance(move, step, officer, localDate(now));
    if (hindered) return refused(hindered);
    if (step === 'end') {
      if (until === undefined || !isPlainDate(until))
        return refused({ code: 'date-missing', field: 'until' });
      if (until <= move.from_day || until < localDate(now))
        return refused({ code: 'ends-before-begin', field: 'until' });
      await transactor.get(endMove, { id, until });
    } else {
      const state = step === 'approve' ? 'approved' : 'withdrawn';
      const at = new Date(now).toISOString();
      await transactor.get(decideMove, { id, state, decider: officer.officer, at });
    }
    await record(transactor, ctx, {
      action: `catalogue.${step}-move`,
      subject: `decentralisation:${id}`,
      details: { number: move.number, codes: move.codes.length, ...(until === undefined ? {} : { until }) },
    });
    return done(move);
  });
}

/** From its day on the new authority decides. Who wrote it down does not approve it. */
export const approveMove = (ctx: Ctx, id: string) => change(ctx, id, 'approve');
/** Given up before anybody approved it. */
export const withdrawMove = (ctx: Ctx, id: string) => change(ctx, id, 'withdraw');
/** Authority goes back from a day on, for dossiers filed from then; those it decides now stay with it. */
export const endMoveOn = (ctx: Ctx, id: string, until: string) => change(ctx, id, 'end', until);

/** All decisions that move authority: those to be approved first, then the latest. Officers only. */
export const decentralisations = async (ctx: Ctx, most = 200): Promise<readonly Decentralisation[]> =>
  designerOf(ctx) ? ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(allMoves, { most })) : [];

export const decentralisation = async (ctx: Ctx, id: string): Promise<Decentralisation | undefined> =>
  designerOf(ctx) ? ctx.db.read(scopeOf(ctx.actor), (reader) => reader.find(findMove, { id })) : undefined;

/** Every process has seen an approval after this time (`openOffer` trusts what it read for five seconds). */
const settledAfter = 10_000;

/** Decisions whose day has come and whose open dossiers have not all been told; for the job that tells them. */
export const movesToCarryOut = (ctx: Ctx): Promise<readonly Decentralisation[]> => {
  const now = ctx.clock.now();
  const settled = new Date(now - settledAfter).toISOString();
  return ctx.db.read(systemScope, (reader) => reader.rows(dueMoves, { today: localDate(now), settled }));
};

/** So many more dossiers have been told; `all`: no open one is left that has not. */
export async function markTold(
  ctx: Ctx,
  move: Decentralisation,
  more: { readonly told: number; readonly all: boolean },
): Promise<void> {
  const at = more.all ? new Date(ctx.clock.now()).toISOString() : null;
  await ctx.db.transact(systemScope, async (transactor) => {
    const kept = await transactor.find(moveCarriedOut, { id: move.id, at, told: more.told });
    if (!kept || !more.all) return;
    await record(transactor, ctx, {
      action: 'catalogue.carry-out-move',
      subject: `decentralisation:${move.id}`,
      details: { number: move.number, told: kept.told },
    });
  });
}
