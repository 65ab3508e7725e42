import { dayOfMinute, minuteOf, workingDayAfter } from '#capabilities/calendar';
import { attempt } from '#capabilities/forms';
import { stepAfter, stepBefore, type WorkflowStep } from '#capabilities/workflow';
import { allows } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { dateOfDayNumber, type Instant, instantAt, isPlainDate, localDate } from '#kernel/time';
import { dossierPermissions } from '../permissions.ts';
import type { NewAct } from './acts.ts';
import { beforeOf } from './before.ts';
import type { Deciding } from './deciding.ts';
import { proofOf } from './exemption.ts';
import { fold } from './fold.ts';
import type { InputOf } from './inputs.ts';
import { backTarget, reopened } from './plan/back.ts';
import {
  after,
  begun,
  type DecidingPlan,
  finished,
  fired,
  goOn,
  moved,
  walksPlan,
} from './plan/decide-plan.ts';
import { focusOf } from './plan/focus.ts';
import type { OpenTask } from './plan/plan-state.ts';
import { duesAfterWait, isPlanned } from './plan/walk-plan.ts';
import { type Intent, placesFor } from './possible.ts';
import {
  dueFor,
  legalTime,
  openSteps,
  resultFor,
  showsDraft,
  stepDueFrom,
  stepOf,
  workingMinutesAfter,
} from './rules-of-procedure.ts';
import { scansToSign } from './scans.ts';
import { type DossierState, type Due, openFees } from './state.ts';
import { whyNoUndo } from './undo.ts';

type Decide<I extends Intent> = (input: InputOf<I>, deciding: Deciding) => Outcome<readonly NewAct[]>;

const acts = (...list: readonly NewAct[]): Outcome<readonly NewAct[]> => done(list);
const no = (code: string, details?: Record<string, string | number>) =>
  refused(details ? { code, details } : { code });

/** Due date and step due after the running wait has ended now. */
function afterWait(deciding: Deciding): {
  due: Due | null;
  stepDue: Instant | null;
  dues?: Readonly<Record<string, Instant>>;
} {
  const { state, rules, now } = deciding;
  const { acceptedAt, waitingSince } = state;
  if (acceptedAt === undefined || waitingSince === undefined) return { due: null, stepDue: null };
  const wait = { from: minuteOf(waitingSince), to: minuteOf(now) };
  const due = dueFor(rules, state.channel, acceptedAt, [...state.waits, wait], state.counted);
  if (isPlanned(rules) && state.plan)
    return { due: laterOf(due, state.apology?.due), stepDue: null, dues: duesAfterWait(rules, state, now) };
  const step = stepOf(rules, state);
  return { due: laterOf(due, state.apology?.due), stepDue: step ? stepDueFrom(rules, step, now) : null };
}

/** A date promised with an apology is not taken back by the end of a later wait. */
function laterOf(reckoned: Due, promised: Due | undefined): Due {
  if (!promised) return reckoned;
  return {
    date:
      [reckoned.date, promised.date]
        .filter((date) => date !== null)
        .sort()
        .at(-1) ?? null,
    minute: Math.max(reckoned.minute ?? 0, promised.minute ?? 0) || null,
  };
}

const currentStep = ({ rules, state }: Deciding): WorkflowStep => {
  const step = stepOf(rules, state);
  if (!step) throw new Error('A dossier in processing stands at a step');
  return step;
};

/** Leaves the present step for the one after, with a hop of custody when that one is in the other place. */
function moveOn(deciding: Deciding, note: string): Outcome<readonly NewAct[]> {
  if (walksPlan(deciding)) return finished(deciding, openTask(deciding), note);
  const { rules, state, now } = deciding;
  const step = currentStep(deciding);
  const next = stepAfter(rules.definition.workflow, step.id, { answers: rules.answers, facts: rules.facts });
  if (!next) throw new Error(`Step ${step.id} is the last one`);
  return acts(
    {
      kind: 'step-finished',
      payload: { step: step.id, next: next.id, stepDue: stepDueFrom(rules, next, now), note },
    },
    ...hopTo(state, next),
  );
}

function openTask({ task }: Deciding): OpenTask {
  if (!task) throw new Error('What is done to a task names it');
  return task;
}

/** Acts, followed by what moves the dossier on. */
const followed = (first: readonly NewAct[], rest: Outcome<readonly NewAct[]>): Outcome<readonly NewAct[]> =>
  rest.ok ? done([...first, ...rest.value]) : rest;

const unitFor = (state: DossierState, step: WorkflowStep): UnitId =>
  step.place === 'receiver' ? state.receiver : state.competent;

function hopTo(state: DossierState, step: WorkflowStep): readonly NewAct[] {
  const to = unitFor(state, step);
  return to === state.holder ? [] : [{ kind: 'handed-over', payload: { from: state.holder, to } }];
}

function goBack(
  deciding: Deciding,
  kind: 'step-returned' | 'pulled-back',
  reason: string,
): Outcome<readonly NewAct[]> {
  if (walksPlan(deciding)) return backInPlan(deciding, kind, reason);
  const { rules, state, now } = deciding;
  const step = currentStep(deciding);
  const before = stepBefore(rules.definition.workflow, step.id, {
    answers: rules.answers,
    facts: rules.facts,
  });
  if (!before || before.does === 'receive') return no('first-step');
  const payload = { step: step.id, to: before.id, stepDue: stepDueFrom(rules, before, now), reason };
  return acts({ kind, payload }, ...hopTo(state, before));
}

function backInPlan(
  deciding: DecidingPlan,
  kind: 'step-returned' | 'pulled-back' | 'result-sent-back',
  reason: string,
): Outcome<readonly NewAct[]> {
  const task = openTask(deciding);
  const told = deciding.acts ?? [];
  const target = backTarget(deciding.rules, told, task, kind === 'result-sent-back' ? 'appraise' : undefined);
  if (!target) return no('first-step');
  const back = reopened(deciding, told, target);
  if (!back.ok) return back;
  const to = { ...back.value, stepDue: deciding.now, reason };
  return kind === 'result-sent-back'
    ? acts({ kind, payload: to })
    : acts({ kind, payload: { step: task.node, ...to } });
}

function acceptByPlan(deciding: DecidingPlan): Outcome<readonly NewAct[]> {
  const { rules, state, now } = deciding;
  const plan = begun(deciding);
  if (!plan.ok) return plan;
  const due = dueFor(rules, state.channel, now, []);
  const [first] = plan.value.tasks ?? [];
  const payload = { due, calendar: rules.calendar.version, step: first?.node ?? '', stepDue: now };
  return acts({ kind: 'accepted', payload: { ...payload, plan: plan.value } });
}

const deciders: { readonly [I in Intent]: Decide<I> } = {
  accept: (_, deciding) => {
    const { rules, state, now } = deciding;
    if (walksPlan(deciding)) return acceptByPlan(deciding);
    const due = dueFor(rules, state.channel, now, []);
    const steps = openSteps(rules);
    const first = steps.find((step) => step.does !== 'receive');
    if (!first) return no('no-steps');
    const stepDue = stepDueFrom(rules, first, now);
    return acts(
      { kind: 'accepted', payload: { due, calendar: rules.calendar.version, step: first.id, stepDue } },
      ...hopTo(state, first),
    );
  },
  decline: ({ reason }) => acts({ kind: 'declined', payload: { reason } }),
  'ask-supplement': ({ papers, reason, days }, { rules, now }) => {
    const day = workingDayAfter(rules.calendar, dayOfMinute(minuteOf(now)), days);
    if (day === undefined) return no('days-too-many');
    return acts({ kind: 'supplement-requested', payload: { papers, reason, until: dateOfDayNumber(day) } });
  },
  'send-supplement': ({ documents, note }) => {
    if (documents.length === 0 && note === '') return no('supplement-empty');
    return acts({ kind: 'supplement-sent', payload: { documents, note } });
  },
  'confirm-supplement': (_, deciding) => acts({ kind: 'supplement-confirmed', payload: afterWait(deciding) }),
  'expire-supplement': (_, { state, now }) => {
    const { supplement } = state;
    if (!supplement || localDate(now) <= supplement.until) return no('not-expired');
    const reason = 'Quá thời hạn bổ sung giấy tờ';
    // 5 → 3 before acceptance, 5 → 8 after it: cleaner for statistics (DOMAIN §2.2).
    const end: NewAct = supplement.beforeAcceptance
      ? { kind: 'declined', payload: { reason } }
      : { kind: 'stopped', payload: { ground: 'supplement-expired', reason } };
    return acts({ kind: 'supplement-expired', payload: { until: supplement.until } }, end);
  },
  'ask-fee': ({ fees, reason }, { state }) => {
    if (fees.some((fee) => state.fees.some((known) => known.id === fee.id))) return no('fee-known');
    const when =
      state.stage === 'finished' ? 'return' : state.stage === 'supplement' ? 'supplement' : 'submission';
    const asked = fees.map(({ id, kind, name }) => ({ id, kind, name, when }) as const);
    return acts({ kind: 'fee-requested', payload: { fees: asked, reason } });
  },
  'take-fee': ({ fees, receipt }, deciding) => {
    const owed = openFees(deciding.state).filter((fee) => fees.includes(fee.id));
    if (owed.length !== fees.length) return no('fee-not-owed');
    return acts({ kind: 'fee-paid', payload: { fees, receipt } }, ...settled(deciding, fees));
  },
  'exempt-fee': ({ fees, ground, paper, shown }, deciding) => {
    const owed = openFees(deciding.state).filter((fee) => fees.includes(fee.id));
    if (owed.length !== fees.length) return no('fee-not-owed');
    const proof = proofOf({ paper, shown }, deciding.papers ?? []);
    if (!proof.ok) return proof;
    const payload = { fees, ground, proof: proof.value };
    return acts({ kind: 'fee-exempted', payload }, ...settled(deciding, fees));
  },
  'note-money': (input, deciding) => noteMoney(input, deciding),
  'take-over': (_, { state }) => acts({ kind: 'taken-over', payload: { unit: state.holder } }),
  assign: ({ officer, name }, deciding) => {
    const { actor, state, task } = deciding;
    const toMyself = actor.kind === 'officer' && actor.officer === officer;
    // Taking work is everybody's; giving it to others is for those who lead.
    if (!toMyself && !allows(actor, dossierPermissions['dossiers.assign'], task?.unit ?? state.holder))
      return no('not-yours');
    const payload = { officer, name, ...(task ? { task: task.id } : {}) };
    return acts(...taking(deciding), { kind: 'assigned', payload });
  },
  'finish-step': ({ note }, deciding) => followed(taking(deciding), moveOn(deciding, note)),
  'return-step': ({ reason }, deciding) => goBack(deciding, 'step-returned', reason),
  'pull-back': ({ reason }, deciding) => goBack(deciding, 'pulled-back', reason),
  'ask-opinion': ({ unit, question, days }, { state, rules, now, freshId }) => {
    if (unit === state.holder) return no('own-unit');
    if (state.opinions.some((opinion) => opinion.unit === unit && !opinion.answer))
      return no('asked-already');
    const due = workingMinutesAfter(rules.calendar, now, days * 480);
    return acts({ kind: 'opinion-asked', payload: { id: freshId(), unit: unit as UnitId, question, due } });
  },
  'give-opinion': ({ id, text, agrees }, deciding) => {
    const { state, actor } = deciding;
    const asked = state.opinions.find((opinion) => opinion.id === id && !opinion.answer);
    if (!asked) return no('opinion-unknown');
    // Every unit answers for itself.
    if (actor.kind === 'officer' && !placesFor(state, 'give-opinion', actor).includes(asked.unit))
      return no('not-yours');
    const payload = { id, text, agrees };
    if (asked.task === undefined || !walksPlan(deciding)) return acts({ kind: 'opinion-given', payload });
    const answered = after(state, [{ kind: 'opinion-given', payload }], deciding.now);
    const plan = moved(deciding, { kind: 'task', id: asked.task }, answered);
    if (!plan.ok) return plan;
    return acts({ kind: 'opinion-given', payload: { ...payload, plan: plan.value } });
  },
  pause: ({ reason }) => acts({ kind: 'paused', payload: { reason } }),
  resume: (_, deciding) => acts({ kind: 'resumed', payload: afterWait(deciding) }),
  'request-withdrawal': ({ reason }, { state }) => {
    const asked: NewAct = { kind: 'withdrawal-requested', payload: { reason } };
    // Nobody has begun to work on it: it ends at once, by the person's own will.
    if (state.acceptedAt === undefined)
      return acts(asked, { kind: 'stopped', payload: { ground: 'withdrawal', reason } });
    return acts(asked);
  },
  'take-back-withdrawal': (_, deciding) =>
    acts({ kind: 'withdrawal-taken-back', payload: afterWait(deciding) }),
  'refuse-withdrawal': ({ reason }, deciding) =>
    acts({ kind: 'withdrawal-refused', payload: { reason, ...afterWait(deciding) } }),
  'allow-withdrawal': (_, { state }) =>
    acts({ kind: 'stopped', payload: { ground: 'withdrawal', reason: state.withdrawal?.reason ?? '' } }),
  stop: ({ reason }) => acts({ kind: 'stopped', payload: { ground: 'authority', reason } }),
  apologise: ({ reason, newDate }, { state, rules }) => {
    const until = state.due?.date ?? (state.due?.minute == null ? null : localDate(state.due.minute));
    if (!isPlainDate(newDate)) return no('date-missing');
    if (until !== null && newDate <= until) return no('date-not-later', { until });
    const closing = instantAt(newDate, 17 * 60);
    if (legalTime(rules, state.channel) === undefined) return no('no-promise');
    return acts({ kind: 'apologised', payload: { reason, due: { date: newDate, minute: closing } } });
  },
  'draft-result': ({ outcome, title, content }, deciding) => {
    const known = resultFor(deciding.rules, outcome);
    const drafted: NewAct = {
      kind: 'result-drafted',
      payload: { outcome, title, kind: known?.code ?? '', content },
    };
    if (!showsDraft(deciding.rules, deciding.state.channel, outcome))
      return acts(...taking(deciding), drafted);
    // Silence for one working day is consent (step texts of civil status).
    const until = workingMinutesAfter(deciding.rules.calendar, deciding.now, 480);
    return acts(...taking(deciding), drafted, { kind: 'draft-shown', payload: { until } });
  },
  'confirm-draft': (_, { actor }) =>
    acts({ kind: 'draft-confirmed', payload: { by: actor.kind === 'citizen' ? 'citizen' : 'silence' } }),
  'dispute-draft': ({ text }) => acts({ kind: 'draft-disputed', payload: { text } }),
  'approve-result': ({ file, capacity }, deciding) => {
    const payload = { ...(file && { file }), ...(capacity !== undefined && { capacity }) };
    return followed([...taking(deciding), { kind: 'result-approved', payload }], moveOn(deciding, ''));
  },
  'send-back-result': ({ reason }, deciding) => {
    if (walksPlan(deciding)) return backInPlan(deciding, 'result-sent-back', reason);
    const { rules, state, now } = deciding;
    const drafting = openSteps(rules).find((step) => step.does === 'appraise');
    if (!drafting) return no('first-step');
    const payload = { reason, to: drafting.id, stepDue: stepDueFrom(rules, drafting, now) };
    return acts({ kind: 'result-sent-back', payload }, ...hopTo(state, drafting));
  },
  issue: ({ number, file }, deciding) => {
    const { state } = deciding;
    const issued = { number, ...(file && { file }) };
    if (walksPlan(deciding)) {
      const plan = moved(deciding, { kind: 'task', id: openTask(deciding).id });
      return plan.ok ? acts({ kind: 'issued', payload: { ...issued, plan: plan.value } }) : plan;
    }
    return acts(
      { kind: 'issued', payload: issued },
      ...(state.receiver === state.holder
        ? []
        : [{ kind: 'handed-over', payload: { from: state.holder, to: state.receiver } } as const]),
    );
  },
  'return-result': ({ way, to }, deciding) => {
    // Handed over before and taken back: the plan has come to its end already.
    if (!walksPlan(deciding) || !deciding.task) return acts({ kind: 'returned', payload: { way, to } });
    const plan = moved(deciding, { kind: 'task', id: deciding.task.id });
    return plan.ok ? acts({ kind: 'returned', payload: { way, to, plan: plan.value } }) : plan;
  },
  'undo-return': ({ reason }) => acts({ kind: 'return-undone', payload: { reason } }),
  'confirm-identity': ({ person }) => acts({ kind: 'identity-confirmed', payload: { person } }),
  'sign-scans': ({ scans }, { state, papers = [] }) => {
    const signed = scansToSign(state, papers, scans);
    return signed.ok ? acts({ kind: 'scans-signed', payload: { scans: signed.value } }) : signed;
  },
  'move-to-version': ({ moved, ...payload }) => {
    const { step: plan, ids = {}, places = [] } = moved ?? {};
    const road = {
      ...(plan ? { plan } : {}),
      ...(Object.keys(ids).length > 0 ? { ids } : {}),
      ...(places.length > 0 ? { places } : {}),
    };
    return acts({ kind: 'moved-to-version', payload: { ...payload, ...road } });
  },
  'move-authority': ({ to, stays, decision, on, move }, { state, rules }) => {
    const from = state.competent;
    if (to === from) return no('same-authority');
    // What the receiving place has still to do, it does: acceptance, and steps of its own.
    const step = stepOf(rules, state);
    const goes = step
      ? step.place === 'competent'
      : state.acceptedAt !== undefined && state.receiver !== from;
    const moved: NewAct = { kind: 'authority-moved', payload: { from, to, stays, decision, on, move } };
    return acts(
      moved,
      ...(!stays && goes && state.holder === from
        ? [{ kind: 'handed-over', payload: { from, to } } as const]
        : []),
    );
  },
  'fire-timer': (_, deciding) => (walksPlan(deciding) ? fired(deciding) : no('not-due')),
  'receive-message': ({ message, note }, deciding) => {
    if (!walksPlan(deciding)) return no('no-message-awaited');
    const plan = moved(deciding, { kind: 'message', id: message });
    if (!plan.ok) return no('no-message-awaited');
    return acts({ kind: 'message-received', payload: { message, note, plan: plan.value } });
  },
  'open-call': ({ call, dossier, papers = [] }, { state }) => {
    const open = state.plan?.calls.find((each) => each.id === call && !each.dossier);
    if (!open) return no('not-waiting');
    const passed = papers.length > 0 ? { papers } : {};
    return acts({ kind: 'call-opened', payload: { call, procedure: open.procedure, dossier, ...passed } });
  },
  'end-call': ({ dossier: id, outcome }, deciding) => {
    const call = deciding.state.plan?.calls.find((each) => each.dossier?.id === id);
    if (!call?.dossier || !walksPlan(deciding)) return no('not-waiting');
    const { node, dossier } = call;
    const plan = moved(deciding, { kind: 'task', id: call.id });
    if (!plan.ok) return plan;
    return acts({ kind: 'call-ended', payload: { node, dossier, outcome, plan: plan.value } });
  },
  undo: ({ reason, since, upTo }, { acts: told = [], actor, now, rules }) => {
    const officer = actor.kind === 'officer' ? actor.officer : undefined;
    const why = whyNoUndo(told, { since, upTo, officer, now });
    if (why) return no(why);
    const before = beforeOf(fold(told.filter((act) => act.seq <= since)), isPlanned(rules));
    return acts({ kind: 'undone', payload: { since, reason, before } });
  },
};

/** Whoever acts on a dossier that was handed to the unit has thereby received it. */
const taking = ({ state, task }: Deciding): readonly NewAct[] =>
  state.custody.at(-1)?.takenAt === undefined && (!task || task.unit === state.holder)
    ? [{ kind: 'taken-over', payload: { unit: state.holder } }]
    : [];

/** When the last open fee is settled while the dossier waits for money, the clock runs again. */
function settled(deciding: Deciding, fees: readonly string[]): readonly NewAct[] {
  const { state } = deciding;
  const left = openFees(state).filter((fee) => !fees.includes(fee.id));
  if (state.stage !== 'financial' || left.length > 0) return [];
  const { due, ...rest } = afterWait(deciding);
  return due ? [{ kind: 'clock-resumed', payload: { due, ...rest } }] : [];
}

/** The fees concerned, as the books have them; told twice, it is known already. */
function noteMoney(
  { what, fees, ground }: InputOf<'note-money'>,
  deciding: Deciding,
): Outcome<readonly NewAct[]> {
  const { state } = deciding;
  const open = openFees(state).map(({ id }) => id);
  const known = (pick: (fee: DossierState['fees'][number]) => boolean) =>
    state.fees.filter((fee) => fees.includes(fee.id) && pick(fee)).map(({ id }) => id);
  const owed = open.filter((id) => fees.includes(id));
  const done = what === 'refunded' || what === 'reopened' ? known((fee) => !open.includes(fee.id)) : owed;
  const fresh = what === 'refunded' ? known((fee) => !fee.refunded) : done;
  if (fresh.length === 0) return no('money-known');
  switch (what) {
    case 'settled':
      return acts({ kind: 'fee-paid', payload: { fees: fresh, receipt: '' } }, ...settled(deciding, fresh));
    case 'exempted':
      return acts({ kind: 'fee-exempted', payload: { fees: fresh, ground } }, ...settled(deciding, fresh));
    case 'voided':
      return acts(
        { kind: 'fee-voided', payload: { fees: fresh, reason: ground } },
        ...settled(deciding, fresh),
      );
    case 'refunded':
      return acts({ kind: 'fee-refunded', payload: { fees: fresh, ground } });
    case 'reopened':
      return acts({ kind: 'fee-reopened', payload: { fees: fresh, reason: ground } });
  }
}

/** What happens when this actor wants this now; a refusal says why not. */
export function decide<I extends Intent>(
  intent: I,
  input: InputOf<I>,
  deciding: Deciding,
): Outcome<readonly NewAct[]> {
  const { state, actor, now, rules } = deciding;
  const wanted = (input as { readonly task?: string }).task;
  const { reason, task } = focusOf(rules, state, intent, { actor, now, task: wanted });
  if (reason) return no(reason);
  const focused: Deciding = task ? { ...deciding, task } : deciding;
  // A table of the procedure that gives no time (`decision-failed`) refuses the act that asked for it.
  const decided = attempt(() => {
    const news = deciders[intent](input, focused);
    return news.ok && walksPlan(focused) ? goOn(focused, news.value) : news;
  });
  return decided.ok ? decided.value : decided;
}
