import {
  canStand,
  findNode,
  leadsTo,
  type Marking,
  movedId,
  movedTimerId,
  type PlanTrigger,
  reopenTask,
} from '#capabilities/workflow';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Act, ActOf } from '../acts.ts';
import { standingActs } from '../undo.ts';
import { type DecidingPlan, doesAt } from './decide-plan.ts';
import type { OpenTask, PlanStep } from './plan-state.ts';
import { askOf, type PlannedRules, planStep } from './walk-plan.ts';

type Finished = ActOf<'step-finished'>;

const stepOfAct = (act: Act): PlanStep | undefined => (act.payload as { readonly plan?: PlanStep }).plan;

/** An element of an earlier act as it is called now: dossiers that went over to other versions since may call it otherwise. */
function nowOf(acts: readonly Act[], seq: number): (id: string) => string {
  const moves = acts.flatMap((act) =>
    act.kind === 'moved-to-version' && act.seq > seq ? [act.payload.ids ?? {}] : [],
  );
  return (id) => moves.reduce((now, ids) => movedId(ids, now), id);
}

/** A marking of then in the plan of now; the ids of its elements alone are others. */
function markingNow(marking: Marking, now: (id: string) => string): Marking {
  const tokens = marking.tokens.map(({ via, fired, ...token }) => ({
    ...token,
    node: now(token.node),
    ...(via === undefined ? {} : { via: now(via) }),
    ...(fired === undefined ? {} : { fired: fired.map(now) }),
  }));
  return { ...marking, tokens };
}

/**
 * The work that a task would go back to: what was finished last on a way that leads to it; for a draft, what drafted it. Its step is
 * called as it is now.
 */
export function backTarget(
  rules: PlannedRules,
  acts: readonly Act[],
  from: Pick<OpenTask, 'node'>,
  does?: 'appraise',
): Finished | undefined {
  const standing = standingActs(acts);
  for (const act of standing.toReversed()) {
    if (act.kind !== 'step-finished' || act.payload.plan?.trigger === undefined) continue;
    const step = nowOf(standing, act.seq)(act.payload.step);
    if (does !== undefined && doesAt(rules, step) !== does) continue;
    if (findNode(rules.plan, step) !== undefined && leadsTo(rules.plan, step, from.node))
      return { ...act, payload: { ...act.payload, step } };
  }
  return undefined;
}

/** Goes back to that work: the marking before it was finished, with what others did since kept. */
export function reopened(
  deciding: DecidingPlan,
  acts: readonly Act[],
  target: Finished,
): Outcome<{ readonly to: string; readonly plan: PlanStep }> {
  const { rules, state, now: at, freshId } = deciding;
  const standing = standingActs(acts);
  const before = standing.findLast((act) => act.seq < target.seq && stepOfAct(act) !== undefined);
  const then = before && stepOfAct(before)?.marking;
  const marking = then && markingNow(then, nowOf(standing, before.seq));
  const task = target.payload.plan?.trigger?.id;
  if (!state.plan || !marking || task === undefined) return refused({ code: 'first-step' });
  const since = standing.flatMap((act): readonly PlanTrigger[] => {
    const trigger = act.seq > target.seq ? stepOfAct(act)?.trigger : undefined;
    return trigger ? [{ ...trigger, id: movedTimerId(trigger.id, nowOf(standing, act.seq)) }] : [];
  });
  // A version it went over to since may be one in which nobody could have stood so.
  const wentOver = standing.some(({ kind, seq }) => kind === 'moved-to-version' && seq > target.seq);
  if (wentOver && !canStand(rules.plan, marking)) return refused({ code: 'first-step' });
  const ask = askOf(rules, state);
  const moves = reopenTask(rules.plan, state.plan.marking, { before: marking, task, since }, ask);
  if (!moves.ok) return refused({ code: 'first-step' });
  const plan = planStep({ rules, state, now: at, freshId }, moves.value);
  return done({ to: target.payload.step, plan });
}
