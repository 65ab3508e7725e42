import { findNode, leadsTo, type PlanTrigger, reopenTask } from '#capabilities/workflow';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Act, ActOf } from '../acts.ts';
import { standingActs } from '../undo.ts';
import { type DecidingPlan, doesAt } from './decide-plan.ts';
import type { OpenTask, PlanStep } from './plan-state.ts';
import { askOf, type PlannedRules, planStep } from './walk-plan.ts';

type Finished = ActOf<'step-finished'>;

const stepOfAct = (act: Act): PlanStep | undefined => (act.payload as { readonly plan?: PlanStep }).plan;

/** The work that a task would go back to: what was finished last on a way that leads to it; for a draft, what drafted it. */
export function backTarget(
  rules: PlannedRules,
  acts: readonly Act[],
  from: Pick<OpenTask, 'node'>,
  does?: 'appraise',
): Finished | undefined {
  return standingActs(acts).findLast((act): act is Finished => {
    if (act.kind !== 'step-finished' || act.payload.plan?.trigger === undefined) return false;
    const { step } = act.payload;
    if (does !== undefined && doesAt(rules, step) !== does) return false;
    return findNode(rules.plan, step) !== undefined && leadsTo(rules.plan, step, from.node);
  });
}

/** Goes back to that work: the marking before it was finished, with what others did since kept. */
export function reopened(deciding: DecidingPlan, acts: readonly Act[], target: Finished): Outcome<PlanStep> {
  const { rules, state, now, freshId } = deciding;
  const standing = standingActs(acts);
  const before = standing.findLast((act) => act.seq < target.seq && stepOfAct(act) !== undefined);
  const marking = before && stepOfAct(before)?.marking;
  const task = target.payload.plan?.trigger?.id;
  if (!state.plan || !marking || task === undefined) return refused({ code: 'first-step' });
  const since = standing.flatMap((act): readonly PlanTrigger[] => {
    const trigger = act.seq > target.seq ? stepOfAct(act)?.trigger : undefined;
    return trigger ? [trigger] : [];
  });
  const ask = askOf(rules, state);
  const moves = reopenTask(rules.plan, state.plan.marking, { before: marking, task, since }, ask);
  if (!moves.ok) return refused({ code: 'first-step' });
  return done(planStep({ rules, state, now, freshId }, moves.value));
}
