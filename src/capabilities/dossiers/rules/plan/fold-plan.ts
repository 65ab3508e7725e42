import type { UnitId } from '#kernel/ids';
import type { Instant } from '#kernel/time';
import type { Act } from '../acts.ts';
import type { DossierState, Stage } from '../state.ts';
import type { OpenTask, PlanState, PlanStep } from './plan-state.ts';

/** What any act may say about the plan, whatever its kind. */
interface PlanPart {
  readonly plan?: PlanStep;
  /** Due moments moved by a wait that ended, by id of task or timer. */
  readonly dues?: Readonly<Record<string, Instant>>;
}

const over: readonly Stage[] = ['declined', 'stopped', 'returned'];
const nothing: PlanState = {
  marking: { state: 'running', next: 1, tokens: [] },
  tasks: [],
  timers: [],
  calls: [],
  messages: [],
  ended: [],
};

/** Tasks of the dossier's own road first: those of the unit that holds it, then of the one that decides, then of the receiver. */
export function ownTasks(state: DossierState): readonly OpenTask[] {
  const tasks = (state.plan?.tasks ?? []).filter((task) => task.opinion === undefined);
  const rank = ({ unit }: OpenTask) => (unit === state.holder ? 0 : unit === state.competent ? 1 : 2);
  return tasks.toSorted((a, b) => rank(a) - rank(b));
}

/** The task for which the dossier stands where it stands; undefined while only others have something to do. */
export const leadTask = (state: DossierState): OpenTask | undefined =>
  ownTasks(state).find((task) => task.unit === state.holder);

/** Timers run while the clock of the law runs, and after the result until it is returned. */
export const timersRun = (state: DossierState): boolean =>
  state.waitingSince === undefined && ['accepted', 'in-process', 'finished'].includes(state.stage);

/** One more act, as far as the plan goes. Asked only for dossiers that walk a plan. */
export function foldPlan(state: DossierState, act: Act): DossierState {
  const { plan: step, dues } = act.payload as PlanPart;
  const moved = step ? movedBy(state, act, step) : state;
  const next = shifted(moved, dues);
  return settled(ownActs(next, act));
}

function movedBy(state: DossierState, act: Act, step: PlanStep): DossierState {
  const was = state.plan ?? nothing;
  const closed = new Set(step.closed);
  const stays = ({ id }: { readonly id: string }) => !closed.has(id);
  const fresh = step.tasks ?? [];
  return {
    ...state,
    seenBy: [...state.seenBy, ...unitsOf(fresh).filter((unit) => !state.seenBy.includes(unit))],
    opinions: opinionsAfter(state, act, step),
    plan: {
      ...was,
      marking: step.marking,
      tasks: [...was.tasks.filter(stays), ...fresh],
      timers: [...was.timers.filter(stays), ...(step.timers ?? [])],
      calls: [...was.calls.filter(stays), ...(step.calls ?? [])],
      messages: [...was.messages.filter(stays), ...(step.messages ?? [])],
    },
  };
}

const unitsOf = (tasks: readonly OpenTask[]): readonly UnitId[] => [
  ...new Set(tasks.map(({ unit }) => unit)),
];

/** A task of another unit is a question to it. One that a timer ends was not answered in its time; one that falls away was not needed. */
function opinionsAfter(state: DossierState, { at }: Act, step: PlanStep): DossierState['opinions'] {
  const gone = new Set(
    (state.plan?.tasks ?? []).flatMap(({ id, opinion }) =>
      opinion && step.closed.includes(id) ? [opinion.id] : [],
    ),
  );
  const silent = step.trigger?.kind === 'timer';
  // Under the same question a task that is put elsewhere goes on: nobody is asked anew.
  const again = new Set((step.tasks ?? []).flatMap(({ opinion }) => (opinion ? [opinion.id] : [])));
  const known = new Set(state.opinions.map(({ id }) => id));
  const kept = state.opinions.flatMap((opinion) => {
    if (opinion.answer || !gone.has(opinion.id) || again.has(opinion.id)) return [opinion];
    return silent ? [{ ...opinion, answer: { text: '', agrees: true, at, by: '', silent } }] : [];
  });
  const asked = (step.tasks ?? []).flatMap(({ id, unit, due, opinion }) =>
    opinion && !known.has(opinion.id)
      ? [{ ...opinion, unit, due, askedAt: at, askedBy: state.competent, task: id }]
      : [],
  );
  return [...kept, ...asked];
}

function shifted(state: DossierState, dues: PlanPart['dues']): DossierState {
  if (!dues || !state.plan) return state;
  const later = <T extends { readonly id: string; readonly due: Instant }>(one: T): T => {
    const due = dues[one.id];
    return due === undefined ? one : { ...one, due };
  };
  const { plan } = state;
  const tasks = plan.tasks.map(later);
  const due = new Map(tasks.map((task) => [task.opinion?.id, task.due]));
  return {
    ...state,
    opinions: state.opinions.map((opinion) => ({ ...opinion, due: due.get(opinion.id) ?? opinion.due })),
    plan: { ...plan, tasks, timers: plan.timers.map(later) },
  };
}

/** Acts that speak of something inside the plan without moving it. */
function ownActs(state: DossierState, act: Act): DossierState {
  const { plan } = state;
  if (!plan) return state;
  switch (act.kind) {
    case 'assigned': {
      const { officer, name, task: id = leadTask(state)?.id } = act.payload;
      const tasks = plan.tasks.map((task) =>
        task.id === id ? { ...task, assignee: { id: officer, name } } : task,
      );
      return { ...state, plan: { ...plan, tasks } };
    }
    case 'call-opened': {
      const { call, dossier } = act.payload;
      const calls = plan.calls.map((each) => (each.id === call ? { ...each, dossier } : each));
      return { ...state, plan: { ...plan, calls } };
    }
    case 'call-ended': {
      const { node, dossier, outcome } = act.payload;
      return { ...state, plan: { ...plan, ended: [...plan.ended, { ...dossier, node, outcome }] } };
    }
    // Work of the unit that decided goes with the authority; what others were asked stays theirs.
    case 'authority-moved': {
      const { from, to, stays } = act.payload;
      if (stays) return state;
      const tasks = plan.tasks.map(({ assignee, ...task }) =>
        task.unit === from && !task.opinion && from !== state.receiver
          ? { ...task, unit: to }
          : { ...task, ...(assignee ? { assignee } : {}) },
      );
      return { ...state, plan: { ...plan, tasks } };
    }
    case 'service-run':
      return act.payload.service === 'remind' ? { ...state, plan: { ...plan, urgent: true } } : state;
    default:
      return state;
  }
}

/** Step, due moment and officer of the dossier are those of its leading task; an ended dossier waits for nothing. */
function settled(state: DossierState): DossierState {
  if (!state.plan) return state;
  const { wake: _, ...plan } = over.includes(state.stage) ? ended(state.plan) : state.plan;
  const { step: _step, stepDue: _due, assignee: _assignee, ...rest } = { ...state, plan };
  const lead = leadTask(rest);
  const wake = wakeOf(rest, plan);
  return {
    ...rest,
    ...(lead ? { step: lead.node, stepDue: lead.due } : {}),
    ...(lead?.assignee ? { assignee: lead.assignee } : {}),
    plan: wake === undefined ? plan : { ...plan, wake },
  };
}

const ended = (plan: PlanState): PlanState => ({
  ...plan,
  marking: {
    ...plan.marking,
    state: plan.marking.state === 'finished' ? 'finished' : 'cancelled',
    tokens: [],
  },
  tasks: [],
  timers: [],
  calls: [],
  messages: [],
});

function wakeOf(state: DossierState, plan: PlanState): Instant | undefined {
  if (!timersRun(state)) return undefined;
  if (plan.calls.some((call) => call.dossier === undefined)) return 0;
  const dues = plan.timers.map((timer) => timer.due);
  return dues.length === 0 ? undefined : Math.min(...dues);
}
