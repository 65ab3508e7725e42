import { isDeepStrictEqual } from 'node:util';
import { addWorkingMinutes, instantOf, minuteOf, workingMinutesBetween } from '#capabilities/calendar';
import {
  findNode,
  type Marking,
  type MoveRefusal,
  movedId,
  movedTimerId,
  moveMarking,
  type Places,
  type Plan,
  type Wait,
  type Waiting,
  waitingIn,
} from '#capabilities/workflow';
import { done, type Outcome } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';
import type { Instant } from '#kernel/time';
import type { Act } from '../acts.ts';
import type { DossierState } from '../state.ts';
import type { ArmedTimer, MovedPlan, OpenTask, PlanState, PlanStep } from './plan-state.ts';
import { membersOf, type PlannedRules, timerDue } from './walk-plan.ts';

interface Moving {
  readonly state: DossierState;
  readonly acts: readonly Act[];
  /** The plan it stands in; of a line of steps, that line drawn. */
  readonly was: Plan;
  readonly is: PlannedRules;
  readonly places: Places;
}

type TimerWaiting = Extract<Waiting, { kind: 'timer' }>;

/**
 * A dossier's place in its plan as a place in another. Open tasks keep their people and due moments, and calls their dossiers; timers
 * keep their beginning and take the new length.
 */
export function planAfterMove(moving: Moving): Outcome<MovedPlan, MoveRefusal> {
  const { was, is, places } = moving;
  const stood = moving.state.plan ?? lineState(moving.state);
  const moved = moveMarking(was, is.plan, stood.marking, places);
  if (!moved.ok) return moved;
  const { marking, ids } = moved.value;
  if (!sameMembers(is, marking))
    return { ok: false, refusal: { code: 'not-together', names: namesIn(was, stood) } };
  const waits = new Map(waitingIn(is.plan, marking).map((waiting) => [waiting.id, waiting]));
  const node = (id: string): string => movedId(ids, id);
  const tasks = stood.tasks.map((task) => ({ ...task, node: node(task.node) }));
  const calls = stood.calls.map((call) => ({ ...call, node: node(call.node) }));
  const messages = stood.messages.map((each) => {
    const waiting = waits.get(each.id);
    return {
      ...each,
      node: node(each.node),
      message: waiting?.kind === 'message' ? waiting.message : each.message,
    };
  });
  const timers = [...waits.values()]
    .filter((waiting): waiting is TimerWaiting => waiting.kind === 'timer')
    .map((waiting) => timerAfter(moving, stood, ids, waiting));
  const other = <T extends { readonly id: string }>(
    before: readonly T[],
    after: readonly T[],
  ): readonly T[] =>
    moving.state.plan ? after.filter((one) => !before.some((each) => isDeepStrictEqual(each, one))) : after;
  const gone = <T extends { readonly id: string }>(before: readonly T[], after: readonly T[]) =>
    before.filter((one) => !after.some((each) => isDeepStrictEqual(each, one))).map(({ id }) => id);
  const parts = {
    tasks: other(stood.tasks, tasks),
    timers: other(stood.timers, timers),
    calls: other(stood.calls, calls),
    messages: other(stood.messages, messages),
  };
  return done({
    step: {
      marking,
      closed: moving.state.plan
        ? [
            ...gone(stood.tasks, tasks),
            ...gone(stood.timers, timers),
            ...gone(stood.calls, calls),
            ...gone(stood.messages, messages),
          ]
        : [],
      ...(parts.tasks.length > 0 ? { tasks: parts.tasks } : {}),
      ...(parts.timers.length > 0 ? { timers: parts.timers } : {}),
      ...(parts.calls.length > 0 ? { calls: parts.calls } : {}),
      ...(parts.messages.length > 0 ? { messages: parts.messages } : {}),
    },
    ids,
    places: placesTold(moving, stood, ids),
  });
}

/** A dossier on a line stands at one task. */
function lineState({ step = '', stepDue = 0, assignee, holder }: DossierState): PlanState {
  const task: OpenTask = {
    id: '1',
    node: step,
    unit: holder,
    due: stepDue,
    ...(assignee ? { assignee } : {}),
  };
  return {
    marking: { state: 'running', next: 2, tokens: [{ id: 1, node: step, within: 0 }] },
    tasks: [task],
    timers: [],
    calls: [],
    messages: [],
    ended: [],
  };
}

/** Those who are asked one after the other are as many as when the asking began. */
const sameMembers = (is: PlannedRules, { tokens }: Marking): boolean =>
  tokens.every(({ node, several }) => {
    const task = findNode(is.plan, node);
    if (!several || task?.kind !== 'task' || !task.several) return true;
    return several.begun === several.of || membersOf(is, task.several.list).length === several.of;
  });

const nameIn = (plan: Plan, id: string): LocalText => findNode(plan, id)?.name ?? { vi: id };
const namesIn = (plan: Plan, { tasks }: PlanState): readonly LocalText[] => [
  ...new Map(tasks.map(({ node }) => [node, nameIn(plan, node)])).values(),
];

function placesTold({ was, is }: Moving, stood: PlanState, ids: Places): MovedPlan['places'] {
  const nodes = [...stood.tasks, ...stood.timers, ...stood.calls, ...stood.messages].map(({ node }) => node);
  return [...new Set(nodes)].flatMap((id) => {
    const to = movedId(ids, id);
    return to === id ? [] : [{ from: nameIn(was, id), to: nameIn(is.plan, to) }];
  });
}

const waitOf = (plan: Plan, id: string): Wait | undefined => {
  const node = findNode(plan, id);
  return node?.kind === 'timer' || node?.kind === 'boundary' ? node.wait : undefined;
};

function timerAfter(moving: Moving, stood: PlanState, ids: Places, waiting: TimerWaiting): ArmedTimer {
  const { was, is, acts, state } = moving;
  const old = stood.timers.find(
    ({ id }) => movedTimerId(id, (element) => movedId(ids, element)) === waiting.id,
  );
  const place = { id: waiting.id, node: waiting.node };
  if (old && isDeepStrictEqual(waitOf(was, old.node), waiting.wait)) return { ...old, ...place };
  const since = old ? (old.since ?? armedAt(acts, old.id)) : arrivedAt(acts, waiting.id, state);
  return { ...place, due: dueSince(is, waiting.wait, since, state.waits), since };
}

const stepOfAct = (act: Act): PlanStep | undefined => (act.payload as { readonly plan?: PlanStep }).plan;
const begun = (acts: readonly Act[], is: (act: Act, before: PlanStep | undefined) => boolean): Instant => {
  let before: PlanStep | undefined;
  let at = 0;
  for (const act of acts) {
    if (is(act, before)) at = act.at;
    before = stepOfAct(act) ?? before;
  }
  return at;
};

/** When a timer of this number began last. */
const armedAt = (acts: readonly Act[], id: string): Instant =>
  begun(acts, (act) => stepOfAct(act)?.timers?.some((timer) => timer.id === id) === true);

/** When the token came on whose border a timer of the new plan stands; of a line, when its step began. */
function arrivedAt(acts: readonly Act[], timer: string, { plan }: DossierState): Instant {
  const token = Number(timer.split(':')[0]);
  const holds = (step: PlanStep | undefined) => step?.marking.tokens.some(({ id }) => id === token) === true;
  if (plan) return begun(acts, (act, before) => holds(stepOfAct(act)) && !holds(before));
  const entering = ['accepted', 'step-finished', 'step-returned', 'pulled-back', 'result-sent-back'];
  return begun(acts, ({ kind }) => entering.includes(kind));
}

/** When a timer goes off that began then, with what the dossier has waited since: as `duesAfterWait` shifts it at the end of a wait. */
function dueSince(rules: PlannedRules, wait: Wait, since: Instant, waits: DossierState['waits']): Instant {
  const { calendar } = rules;
  let due = timerDue(rules, wait, since);
  for (const { from, to } of waits) {
    if (instantOf(to) <= since || due <= instantOf(from)) continue;
    const worked = workingMinutesBetween(calendar, from, to) ?? 0;
    const later = 'working' in wait ? addWorkingMinutes(calendar, minuteOf(due), worked) : undefined;
    due = later === undefined ? due + (instantOf(to) - instantOf(from)) : instantOf(later);
  }
  return due;
}
