import { record } from '#capabilities/audit';
import { allows } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import { done, invariant, type Outcome, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import type { Transactor } from '#platform/db';
import { paymentPermissions } from '../permissions.ts';
import { addStep, askAgainRow, lockDifference, tellAgainRow, workOffRow } from './queries/index.ts';
import { decideStep, type WorkedOff, type WorkStep } from './work-off.ts';

/** Works an item off by one step; each is kept, with who did it. */
export const workOffDifference = (ctx: Ctx, id: string, step: WorkStep): Promise<Outcome<undefined>> =>
  ctx.db.transact<Outcome<undefined>>(scopeOf(ctx.actor), (transactor) =>
    writeStep(ctx, transactor, id, step),
  );

/** Money of an item was given to a bill or a refund. */
interface Placed {
  readonly kind: 'assigned' | 'tied';
  readonly words: string;
}
const isPlaced = (step: WorkStep | Placed): step is Placed =>
  step.kind === 'assigned' || step.kind === 'tied';

/** The same in the caller's transaction; an item whose money was given its place ends. */
export async function writeStep(
  ctx: Ctx,
  transactor: Transactor,
  id: string,
  step: WorkStep | Placed,
): Promise<Outcome<undefined>> {
  const { actor } = ctx;
  const item = await transactor.find(lockDifference, { id });
  if (!item || actor.kind !== 'officer') return refused({ code: 'not-found' });
  const unit = [item.unit_id, item.kept_by].find(
    (each) => each !== null && allows(actor, paymentPermissions['payments.match'], each),
  );
  if (!unit) return refused({ code: 'not-yours' });
  const decided: Outcome<WorkedOff> = isPlaced(step)
    ? done({ state: 'closed', words: step.words, marked: null })
    : decideStep(item, step);
  if (!decided.ok) return decided;
  const { state, words, marked } = decided.value;
  const now = ctx.clock.now();
  const at = new Date(now).toISOString();
  if (step.kind === 'asked') {
    const { asked } = await transactor.get(askAgainRow, { id, now: at });
    if (!asked) return refused({ code: 'nothing-to-ask' });
  }
  if (step.kind === 'told') {
    invariant(
      item.home_unit && item.dossier_id && item.charge_id,
      'an item about a dossier names its charge',
    );
    await transactor.get(tellAgainRow, {
      event: uuidv7(now),
      at,
      home_unit: item.home_unit,
      dossier: item.dossier_id,
      charge: item.charge_id,
    });
  }
  const officer = { officer: actor.officer, officer_name: actor.name };
  await transactor.get(workOffRow, { id, state, ...officer, marked, at });
  await transactor.get(addStep, {
    id,
    at,
    kind: step.kind,
    actor: actor.officer,
    actor_name: actor.name,
    words: step.kind === 'marked' ? [step.as, words].filter(Boolean).join(': ') : words,
  });
  await record(transactor, ctx, {
    action: `payment.difference-${step.kind}`,
    subject: item.reference,
    unit,
    ...(item.home_unit ? { homeUnit: item.home_unit } : {}),
    details: { kind: item.kind },
  });
  return done(undefined);
}
