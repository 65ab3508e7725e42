import {
  addWorkingMinutes,
  instantOf,
  minuteOf,
  nextOpen,
  type WorkingCalendar,
} from '#capabilities/calendar';
import { dueOf, dueSameDay, type Due as ReckonedDue, type TimeLimit } from '#capabilities/deadlines';
import {
  type Answers,
  caseOf,
  type Facts,
  type ProcedureDefinition,
  resultsFor,
  timeFor,
} from '#capabilities/forms';
import {
  budgetMinutes,
  type Plan,
  type StepContext,
  stepById,
  stepOfPlan,
  stepsFor,
  tasksOfPlan,
  type WorkflowStep,
} from '#capabilities/workflow';
import type { UnitId } from '#kernel/ids';
import { dateOfDayNumber, type Instant } from '#kernel/time';
import type { DossierState, Due } from './state.ts';

/** Everything pinned to a dossier that its rules ask: version of the procedure, calendar, answers. */
export interface ProcedureRules {
  readonly definition: ProcedureDefinition;
  readonly calendar: WorkingCalendar;
  readonly answers: Answers;
  readonly facts: Facts;
  /** Where the diagram of the version is more than a line of steps. */
  readonly plan?: Plan;
  /** Units that the plan names, as this dossier finds them. */
  readonly units?: Readonly<Record<string, UnitId>>;
}

const contextOf = ({ answers, facts }: ProcedureRules): StepContext => ({ answers, facts });

export const stepOf = (rules: ProcedureRules, state: DossierState): WorkflowStep | undefined =>
  state.step === undefined
    ? undefined
    : rules.plan && state.plan
      ? stepOfPlan(rules.plan, state.step)
      : stepById(rules.definition.workflow, state.step);

export const openSteps = (rules: ProcedureRules): readonly WorkflowStep[] =>
  rules.plan ? tasksOfPlan(rules.plan) : stepsFor(rules.definition.workflow, contextOf(rules));

/** The time the law gives, undefined where the record names none: then there is no due date, and the receipt says so. */
export function legalTime(rules: ProcedureRules, channel: DossierState['channel']) {
  const { definition, answers, facts } = rules;
  return timeFor(definition, channel, caseOf(definition, answers, facts), answers, facts);
}

/** Due by both conventions from the moment of acceptance, with all waits so far. `counted`: a time kept from another version. */
export function dueFor(
  rules: ProcedureRules,
  channel: DossierState['channel'],
  acceptedAt: Instant,
  waits: DossierState['waits'],
  counted?: DossierState['counted'],
): Due {
  const own = counted === undefined ? legalTime(rules, channel) : counted;
  const time = own === 'none' ? undefined : own;
  if (!time) return { date: null, minute: null };
  const received = minuteOf(acceptedAt);
  const limit: TimeLimit = { value: time.value, unit: time.unit };
  const due = time.sameDay
    ? dueSameDay(rules.calendar, { received, waits })
    : dueOf(rules.calendar, { received, time: limit, waits });
  return due.ok ? inInstants(due.value) : { date: null, minute: null };
}

const inInstants = (due: ReckonedDue): Due => ({
  date: due.endOfDay === null ? null : dateOfDayNumber(due.endOfDay),
  minute: due.toTheMinute === null ? null : instantOf(due.toTheMinute),
});

/** A step's own due moment when it begins now. */
export function stepDueFrom(rules: ProcedureRules, step: WorkflowStep, at: Instant): Instant {
  return workingMinutesAfter(rules.calendar, at, budgetMinutes(step.budget));
}

/** The moment after so many working minutes; at the end of the calendar the moment itself. */
export function workingMinutesAfter(calendar: WorkingCalendar, at: Instant, minutes: number): Instant {
  const start = nextOpen(calendar, minuteOf(at));
  const due = start === undefined ? undefined : addWorkingMinutes(calendar, start, minutes);
  return due === undefined ? at : instantOf(due);
}

/** An online dossier is answered within eight working hours of receipt (DOMAIN §2.5). */
export const answerByFor = (calendar: WorkingCalendar, at: Instant): Instant =>
  workingMinutesAfter(calendar, at, 480);

export const resultFor = (rules: ProcedureRules, outcome: 'granted' | 'refused') =>
  resultsFor(rules.definition, outcome === 'granted' ? 'grant' : 'refusal', rules.answers, rules.facts)[0];

/**
 * Whether the person reads the draft before it is signed: what an online dossier asked for only, for at a counter the
 * person is there to read it (step texts of civil status, DOMAIN §2.5).
 */
export const showsDraft = (
  rules: ProcedureRules,
  channel: DossierState['channel'],
  outcome: 'granted' | 'refused',
): boolean =>
  channel === 'online' && outcome === 'granted' && resultFor(rules, outcome)?.confirmDraft === true;
