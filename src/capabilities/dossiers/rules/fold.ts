import { minuteOf } from '#capabilities/calendar';
import { movedId } from '#capabilities/workflow';
import type { UnitId } from '#kernel/ids';
import { invariant } from '#kernel/outcome';
import type { Act, ActKind, ActOf } from './acts.ts';
import { restore } from './before.ts';
import { exemptionOf } from './exemption.ts';
import { foldPlan } from './plan/fold-plan.ts';
import type { DossierState, Due, Stage } from './state.ts';

type Folder<K extends ActKind> = (state: DossierState, act: ActOf<K>) => DossierState;

const seen = (state: DossierState, unit: UnitId): readonly UnitId[] =>
  state.seenBy.includes(unit) ? state.seenBy : [...state.seenBy, unit];

const without = <K extends keyof DossierState>(state: DossierState, ...keys: K[]): DossierState => {
  const copy = { ...state };
  for (const key of keys) delete copy[key];
  return copy;
};

/** The clock stands from this act on (once; a wait within a wait is one wait). */
const stopClock = (state: DossierState, act: Act): DossierState =>
  state.waitingSince === undefined ? { ...state, waitingSince: act.at } : state;

/** The wait ends: its working time is added to the due date, which the act carries reckoned. */
function resumeClock(
  state: DossierState,
  act: Act,
  due: Due | null,
  beforeAcceptance: boolean,
): DossierState {
  if (state.waitingSince === undefined) return state;
  const wait = {
    from: minuteOf(state.waitingSince),
    to: minuteOf(act.at),
    ...(beforeAcceptance ? { beforeAcceptance } : {}),
  };
  const next = without({ ...state, waits: [...state.waits, wait] }, 'waitingSince');
  return due ? { ...next, due } : next;
}

const stepDue = (state: DossierState, at: number | null): DossierState =>
  at === null ? state : { ...state, stepDue: at };

const back = (state: DossierState): Stage => state.resumeTo ?? 'in-process';

const enterStep = (state: DossierState, step: string, due: number): DossierState => ({
  ...without(state, 'assignee'),
  stage: 'in-process',
  step,
  stepDue: due,
});

const folders: { readonly [K in ActKind]: Folder<K> } = {
  submitted: (state) => state,
  accepted: (state, { at, payload }) => ({
    ...state,
    stage: 'accepted',
    acceptedAt: at,
    due: payload.due,
    firstDue: payload.due,
    calendar: payload.calendar,
    step: payload.step,
    stepDue: payload.stepDue,
  }),
  declined: (state, { payload }) => ({
    ...without(state, 'waitingSince', 'step', 'stepDue', 'assignee'),
    stage: 'declined',
    closing: { ground: 'declined', reason: payload.reason },
  }),
  'supplement-requested': (state, act) => ({
    ...stopClock(state, act),
    stage: 'supplement',
    resumeTo: state.stage,
    supplementCount: state.supplementCount + 1,
    supplement: { ...act.payload, askedAt: act.at, beforeAcceptance: state.acceptedAt === undefined },
  }),
  'supplement-sent': (state, { at }) =>
    state.supplement ? { ...state, supplement: { ...state.supplement, sentAt: at } } : state,
  'supplement-confirmed': (state, act) => {
    const stage = back(state);
    const beforeAcceptance = state.supplement?.beforeAcceptance ?? false;
    const resumed = resumeClock(state, act, act.payload.due, beforeAcceptance);
    return { ...stepDue(without(resumed, 'supplement', 'resumeTo'), act.payload.stepDue), stage };
  },
  'supplement-expired': (state) => state,
  'fee-requested': (state, act) => {
    const owing = { ...state, fees: [...state.fees, ...act.payload.fees] };
    // Before processing a fee is merely unpaid (DOMAIN §2.2); later the dossier waits for it.
    if (state.stage !== 'in-process') return owing;
    return { ...stopClock(owing, act), stage: 'financial', resumeTo: 'in-process' };
  },
  'fee-paid': (state, { at, actorName, payload }) => ({
    ...state,
    fees: state.fees.map((fee) =>
      payload.fees.includes(fee.id) ? { ...fee, paid: { receipt: payload.receipt, at, by: actorName } } : fee,
    ),
  }),
  'fee-exempted': (state, { payload }) => ({
    ...state,
    fees: state.fees.map((fee) =>
      payload.fees.includes(fee.id) ? { ...fee, exempt: exemptionOf(payload) } : fee,
    ),
  }),
  'fee-refunded': (state, { at, payload }) => ({
    ...state,
    fees: state.fees.map((fee) => (payload.fees.includes(fee.id) ? { ...fee, refunded: { at } } : fee)),
  }),
  'fee-reopened': (state, { payload }) => ({
    ...state,
    fees: state.fees.map((fee) => {
      if (!payload.fees.includes(fee.id)) return fee;
      const { id, kind, name, when } = fee;
      return { id, kind, name, when };
    }),
  }),
  'fee-voided': (state, { payload }) => ({
    ...state,
    fees: state.fees.map((fee) =>
      payload.fees.includes(fee.id) ? { ...fee, voided: { reason: payload.reason } } : fee,
    ),
  }),
  'clock-resumed': (state, act) => {
    const stage = back(state);
    return {
      ...stepDue(without(resumeClock(state, act, act.payload.due, false), 'resumeTo'), act.payload.stepDue),
      stage,
    };
  },
  'handed-over': (state, { at, payload }) => ({
    ...without(state, 'assignee'),
    holder: payload.to,
    seenBy: seen(state, payload.to),
    custody: [...state.custody, { unit: payload.to, givenAt: at }],
  }),
  'taken-over': (state, { at }) => ({
    ...state,
    stage: state.stage === 'accepted' ? 'in-process' : state.stage,
    custody: state.custody.map((hop, i) =>
      i === state.custody.length - 1 && hop.takenAt === undefined ? { ...hop, takenAt: at } : hop,
    ),
  }),
  assigned: (state, { payload }) => ({ ...state, assignee: { id: payload.officer, name: payload.name } }),
  'step-finished': (state, { payload }) => ({
    ...enterStep(state, payload.next, payload.stepDue),
    stepsDone: [...state.stepsDone.filter((id) => id !== payload.step), payload.step],
  }),
  'step-returned': (state, { payload }) => ({
    ...enterStep(state, payload.to, payload.stepDue),
    stepsDone: state.stepsDone.filter((id) => id !== payload.to),
  }),
  'pulled-back': (state, { payload }) => ({
    ...enterStep(state, payload.to, payload.stepDue),
    stepsDone: state.stepsDone.filter((id) => id !== payload.to),
  }),
  'opinion-asked': (state, { at, actorUnit, payload }) => ({
    ...state,
    seenBy: seen(state, payload.unit),
    opinions: [...state.opinions, { ...payload, askedAt: at, askedBy: actorUnit ?? state.holder }],
  }),
  'opinion-given': (state, { at, actorName, payload }) => ({
    ...state,
    opinions: state.opinions.map((opinion) =>
      opinion.id === payload.id
        ? { ...opinion, answer: { text: payload.text, agrees: payload.agrees, at, by: actorName } }
        : opinion,
    ),
  }),
  paused: (state, act) => ({
    ...stopClock(state, act),
    stage: 'paused',
    resumeTo: state.stage,
    pause: { reason: act.payload.reason, at: act.at },
  }),
  resumed: (state, act) => {
    const stage = back(state);
    const resumed = resumeClock(state, act, act.payload.due, false);
    return { ...stepDue(without(resumed, 'pause', 'resumeTo'), act.payload.stepDue), stage };
  },
  'withdrawal-requested': (state, act) => ({
    ...stopClock(state, act),
    stage: 'withdrawal',
    // A withdrawal asked during a wait leads back to that wait, and the wait knows its own way back.
    resumeTo: state.stage === 'supplement' || state.stage === 'financial' ? back(state) : state.stage,
    withdrawal: { reason: act.payload.reason, at: act.at },
  }),
  'withdrawal-taken-back': (state, act) => afterWithdrawal(state, act, act.payload),
  'withdrawal-refused': (state, act) => afterWithdrawal(state, act, act.payload),
  stopped: (state, { payload }) => ({
    ...without(state, 'waitingSince', 'step', 'stepDue', 'assignee', 'withdrawal', 'pause', 'supplement'),
    stage: 'stopped',
    closing: payload,
  }),
  apologised: (state, { at, payload }) => ({
    ...state,
    due: payload.due,
    apology: { reason: payload.reason, at, due: payload.due },
  }),
  'result-drafted': (state, { actorId, actorName, payload }) => ({
    ...state,
    result: { ...payload, drafter: actorId ?? '', drafterName: actorName },
  }),
  'draft-shown': (state, { at, payload }) =>
    state.result ? { ...state, result: { ...state.result, shown: { at, until: payload.until } } } : state,
  'draft-confirmed': (state, { payload }) =>
    state.result ? { ...state, result: { ...state.result, confirmed: payload.by } } : state,
  'draft-disputed': (state, { payload }) =>
    state.result ? { ...state, result: { ...state.result, disputed: payload.text } } : state,
  'result-approved': (state, { at, actorId, actorName, payload: { file, capacity } }) =>
    state.result
      ? {
          ...state,
          result: {
            ...state.result,
            approved: {
              by: actorId ?? '',
              name: actorName,
              at,
              ...(capacity !== undefined && { capacity }),
            },
            ...(file && { file }),
          },
        }
      : state,
  'result-sent-back': (state, { payload }) => ({
    ...enterStep(without(state, 'result'), payload.to, payload.stepDue),
    stepsDone: state.stepsDone.filter((id) => id !== payload.to),
  }),
  issued: (state, { at, payload }) => ({
    ...without(state, 'assignee', 'stepDue'),
    stage: 'finished',
    finishedAt: at,
    ...(state.result
      ? {
          result: {
            ...state.result,
            number: payload.number,
            ...(payload.file && { file: payload.file }),
          },
        }
      : {}),
  }),
  returned: (state, { at }) => ({
    ...without(state, 'step', 'stepDue', 'assignee'),
    stage: 'returned',
    returnedAt: at,
  }),
  'return-undone': (state) => ({ ...without(state, 'returnedAt'), stage: 'finished' }),
  'identity-confirmed': (state) => ({ ...state, identityPending: false }),
  'scans-signed': (state, { payload }) => ({
    ...state,
    signedScans: [...(state.signedScans ?? []), ...payload.scans],
  }),
  'moved-to-version': (state, { payload: { to, due, counted, ids = {} } }) => ({
    ...without(state, 'counted'),
    movedTo: to,
    stepsDone: state.stepsDone.map((id) => movedId(ids, id)),
    ...(due ? { due } : {}),
    ...(counted ? { counted } : {}),
  }),
  'authority-moved': (state, { payload: { to, stays } }) =>
    stays ? state : { ...state, competent: to, seenBy: seen(state, to) },
  // What these say about the plan is folded for every kind in one place (plan/fold-plan.ts).
  'timer-fired': (state) => state,
  'message-received': (state) => state,
  'service-run': (state) => state,
  'call-opened': (state) => state,
  'call-ended': (state) => state,
  undone: (state, { payload }) => restore(state, payload.before),
};

function afterWithdrawal(
  state: DossierState,
  act: Act,
  { due, stepDue: at }: { due: Due | null; stepDue: number | null },
): DossierState {
  const stage = back(state);
  // Before acceptance no clock ran, so the wait adds nothing and restarts nothing.
  const resumed = resumeClock(state, act, due, false);
  return { ...stepDue(without(resumed, 'withdrawal', 'resumeTo', 'supplement'), at), stage };
}

function begin(act: ActOf<'submitted'>): DossierState {
  const { channel, receiver, competent, identityPending, elsewhere, delivery, answerBy, fees, calledBy } =
    act.payload;
  return {
    stage: 'submitted',
    channel,
    receiver,
    competent,
    holder: receiver,
    seenBy: receiver === competent ? [receiver] : [receiver, competent],
    identityPending,
    ...(elsewhere ? { elsewhere } : {}),
    delivery,
    submittedAt: act.at,
    answerBy,
    stepsDone: [],
    waits: [],
    supplementCount: 0,
    fees,
    opinions: [],
    custody: [{ unit: receiver, givenAt: act.at, takenAt: act.at }],
    ...(calledBy ? { calledBy } : {}),
    seq: act.seq,
  };
}

/** One more act. */
export function apply(state: DossierState | undefined, act: Act): DossierState {
  if (act.kind === 'submitted') return begin(act);
  invariant(state, 'the first act of a dossier is its submission');
  const folder = folders[act.kind] as (state: DossierState, act: Act) => DossierState;
  const next = folder(state, act);
  // A line has no part in this: its dossiers pay one look.
  const planned = next.plan !== undefined || 'plan' in act.payload;
  return { ...(planned ? foldPlan(next, act) : next), seq: act.seq };
}

/** The state that a list of acts has made. */
export function fold(acts: readonly Act[]): DossierState {
  const state = acts.reduce<DossierState | undefined>(apply, undefined);
  invariant(state, 'a dossier has at least one act');
  return state;
}
