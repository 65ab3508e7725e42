import type { WorkflowStep } from '#capabilities/workflow';
import { type Actor, allows, type OfficerRole } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { localDate } from '#kernel/time';
import { type DossierPermission, dossierPermissions } from '../permissions.ts';
import { type DossierState, openFees, type Stage, stages } from './state.ts';

/** What a person may want to do with a dossier. One row of the table below each; the button, the address and the command ask it. */
export const intents = [
  'accept',
  'decline',
  'ask-supplement',
  'send-supplement',
  'confirm-supplement',
  'expire-supplement',
  'ask-fee',
  'take-fee',
  'exempt-fee',
  'note-money',
  'take-over',
  'assign',
  'finish-step',
  'return-step',
  'pull-back',
  'ask-opinion',
  'give-opinion',
  'pause',
  'resume',
  'request-withdrawal',
  'take-back-withdrawal',
  'refuse-withdrawal',
  'allow-withdrawal',
  'stop',
  'apologise',
  'draft-result',
  'confirm-draft',
  'dispute-draft',
  'approve-result',
  'send-back-result',
  'issue',
  'return-result',
  'undo-return',
  'confirm-identity',
  'sign-scans',
  'move-to-version',
  'move-authority',
  'fire-timer',
  'receive-message',
  'open-call',
  'end-call',
  'undo',
] as const;
export type Intent = (typeof intents)[number];

/** Where the actor must hold the role: receiver (home unit), holder, competent unit, a unit asked for its opinion. */
export type Place =
  | 'receiver'
  | 'holder'
  | 'competent'
  | 'asked'
  | 'receiver-or-holder'
  | 'receiver-holder-or-competent'
  | 'citizen'
  | 'citizen-or-system'
  | 'system';

/** Why not, as a code that a surface words; `step` and others fill the sentence. */
export interface WhyNot {
  readonly code: string;
}
/** What a condition may look at beside the state. */
export interface Situation {
  readonly actor: Actor;
  readonly step: WorkflowStep | undefined;
  readonly now: number;
  /** Role that a task of the plan is for, by the task's id. */
  readonly roleOf?: (task: string) => OfficerRole | undefined;
}
type Condition = (state: DossierState, situation: Situation) => string | undefined;

export interface ActRule {
  readonly stages: readonly Stage[];
  readonly place: Place;
  readonly permission: DossierPermission;
  /** Each gives a reason code when it does not hold. */
  readonly conditions?: readonly Condition[];
}

const when =
  (code: string, holds: (state: DossierState, situation: Situation) => boolean): Condition =>
  (state, situation) =>
    holds(state, situation) ? undefined : code;

const doing = (...what: WorkflowStep['does'][]) =>
  when('other-step', (_, { step }) => step !== undefined && what.includes(step.does));
const stepIsMine = when(
  'step-of-another-role',
  (state, { actor, step }) =>
    actor.kind === 'officer' &&
    step !== undefined &&
    actor.posts.some((post) => post.unit === state.holder && post.role === step.role),
);
const notAssignedElsewhere = when(
  'assigned-to-another',
  (state, { actor }) =>
    state.assignee === undefined || (actor.kind === 'officer' && state.assignee.id === actor.officer),
);
const takenOver = when('not-taken-over', (state) => state.custody.at(-1)?.takenAt !== undefined);
/** Questions of the plan hold up what the plan says; those that somebody asked, the step at which they were asked. */
const noOpenOpinion = when('opinion-open', (state) =>
  state.opinions.every((opinion) => opinion.answer !== undefined || opinion.task !== undefined),
);
/** With the result the dossier leaves the unit that decides: nobody may still be at work on it. */
const nobodyElseWorks = when(
  'others-working',
  ({ plan }) => plan === undefined || (plan.tasks.length <= 1 && plan.calls.length === 0),
);
const opinionRole = when(
  'step-of-another-role',
  (state, { actor, roleOf }) =>
    actor.kind !== 'officer' ||
    state.opinions.some(({ unit, answer, task }) => {
      const role = task === undefined ? undefined : roleOf?.(task);
      return !answer && actor.posts.some((post) => post.unit === unit && (!role || post.role === role));
    }),
);
/** Four eyes: whoever drafted may not sign, even where one person holds both roles (DOMAIN §4.1). */
const notTheDrafter = when(
  'drafter-is-signer',
  (state, { actor }) => actor.kind === 'officer' && state.result?.drafter !== actor.officer,
);
const draftSettled = when(
  'draft-not-confirmed',
  (state) => state.result?.shown === undefined || state.result.confirmed !== undefined,
);
/** Silence speaks only when its time is over and nothing was said against the draft (step texts of civil status). */
const silenceIsConsent = when(
  'still-time-to-answer',
  (state, { actor, now }) =>
    actor.kind !== 'system' ||
    (state.result?.shown !== undefined &&
      now > state.result.shown.until &&
      state.result.disputed === undefined),
);
const hasDraft = when('no-draft', (state) => state.result !== undefined);
const feesSettled = when('fees-open', (state) => openFees(state).length === 0);
const identityKnown = when('identity-pending', (state) => !state.identityPending);

/** By the day where a day was promised, else by the minute. */
const datePassed = ({ due }: DossierState, now: number): boolean =>
  due?.date != null ? localDate(now) > due.date : due?.minute != null && now > due.minute;

const working: readonly Stage[] = ['accepted', 'in-process'];

/**
 * Act × stage × place. The national transitions of DOMAIN §2.2, and what they leave open, decided in
 * docs/adr/0006-transitions.md. No other transition exists.
 */
export const rules: { readonly [K in Intent]: ActRule } = {
  accept: { stages: ['submitted'], place: 'receiver', permission: 'dossiers.accept' },
  decline: { stages: ['submitted'], place: 'receiver', permission: 'dossiers.decline' },
  'ask-supplement': {
    stages: ['submitted', 'accepted', 'in-process'],
    place: 'holder',
    permission: 'dossiers.ask-supplement',
    // One request at intake; a later one belongs to appraisal (DOMAIN §2.5).
    conditions: [when('asked-once', (state) => state.stage !== 'submitted' || state.supplementCount === 0)],
  },
  'send-supplement': {
    stages: ['supplement'],
    place: 'citizen',
    permission: 'dossiers.own',
    conditions: [when('already-sent', (state) => state.supplement?.sentAt === undefined)],
  },
  'confirm-supplement': { stages: ['supplement'], place: 'holder', permission: 'dossiers.ask-supplement' },
  'expire-supplement': {
    stages: ['supplement'],
    place: 'system',
    permission: 'dossiers.expire',
    conditions: [when('already-sent', (state) => state.supplement?.sentAt === undefined)],
  },
  'ask-fee': {
    stages: ['submitted', 'accepted', 'in-process', 'supplement', 'finished'],
    place: 'holder',
    permission: 'dossiers.ask-fee',
  },
  'take-fee': {
    stages: ['submitted', 'accepted', 'in-process', 'supplement', 'financial', 'paused', 'finished'],
    place: 'receiver-or-holder',
    permission: 'dossiers.take-fee',
    conditions: [when('nothing-owed', (state) => openFees(state).length > 0)],
  },
  'exempt-fee': {
    stages: ['submitted', 'accepted', 'in-process', 'supplement', 'financial', 'paused', 'finished'],
    place: 'receiver-or-holder',
    permission: 'dossiers.exempt-fee',
    conditions: [when('nothing-owed', (state) => openFees(state).length > 0)],
  },
  // What has come about in the books (payments): whatever stands with the dossier, its money is known.
  'note-money': { stages, place: 'system', permission: 'dossiers.note-money' },
  'take-over': {
    stages: ['accepted', 'in-process', 'finished'],
    place: 'holder',
    permission: 'dossiers.read',
    conditions: [when('already-taken', (state) => state.custody.at(-1)?.takenAt === undefined)],
  },
  assign: { stages: working, place: 'holder', permission: 'dossiers.process' },
  'finish-step': {
    stages: working,
    place: 'holder',
    permission: 'dossiers.process',
    conditions: [
      doing('receive', 'appraise', 'check'),
      stepIsMine,
      notAssignedElsewhere,
      noOpenOpinion,
      when('no-draft', (state, { step }) => step?.does !== 'appraise' || state.result !== undefined),
    ],
  },
  'return-step': {
    stages: ['in-process'],
    place: 'holder',
    permission: 'dossiers.process',
    conditions: [stepIsMine, takenOver, when('first-step', (state) => state.stepsDone.length > 0)],
  },
  'pull-back': {
    stages: ['in-process'],
    place: 'holder',
    permission: 'dossiers.process',
    conditions: [
      when('first-step', (state) => state.stepsDone.length > 0),
      when('already-assigned', (state) => state.assignee === undefined),
      when('already-signed', (state) => state.result?.approved === undefined),
    ],
  },
  'ask-opinion': {
    stages: ['in-process'],
    place: 'holder',
    permission: 'dossiers.process',
    conditions: [doing('appraise', 'check')],
  },
  'give-opinion': {
    // A plan may ask others before the unit that decides has taken the dossier over.
    stages: ['accepted', 'in-process', 'paused', 'supplement'],
    place: 'asked',
    permission: 'dossiers.give-opinion',
    conditions: [opinionRole],
  },
  pause: { stages: working, place: 'holder', permission: 'dossiers.pause' },
  resume: { stages: ['paused'], place: 'holder', permission: 'dossiers.pause' },
  'request-withdrawal': {
    stages: ['submitted', 'accepted', 'in-process', 'supplement', 'financial'],
    place: 'citizen',
    permission: 'dossiers.own',
    conditions: [when('already-signed', (state) => state.result?.approved === undefined)],
  },
  'take-back-withdrawal': { stages: ['withdrawal'], place: 'citizen', permission: 'dossiers.own' },
  'refuse-withdrawal': { stages: ['withdrawal'], place: 'holder', permission: 'dossiers.stop' },
  'allow-withdrawal': { stages: ['withdrawal'], place: 'holder', permission: 'dossiers.process' },
  stop: { stages: ['in-process', 'paused'], place: 'holder', permission: 'dossiers.stop' },
  // At most once, and before the promised date has passed (DOMAIN §2.5).
  apologise: {
    stages: ['accepted', 'in-process', 'paused'],
    place: 'holder',
    permission: 'dossiers.apologise',
    conditions: [
      when('apologised-once', (state) => state.apology === undefined),
      when('date-passed', (state, { now }) => !datePassed(state, now)),
    ],
  },
  'draft-result': {
    stages: ['in-process'],
    place: 'competent',
    permission: 'dossiers.draft',
    conditions: [doing('appraise'), stepIsMine, notAssignedElsewhere],
  },
  'confirm-draft': {
    stages: ['in-process'],
    place: 'citizen-or-system',
    permission: 'dossiers.own',
    conditions: [
      when('no-draft', (state) => state.result?.shown !== undefined && state.result.confirmed === undefined),
      silenceIsConsent,
    ],
  },
  'dispute-draft': {
    stages: ['in-process'],
    place: 'citizen',
    permission: 'dossiers.own',
    conditions: [
      when('no-draft', (state) => state.result?.shown !== undefined && state.result.confirmed === undefined),
    ],
  },
  'approve-result': {
    stages: ['in-process'],
    place: 'competent',
    permission: 'dossiers.approve',
    conditions: [doing('approve'), hasDraft, notTheDrafter, draftSettled, noOpenOpinion, identityKnown],
  },
  'send-back-result': {
    stages: ['in-process'],
    place: 'competent',
    permission: 'dossiers.approve',
    conditions: [doing('approve', 'issue'), hasDraft],
  },
  issue: {
    stages: ['in-process'],
    place: 'competent',
    permission: 'dossiers.issue',
    conditions: [
      doing('issue'),
      when('not-approved', (state) => state.result?.approved !== undefined),
      nobodyElseWorks,
    ],
  },
  'return-result': {
    stages: ['finished'],
    place: 'receiver',
    permission: 'dossiers.return',
    conditions: [
      takenOver,
      feesSettled,
      // A plan may put something between the result and its return.
      when(
        'other-step',
        ({ plan }, { step }) => plan?.marking.state !== 'running' || step?.does === 'return',
      ),
    ],
  },
  'undo-return': { stages: ['returned'], place: 'receiver', permission: 'dossiers.undo-return' },
  // The papers lie where they were received; those that came for a supplement are scanned there too.
  'sign-scans': {
    stages: ['submitted', 'accepted', 'in-process', 'supplement', 'financial', 'paused', 'finished'],
    place: 'receiver',
    permission: 'dossiers.sign-scans',
  },
  'confirm-identity': {
    stages: ['submitted', 'accepted', 'in-process', 'supplement', 'financial'],
    place: 'receiver-or-holder',
    permission: 'dossiers.accept',
    conditions: [when('identity-known', (state) => state.identityPending)],
  },
  // By a decision of two people for all open work of a procedure (moving/); whether this one can go is weighed there.
  'move-to-version': {
    stages: ['submitted', 'accepted', 'in-process', 'supplement', 'financial', 'withdrawal', 'paused'],
    place: 'system',
    permission: 'dossiers.move-to-version',
  },
  // By a decision that moves authority, once its day has come. What is signed stays with who signed it.
  'move-authority': {
    stages: ['submitted', 'accepted', 'in-process', 'supplement', 'financial', 'withdrawal', 'paused'],
    place: 'system',
    permission: 'dossiers.move-authority',
    conditions: [when('already-signed', (state) => state.result?.approved === undefined)],
  },
  'fire-timer': {
    stages: ['accepted', 'in-process', 'finished'],
    place: 'system',
    permission: 'dossiers.walk-plan',
    conditions: [when('not-due', ({ plan }, { now }) => plan?.wake !== undefined && plan.wake <= now)],
  },
  'receive-message': {
    stages: ['accepted', 'in-process', 'finished'],
    place: 'receiver-holder-or-competent',
    permission: 'dossiers.process',
    conditions: [when('no-message-awaited', ({ plan }) => (plan?.messages.length ?? 0) > 0)],
  },
  'open-call': {
    stages: ['accepted', 'in-process', 'finished'],
    place: 'system',
    permission: 'dossiers.walk-plan',
    conditions: [when('not-waiting', ({ plan }) => plan?.calls.some((call) => !call.dossier) === true)],
  },
  // It may end at any time, also while this one waits for a person or for money.
  'end-call': {
    stages: ['accepted', 'in-process', 'supplement', 'financial', 'withdrawal', 'paused', 'finished'],
    place: 'system',
    permission: 'dossiers.walk-plan',
    conditions: [when('not-waiting', ({ plan }) => plan?.calls.some((call) => call.dossier) === true)],
  },
  // Own acts of the last moments only; which ones, and until when, is decided over the acts (rules/undo.ts).
  undo: { stages: working, place: 'receiver-holder-or-competent', permission: 'dossiers.undo' },
};

const unitsOf = (state: DossierState, place: Place): readonly UnitId[] => {
  switch (place) {
    case 'receiver':
      return [state.receiver];
    case 'holder':
      return [state.holder];
    case 'competent':
      return [state.competent];
    case 'receiver-or-holder':
      return [state.receiver, state.holder];
    case 'receiver-holder-or-competent':
      return [state.receiver, state.holder, state.competent];
    case 'asked':
      return state.opinions.filter((opinion) => !opinion.answer).map((opinion) => opinion.unit);
    default:
      return [];
  }
};

/** Units in which this actor may do this, whatever the stage: where the role is held and the place is right. */
export function placesFor(state: DossierState, intent: Intent, actor: Actor): readonly UnitId[] {
  const { place, permission } = rules[intent];
  return unitsOf(state, place).filter((unit) => allows(actor, dossierPermissions[permission], unit));
}

/** Undefined when it is possible now, else the reason why not. */
export function whyNot(state: DossierState, intent: Intent, situation: Situation): string | undefined {
  const { actor } = situation;
  const rule = rules[intent];
  if (!rule.stages.includes(state.stage)) return 'other-stage';
  if (rule.place === 'system') {
    if (actor.kind !== 'system') return 'not-yours';
  } else if (rule.place === 'citizen') {
    if (actor.kind !== 'citizen') return 'not-yours';
  } else if (rule.place === 'citizen-or-system') {
    if (actor.kind !== 'citizen' && actor.kind !== 'system') return 'not-yours';
  } else if (actor.kind !== 'system' && placesFor(state, intent, actor).length === 0) {
    return 'not-yours';
  }
  for (const condition of rule.conditions ?? []) {
    const reason = condition(state, situation);
    if (reason) return reason;
  }
  return undefined;
}
