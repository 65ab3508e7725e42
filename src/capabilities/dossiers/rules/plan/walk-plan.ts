import { addWorkingMinutes, instantOf, minuteOf, workingMinutesBetween } from '#capabilities/calendar';
import { type Facts, holds } from '#capabilities/forms';
import {
  type Ask,
  budgetMinutes,
  findNode,
  type Moves,
  type Plan,
  type PlanNode,
  type PlanTrigger,
  type Wait,
  type Waiting,
} from '#capabilities/workflow';
import type { UnitId } from '#kernel/ids';
import { dateOfDayNumber, type Instant, instantAt, localDate } from '#kernel/time';
import { type ProcedureRules, workingMinutesAfter } from '../rules-of-procedure.ts';
import type { DossierState } from '../state.ts';
import type { OpenTask, PlanStep } from './plan-state.ts';

/** Rules of a version whose diagram is more than a line. */
export type PlannedRules = ProcedureRules & { readonly plan: Plan };
export const isPlanned = (rules: ProcedureRules): rules is PlannedRules => rules.plan !== undefined;

/** What conditions of a diagram may ask beside the answers: `fact.outcome`, `fact.opinions`, `fact.elsewhere`, `fact.channel`. */
function factsIn(rules: ProcedureRules, { result, opinions, elsewhere, plan }: DossierState): Facts {
  const answered = opinions.flatMap(({ answer }) => (answer ? [answer.agrees] : []));
  return {
    ...rules.facts,
    outcome: result?.outcome ?? '',
    opinions: answered.length === 0 ? 'none' : answered.every(Boolean) ? 'agree' : 'disagree',
    elsewhere: elsewhere === true,
    called: plan?.ended.at(-1)?.outcome ?? '',
  };
}

export const askOf = (rules: ProcedureRules, state: DossierState): Ask => ({
  holds: (feel) => holds({ feel }, rules.answers, factsIn(rules, state)),
  size: (list) => membersOf(rules, list).length,
});

/** Who is in a list: the units it names, or the entries of an answer, which are units where they name one. */
export function membersOf({ answers, units }: ProcedureRules, list: string): readonly (UnitId | undefined)[] {
  const answer = Object.hasOwn(answers, list) ? answers[list] : undefined;
  if (Array.isArray(answer))
    return answer.map((entry) => (typeof entry === 'string' ? units?.[entry] : undefined));
  return namesOf(list).flatMap((name) => units?.[name] ?? []);
}

const namesOf = (list: string): readonly string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

/** Every unit that a plan may name, in its tasks, its lists, or the answers that a list stands for. */
export function unitsNamed(plan: Plan, answers: ProcedureRules['answers']): readonly string[] {
  const names = Object.values(plan.nodes).flatMap((node) => {
    if (node.kind !== 'task') return [];
    const { list } = node.several ?? {};
    const answer = list !== undefined && Object.hasOwn(answers, list) ? answers[list] : undefined;
    const entries = Array.isArray(answer) ? answer.filter((each) => typeof each === 'string') : [];
    return [...(node.unit ? [node.unit] : []), ...(list === undefined ? [] : namesOf(list)), ...entries];
  });
  return [...new Set(names)];
}

interface Walking {
  readonly rules: PlannedRules;
  readonly state: DossierState;
  readonly now: Instant;
  readonly freshId: () => string;
}

/** What a move means for the dossier: who gets a task and until when, which timers run, what is waited for. */
export function planStep(walking: Walking, moves: Moves, trigger?: PlanTrigger): PlanStep {
  const { rules, now } = walking;
  const node = (waiting: Waiting) => findNode(rules.plan, waiting.node) as PlanNode;
  const tasks: OpenTask[] = [];
  const timers: { id: string; node: string; due: Instant }[] = [];
  const calls: { id: string; node: string; procedure: string }[] = [];
  const messages: { id: string; node: string; message: string }[] = [];
  for (const waiting of moves.entered) {
    const place = { id: waiting.id, node: waiting.node };
    if (waiting.kind === 'task') tasks.push(taskOf(walking, node(waiting), waiting));
    if (waiting.kind === 'timer') timers.push({ ...place, due: timerDue(rules, waiting.wait, now) });
    if (waiting.kind === 'call') calls.push({ ...place, procedure: waiting.procedure });
    if (waiting.kind === 'message') messages.push({ ...place, message: waiting.message });
  }
  return {
    ...(trigger ? { trigger } : {}),
    marking: moves.marking,
    closed: moves.left.map(({ id }) => id),
    ...(tasks.length > 0 ? { tasks } : {}),
    ...(timers.length > 0 ? { timers } : {}),
    ...(calls.length > 0 ? { calls } : {}),
    ...(messages.length > 0 ? { messages } : {}),
  };
}

function taskOf(
  { rules, state, now, freshId }: Walking,
  node: PlanNode,
  { id, item }: Extract<Waiting, { kind: 'task' }>,
): OpenTask {
  const task = node.kind === 'task' ? node : undefined;
  const member = item === undefined || !task?.several ? undefined : membersOf(rules, task.several.list)[item];
  const asked = member ?? (task?.unit === undefined ? undefined : rules.units?.[task.unit]);
  return {
    id,
    node: node.id,
    unit: asked ?? (task?.place === 'receiver' ? state.receiver : state.competent),
    due: workingMinutesAfter(rules.calendar, now, task?.budget ? budgetMinutes(task.budget) : 480),
    ...(item === undefined ? {} : { item }),
    ...(asked ? { opinion: { id: freshId(), question: node.name?.vi ?? node.id } } : {}),
  };
}

/** When a timer that begins now goes off. Months end on the same day of the month, or on its last. */
export function timerDue({ calendar }: ProcedureRules, wait: Wait, now: Instant): Instant {
  if ('working' in wait) return workingMinutesAfter(calendar, now, budgetMinutes(wait.working));
  const date = localDate(now);
  const sinceMidnight = now - instantAt(date);
  return instantAt(addMonths(date, wait.months)) + sinceMidnight + wait.seconds * 1000;
}

function addMonths(date: ReturnType<typeof localDate>, months: number): ReturnType<typeof localDate> {
  if (months === 0) return date;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dateOfDayNumber(first / 86_400_000 + Math.min(day, last) - 1);
}

/**
 * Due moments after a wait that ends now, by id: what was left of them when the wait began is left again. Working time is counted in
 * working time, a calendar duration as it is; what was due before the wait stays late.
 */
export function duesAfterWait(
  { plan, calendar }: PlannedRules,
  state: DossierState,
  now: Instant,
): Readonly<Record<string, Instant>> {
  const since = state.waitingSince;
  if (since === undefined || !state.plan) return {};
  const worked = workingMinutesBetween(calendar, minuteOf(since), minuteOf(now + 59_999)) ?? 0;
  const byWork = (due: Instant): Instant => {
    const later = addWorkingMinutes(calendar, minuteOf(due), worked);
    return later === undefined ? due + (now - since) : instantOf(later);
  };
  const moved: Record<string, Instant> = {};
  for (const { id, due } of state.plan.tasks) if (due > since) moved[id] = byWork(due);
  for (const { id, node, due } of state.plan.timers) {
    if (due <= since) continue;
    const timer = findNode(plan, node);
    const working = (timer?.kind === 'timer' || timer?.kind === 'boundary') && 'working' in timer.wait;
    moved[id] = working ? byWork(due) : due + (now - since);
  }
  return moved;
}
