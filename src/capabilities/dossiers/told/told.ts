import type { Moment, Words } from '#capabilities/messages';
import type { UnitId } from '#kernel/ids';
import type { Act, ActKind, ActOf } from '../rules/acts.ts';
import type { Costs } from '../rules/costs.ts';
import { type DossierState, openFees } from '../rules/state.ts';
import { dayWords, dueWords, momentWords, moneyWords } from './words.ts';

/** Words that are no matter of the act; whoever sends the message knows them. */
export type CommonWords = 'code' | 'procedure' | 'unit' | 'link' | 'owed' | 'pay';

/** A message to the person whose dossier it is: the moment, its own words, and the unit it speaks for. */
export interface Telling<M extends Moment> {
  readonly moment: M;
  readonly words: Omit<Words<M>, CommonWords>;
  readonly unit: UnitId;
  /** Another official form than the message's own, where the fact decides which. */
  readonly paper?: string;
}
export type AnyTelling = { [M in Moment]: Telling<M> }[Moment];

/** What is asked of the dossier: all its acts, and its state when the message is written. */
export interface ToldAbout {
  readonly acts: readonly Act[];
  readonly state: DossierState;
  readonly costs: Costs;
}

type Tellers = { readonly [K in ActKind]?: (act: ActOf<K>, about: ToldAbout) => AnyTelling | undefined };

const tellers: Tellers = {
  /** By when an online dossier is answered. At the counter the receipt itself says more. */
  submitted: ({ payload }) =>
    payload.channel === 'online'
      ? {
          moment: 'submitted',
          unit: payload.receiver,
          words: { answerBy: momentWords(payload.answerBy) },
        }
      : undefined,

  /** Form 01: receipt and appointment. */
  accepted: ({ payload }, { state }) => ({
    moment: 'accepted',
    unit: state.receiver,
    words: { due: dueWords(payload.due) },
  }),

  /** The receipt may have gone out in the seconds before; moves inside the office concern nobody else. */
  undone: ({ payload, seq }, { acts, state }) =>
    acts.some((act) => act.seq > payload.since && act.seq < seq && act.kind === 'accepted')
      ? { moment: 'acceptance-undone', unit: state.receiver, words: { reason: payload.reason } }
      : undefined,

  /** Form 03. When the time for papers ran out, that has been told in its own words already. */
  declined: ({ payload, seq }, { acts, state }) =>
    acts.find((act) => act.seq === seq - 1)?.kind === 'supplement-expired'
      ? undefined
      : { moment: 'declined', unit: state.receiver, words: { reason: payload.reason } },

  /** Form 02: which papers, why, and until when. */
  'supplement-requested': ({ payload, actorUnit }, { state }) => ({
    moment: 'supplement-asked',
    unit: actorUnit ?? state.holder,
    words: {
      until: dayWords(payload.until),
      papers: payload.papers.map((paper) => paper.title).join('; '),
      reason: payload.reason,
    },
  }),

  /** The time for papers is over: form 03 before acceptance, form 05 after it. */
  'supplement-expired': ({ payload }, { state }) => ({
    moment: 'supplement-expired',
    unit: state.receiver,
    words: { until: dayWords(payload.until) },
    paper: state.acceptedAt === undefined ? '03' : '05',
  }),

  /** A fee came up after filing. */
  'fee-requested': ({ payload }, { state, costs }) => ({
    moment: 'fee-asked',
    unit: state.receiver,
    words: {
      amount: moneyWords(costs(payload.fees.map(({ id }) => id))),
      reason: payload.reason,
    },
  }),

  /** Form 04: the reason and the new date. A warning of lateness never goes out without it. */
  apologised: ({ payload }, { state }) => ({
    moment: 'apology',
    unit: state.competent,
    words: { reason: payload.reason, newDate: dueWords({ ...payload.due, minute: null }) },
  }),

  /** A draft civil-status result waits to be confirmed; silence until then is consent. */
  'draft-shown': ({ payload }, { state }) => ({
    moment: 'draft-to-confirm',
    unit: state.competent,
    words: { until: momentWords(payload.until) },
  }),

  /** Form 05, in the words of its ground: the person's own wish, the authority's decision, or time that ran out. */
  stopped: ({ payload: { ground, reason } }, { state }) => {
    if (ground === 'supplement-expired') return undefined; // told by its own act
    if (ground === 'authority') return { moment: 'stopped', unit: state.holder, words: { reason } };
    return {
      moment: 'withdrawal-decided',
      unit: state.holder,
      paper: '05',
      words: {
        decision: {
          vi: 'đã dừng giải quyết theo đề nghị của bạn.',
          en: 'work on it has been stopped as you wished.',
        },
      },
    };
  },

  /** The dossier goes on, and the person learns why. */
  'withdrawal-refused': ({ payload, actorUnit }, { state }) => ({
    moment: 'withdrawal-decided',
    unit: actorUnit ?? state.holder,
    words: {
      decision: {
        vi: `chưa thể đồng ý. Lý do: ${payload.reason}`,
        en: `it cannot be agreed to. Reason: ${payload.reason}`,
      },
    },
  }),

  /** A service of the plan: what it tells is its name in the diagram. */
  'service-run': ({ payload }, { state }) =>
    payload.service === 'notify'
      ? { moment: 'step-passed', unit: state.competent, words: { about: payload.label } }
      : undefined,

  /** Who collects the result is called; who gets it electronically hears when it is there, or what is still owed. */
  issued: ({ payload }, { state, costs }) => {
    const unit = state.receiver;
    if (state.delivery !== 'electronic')
      return { moment: 'ready-to-collect', unit, words: { number: payload.number } };
    const owed = costs(openFees(state).map(({ id }) => id));
    if (owed === 0) return undefined;
    return {
      moment: 'fee-asked',
      unit,
      words: {
        amount: moneyWords(owed),
        reason: {
          vi: 'Kết quả đã có; bạn nhận được ngay khi nộp xong.',
          en: 'The result is ready and comes to you once this is paid.',
        },
      },
    };
  },

  /** It is over: where the electronic result lies, and how was it? */
  returned: ({ payload }, { state }) =>
    payload.way === 'electronic'
      ? { moment: 'result-electronic', unit: state.receiver, words: { number: state.result?.number ?? '' } }
      : { moment: 'returned', unit: state.receiver, words: {} },
};

/** What the person hears of an act; undefined for what concerns the office alone. */
export function toldOf<K extends ActKind>(act: ActOf<K>, about: ToldAbout): AnyTelling | undefined {
  const teller = tellers[act.kind];
  return teller?.(act, about);
}
