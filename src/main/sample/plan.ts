import type { ProcedureDefinition } from '#capabilities/forms';
import { budgetMinutes, type WorkflowStep } from '#capabilities/workflow';
import type { UnitId } from '#kernel/ids';
import { localDate } from '#kernel/time';
import { applicantsFor } from './cast.ts';
import { type Chance, chanceFor } from './chance.ts';
import type { Resident } from './residents.ts';
import { unitId } from './sample-id.ts';
import type { StageSet } from './stage-set.ts';
import { storyWords, weighed } from './story-words.ts';
import { isOpen, type Needs, needsOf, type Target } from './targets.ts';
import { dayMinutes } from './working-axis.ts';

/** What will happen to one dossier; positions and lengths are working minutes. */
export interface Plan {
  readonly index: number;
  readonly target: Target;
  readonly definition: ProcedureDefinition;
  readonly channel: 'online' | 'direct' | 'post';
  readonly applicant: Resident;
  readonly receiver: UnitId;
  readonly delivery: 'counter' | 'post' | 'electronic';
  /** Filed with identity pending. */
  readonly guest: boolean;
  readonly submittedAt: number;
  /** From submission to the answer of the one-stop desk. */
  readonly intake: number;
  /** From acceptance to the result, or to the last thing that happened. */
  readonly window: number;
  /** How long something was waited for. */
  readonly wait: number;
  readonly chance: Chance;
}

/** Every target at least once, the rest by its share; in an order of its own, the same for the same seed. */
export function targetsFor(
  seed: number,
  count: number,
  possible: (target: Target) => boolean,
): readonly Target[] {
  const shares = Object.entries(storyWords().targets).filter(([target]) => possible(target as Target));
  const total = shares.reduce((sum, [, share]) => sum + share, 0);
  const all = shares.flatMap(([target, share]) =>
    Array.from({ length: Math.max(1, Math.round((share * count) / total)) }, () => target as Target),
  );
  while (all.length > count && all.includes('returned')) all.splice(all.indexOf('returned'), 1);
  while (all.length < count) all.push('returned');
  const chance = chanceFor(seed, 'order of targets');
  for (let i = all.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [all[i], all[j]] = [all[j] as Target, all[i] as Target];
  }
  return all.slice(0, count);
}

/** Working minutes the law gives; where it gives none, what an office would take. */
function legalMinutes(
  definition: ProcedureDefinition,
  channel: Plan['channel'],
): { minutes: number; sameDay: boolean } {
  const time =
    definition.time.find(
      (each) => each.channel === channel && each.if === undefined && each.case === undefined,
    ) ?? definition.time.find((each) => each.channel === channel);
  if (!time) return { minutes: 3 * dayMinutes, sameDay: false };
  const unit = { working_day: dayMinutes, day: (dayMinutes * 5) / 7, hour: 60, month: dayMinutes * 20 }[
    time.unit
  ];
  return { minutes: Math.floor(time.value * unit), sameDay: time.sameDay === true };
}

function fits(definition: ProcedureDefinition, channel: Plan['channel'], needs: Needs): boolean {
  const { minutes, sameDay } = legalMinutes(definition, channel);
  if (definition.code !== 'generic' && !definition.time.some((each) => each.channel === channel))
    return false;
  // The people of the sample have no keys.
  if (channel === 'online' && definition.assurance.signed) return false;
  if (needs.guest && !definition.assurance.identityPendingAllowed) return false;
  if (needs.confirm && (channel !== 'online' || !definition.result.confirmDraft)) return false;
  if (
    needs.check &&
    !definition.workflow.steps.some((step) => step.does === 'check' && step.if === undefined)
  )
    return false;
  return !needs.time || (!sameDay && minutes >= 3 * dayMinutes && definition.time.length > 0);
}

/** Whether the procedures of the sample leave room for the story at all: some tell of drafts to confirm, or of guests. */
export const possible = (set: StageSet, target: Target): boolean =>
  set.live.some((definition) => fits(definition, 'online', needsOf(target)));

export function planFor(set: StageSet, seed: number, index: number, target: Target): Plan {
  const chance = chanceFor(seed, `dossier ${index}`);
  const words = storyWords();
  const needs = needsOf(target);
  const channel =
    needs.online || needs.confirm ? 'online' : (weighed(chance, words.channels) as Plan['channel']);
  const generic =
    channel === 'direct' &&
    set.centres.length > 0 &&
    !needs.time &&
    target !== 'overdue' &&
    chance.percent(words.genericShare * 5);
  const today = localDate(set.now);
  const usable = set.live.filter(
    (definition) => fits(definition, channel, needs) && applicantsFor(definition, set.town, today).length > 0,
  );
  const definition = generic ? set.generic : chance.weigh(usable, (each) => words.procedures[each.code] ?? 1);
  const applicant = chance.pick(applicantsFor(definition, set.town, today));
  const times = timesFor(set, target, definition, legalMinutes(definition, channel), chance);
  return {
    index,
    target,
    definition,
    channel,
    applicant,
    receiver: receiverFor(set, target, applicant, chance),
    delivery: deliveryFor(target, channel, chance),
    guest: needs.guest,
    ...times,
    chance,
  };
}

/** A result that waits at the desk, or came back to it, was never to be sent by the machine. */
function deliveryFor(target: Target, channel: Plan['channel'], chance: Chance): Plan['delivery'] {
  if (channel === 'direct') return 'counter';
  const way = weighed(chance, storyWords().delivery) as Plan['delivery'];
  const atDesk = target.startsWith('finished') || target.endsWith('undone');
  return atDesk && way === 'electronic' ? 'counter' : way;
}

/** The centre of the own commune, of another one, or of the province: people file anywhere. A ministry has one. */
function receiverFor(set: StageSet, target: Target, applicant: Resident, chance: Chance): UnitId {
  const { centres } = set;
  if (centres.length === 0) return set.mainCentre;
  // The centre of the tour has something of everything to do.
  if (isOpen(target) && chance.percent(6)) return unitId('tthcc-xa-nui-cam');
  const way = weighed(chance, storyWords().receivers);
  if (way === 'provincial') return set.mainCentre;
  const own = centres.find(([, unit]) => unit.adminCode === applicant.commune.code);
  return way === 'own' && own ? own[0] : chance.pick(centres)[0];
}

interface Times {
  readonly submittedAt: number;
  readonly intake: number;
  readonly window: number;
  readonly wait: number;
}
type Legal = ReturnType<typeof legalMinutes>;

/** A whole story lies in the past and ends before now; an open one ends shortly before now. */
function timesFor(
  set: StageSet,
  target: Target,
  definition: ProcedureDefinition,
  legal: Legal,
  chance: Chance,
): Times {
  const intake = legal.sameDay ? chance.between(5, 50) : chance.between(8, 260);
  return isOpen(target)
    ? openTimes(set, target, definition, legal, intake, chance)
    : closedTimes(set, target, legal, intake, chance);
}

function closedTimes(
  set: StageSet,
  target: Target,
  { minutes, sameDay }: Legal,
  intake: number,
  chance: Chance,
): Times {
  const late = target === 'returned-late';
  const wait = waitFor(target, chance);
  const share = Math.floor((minutes * chance.between(25, 72)) / 100);
  const window = late ? minutes + chance.between(500, 1900) : Math.max(60, share);
  const latest = set.axis.length - intake - wait - window - 1700;
  const day = chance.below(Math.max(1, Math.floor(latest / dayMinutes)));
  // Back the same day: filed in the morning, so that the day suffices.
  const submittedAt =
    day * dayMinutes + (sameDay ? chance.between(2, 90) : chance.between(2, dayMinutes - 30));
  const rest = dayMinutes - ((submittedAt + intake) % dayMinutes);
  const withinDay = Math.max(40, Math.floor((rest * chance.between(35, 80)) / 100));
  return { submittedAt, intake, wait, window: sameDay && !late && wait === 0 ? withinDay : window };
}

/** Most steps that are open stand well within their budget; one in eight does not. */
function openTimes(
  set: StageSet,
  target: Target,
  definition: ProcedureDefinition,
  { minutes }: Legal,
  intake: number,
  chance: Chance,
): Times {
  const does = stepOf(target);
  const step = definition.workflow.steps.find((each) => each.does === does);
  const budget = step ? budgetMinutes(step.budget) : dayMinutes;
  const part = (of: number, least: number, most: number) =>
    Math.floor((of * chance.between(least, most)) / 100);
  const slow = chance.percent(12) ? 3 : 1;
  const wait = target === 'supplement-sent' ? chance.between(120, 2 * dayMinutes) : 0;
  const gap = gapFor(target, minutes, budget, chance) * slow;
  const window =
    target === 'overdue'
      ? minutes + chance.between(500, 1900)
      : does === 'appraise'
        ? part(budget, 8, 45)
        : part(minutes, 25, 60);
  const before = target.startsWith('submitted')
    ? 0
    : target === 'accepted' || target === 'supplement-before'
      ? intake
      : intake + wait + window;
  return { submittedAt: Math.max(0, set.axis.length - 2 - before - gap), intake, window, wait };
}

/** The step at which an open dossier of this kind stands. */
function stepOf(target: Target): WorkflowStep['does'] {
  const named = /^at-(check|approve|issue)$/.exec(target)?.[1];
  if (named !== undefined) return named as WorkflowStep['does'];
  return target === 'finished' || target === 'finished-undone' ? 'issue' : 'appraise';
}

const waiting = /supplement|financial|paused|withdrawal|stopped-authority/;

function waitFor(target: Target, chance: Chance): number {
  if (target.endsWith('expired')) return 6 * dayMinutes + chance.between(30, 400);
  return waiting.test(target) ? chance.between(120, 3 * dayMinutes) : 0;
}

function gapFor(target: Target, minutes: number, budget: number, chance: Chance): number {
  const upTo = (most: number) => chance.between(5, Math.max(10, Math.floor(most)));
  switch (target) {
    case 'submitted':
    case 'submitted-guest':
      return upTo(380);
    case 'submitted-late':
      return chance.between(500, 900);
    case 'finished':
    case 'finished-undone':
      return upTo(minutes * 0.3);
    case 'supplement-before':
    case 'supplement-after':
      return upTo(3 * dayMinutes);
    case 'paused':
    case 'financial':
    case 'withdrawal':
    case 'supplement-sent':
      return upTo(minutes * 0.3);
    case 'overdue':
      return upTo(400);
    default:
      return upTo(budget * 0.3);
  }
}
