import {
  completeTask,
  findNode,
  fireTimer,
  movePlan,
  type PlanTrigger,
  startPlan,
  waitingIn,
} from '#capabilities/workflow';
import { done, invariant, type Outcome, refused } from '#kernel/outcome';
import type { NewAct } from '../acts.ts';
import type { Deciding } from '../deciding.ts';
import { signActs } from '../sign.ts';
import type { DossierState } from '../state.ts';
import { leadTask, ownTasks, timersRun } from './fold-plan.ts';
import type { OpenTask, PlanStep } from './plan-state.ts';
import { askOf, isPlanned, type PlannedRules, planStep } from './walk-plan.ts';

/** Deciding over a dossier whose version has a plan. */
export type DecidingPlan = Deciding & { readonly rules: PlannedRules };
export const walksPlan = (deciding: Deciding): deciding is DecidingPlan => isPlanned(deciding.rules);

/** More than any plan does by itself after one act. */
const mostAtOnce = 100;

const nobody = { actorKind: 'system', actorId: null, actorName: '', actorUnit: null } as const;

/** The state after acts that are not signed yet; who signs them changes nothing in the plan. */
export const after = (state: DossierState, news: readonly NewAct[], at: number): DossierState =>
  news.length === 0 ? state : signActs(state, news, at, nobody).state;

const walking = ({ rules, now, freshId }: DecidingPlan, state: DossierState) => ({
  rules,
  now,
  freshId,
  state,
});

/** One move of the plan by this trigger; the refusal of a diagram that leads nowhere keeps the dossier where it stood. */
export function moved(
  deciding: DecidingPlan,
  trigger: PlanTrigger,
  state = deciding.state,
): Outcome<PlanStep> {
  const { rules } = deciding;
  if (!state.plan) return refused({ code: 'not-waiting' });
  const moves = movePlan(rules.plan, state.plan.marking, trigger, askOf(rules, state));
  return moves.ok ? done(planStep(walking(deciding, state), moves.value, trigger)) : moves;
}

/** The plan from its start up to the first task that is not receiving, for accepting is having received. */
export function begun(deciding: DecidingPlan): Outcome<PlanStep> {
  const { rules, state } = deciding;
  const { plan } = rules;
  const started = startPlan(plan, askOf(rules, state));
  if (!started.ok) return started;
  const first = waitingIn(plan, started.value.marking).find(
    ({ kind, node }) => kind === 'task' && doesAt(rules, node) === 'receive',
  );
  if (!first) return refused({ code: 'no-steps' });
  const received = completeTask(plan, started.value.marking, first.id, askOf(rules, state));
  if (!received.ok) return received;
  // What began and ended within the same moment was never there for anybody.
  const entered = waitingIn(plan, received.value.marking);
  return done(planStep(walking(deciding, state), { ...received.value, entered, left: [] }));
}

export const doesAt = ({ plan }: PlannedRules, node: string) => {
  const found = findNode(plan, node);
  return found?.kind === 'task' ? found.does : undefined;
};

/** A task is done. */
export function finished(deciding: DecidingPlan, task: OpenTask, note: string): Outcome<readonly NewAct[]> {
  const plan = moved(deciding, { kind: 'task', id: task.id });
  if (!plan.ok) return plan;
  return done([
    {
      kind: 'step-finished',
      payload: { step: task.node, next: '', stepDue: deciding.now, note, plan: plan.value },
    },
  ]);
}

/** The first timer that is due goes off, at the moment it is looked at. */
export function fired(deciding: DecidingPlan): Outcome<readonly NewAct[]> {
  const { state, rules, now } = deciding;
  const [first] = (state.plan?.timers ?? []).toSorted((a, b) => a.due - b.due);
  if (!state.plan || !first || !timersRun(state) || first.due > now) return refused({ code: 'not-due' });
  const trigger = { kind: 'timer', id: first.id } as const;
  const moves = fireTimer(rules.plan, state.plan.marking, first.id, askOf(rules, state));
  if (!moves.ok) return moves;
  const plan = planStep(walking(deciding, state), moves.value, trigger);
  const label = findNode(rules.plan, first.node)?.name ?? { vi: first.node };
  return done([{ kind: 'timer-fired', payload: { node: first.node, label, due: first.due, plan } }]);
}

/**
 * What a plan does by itself after some acts: services run, a message that is one of these acts is taken, and the dossier is handed to
 * the unit whose turn it is. Whoever decides keeps it while others give their opinion.
 */
export function goOn(deciding: DecidingPlan, news: readonly NewAct[]): Outcome<readonly NewAct[]> {
  let list = news;
  let state = after(deciding.state, news, deciding.now);
  const heard = new Set<string>(news.map(({ kind }) => kind));
  for (let turns = 0; state.plan; turns++) {
    invariant(turns < mostAtOnce, 'a plan comes to rest');
    const waits = waitingIn(deciding.rules.plan, state.plan.marking);
    const service = waits.find((each) => each.kind === 'service');
    const message = waits.find((each) => each.kind === 'message' && heard.has(each.message));
    const next = service ?? message;
    if (next === undefined) break;
    const act = byItself(deciding, state, next);
    if (!act.ok) return act;
    if (next === message && message?.kind === 'message') heard.delete(message.message);
    list = [...list, act.value];
    state = after(state, [act.value], deciding.now);
  }
  return done([...list, ...handing(state)]);
}

function byItself(
  deciding: DecidingPlan,
  state: DossierState,
  waiting: ReturnType<typeof waitingIn>[number],
): Outcome<NewAct> {
  if (waiting.kind === 'message') {
    const plan = moved(deciding, { kind: 'message', id: waiting.message }, state);
    if (!plan.ok) return plan;
    return done({
      kind: 'message-received',
      payload: { message: waiting.message, note: '', plan: plan.value },
    });
  }
  const plan = moved(deciding, { kind: 'task', id: waiting.id }, state);
  if (!plan.ok) return plan;
  const service = waiting.kind === 'service' ? waiting.service : '';
  const label = waiting.name ?? { vi: waiting.node };
  return done({ kind: 'service-run', payload: { node: waiting.node, label, service, plan: plan.value } });
}

function handing(state: DossierState): readonly NewAct[] {
  if (!['accepted', 'in-process', 'finished'].includes(state.stage) || leadTask(state)) return [];
  const asked = state.stage !== 'finished' && state.plan?.tasks.some((task) => task.opinion);
  const to = ownTasks(state)[0]?.unit ?? (asked ? state.competent : undefined);
  return to === undefined || to === state.holder
    ? []
    : [{ kind: 'handed-over', payload: { from: state.holder, to } }];
}
