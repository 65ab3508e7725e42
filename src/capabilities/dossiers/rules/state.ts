import type { TimeLimit, Wait } from '#capabilities/deadlines';
import type { SignedFile } from '#capabilities/results';
import type { UnitId } from '#kernel/ids';
import type { Instant, PlainDate } from '#kernel/time';
import type { LinkedDossier, PlanState } from './plan/plan-state.ts';

/** Business stages. The national status codes 1–10 are the outer face of them (DOMAIN §2.1). */
export const stages = [
  'submitted',
  'accepted',
  'declined',
  'in-process',
  'supplement',
  'financial',
  'withdrawal',
  'paused',
  'stopped',
  'finished',
  'returned',
] as const;
export type Stage = (typeof stages)[number];

/** A pause shows as 8 outside, because 8 is the only code that says "the clock stands, nobody is waited for". */
export const nationalStatus: Readonly<Record<Stage, number>> = {
  submitted: 1,
  accepted: 2,
  declined: 3,
  'in-process': 4,
  supplement: 5,
  financial: 6,
  withdrawal: 7,
  paused: 8,
  stopped: 8,
  finished: 9,
  returned: 10,
};

/** What proves that a fee is exempt: a paper of the dossier, words for one that was only shown, or both. */
export interface ExemptionProof {
  /** `sha256` keeps naming the very content; null where it is kept on paper only. */
  readonly paper?: { readonly id: string; readonly title: string; readonly sha256: string | null };
  readonly shown?: string;
}

export interface Exemption {
  readonly ground: string;
  /** Exemptions of before say it in their ground. */
  readonly proof?: ExemptionProof;
}

/** What a dossier knows of a fee: that it is owed, paid, exempt or given back. How much it is stands in the books (payments). */
export interface OwedFee {
  readonly id: string;
  readonly kind: 'phi' | 'le-phi' | 'tax';
  readonly name: string;
  readonly when: 'submission' | 'supplement' | 'return';
  /** `receipt`: the number of a printed form, where one was given. */
  readonly paid?: { readonly receipt: string; readonly at: Instant; readonly by: string };
  readonly exempt?: Exemption;
  readonly refunded?: { readonly at: Instant };
  /** Taken back by whoever had asked for it. */
  readonly voided?: { readonly reason: string };
}

export interface AskedPaper {
  readonly demand: string;
  readonly title: string;
  readonly reason: string;
}

/**
 * A scan that an officer compared with the paper and signed (DOMAIN §5.5). `scan` is the content that was compared,
 * `signed` the PDF that carries the signature, by their SHA-256.
 */
export interface SignedScan {
  readonly document: string;
  readonly title: string;
  readonly scan: string;
  readonly signed: string;
  readonly octets: number;
  readonly name: string;
  readonly agency: string;
  /** Of the certificate, in hexadecimal. */
  readonly serial: string;
  readonly at: Instant;
}

export interface Opinion {
  readonly id: string;
  readonly unit: UnitId;
  readonly question: string;
  readonly askedAt: Instant;
  readonly askedBy: UnitId;
  readonly due: Instant;
  /** Asked by the plan: the task that ends with the answer. */
  readonly task?: string;
  readonly answer?: {
    readonly text: string;
    readonly agrees: boolean;
    readonly at: Instant;
    readonly by: string;
    /** Its time went by without a word, which the plan takes for consent. */
    readonly silent?: boolean;
  };
}

export interface ResultState {
  readonly outcome: 'granted' | 'refused';
  readonly title: string;
  readonly kind: string;
  readonly content: Readonly<Record<string, string>>;
  readonly drafter: string;
  readonly drafterName: string;
  readonly shown?: { readonly at: Instant; readonly until: Instant };
  readonly confirmed?: 'citizen' | 'silence';
  readonly disputed?: string;
  readonly approved?: {
    readonly by: string;
    readonly name: string;
    readonly at: Instant;
    /** As what it was signed, line by line. */
    readonly capacity?: string;
  };
  readonly number?: string;
  /** The paper as it is signed so far. */
  readonly file?: SignedFile;
}

/** One hop of the chain of custody: who gave it to whom, when given and when received. */
export interface Hop {
  readonly unit: UnitId;
  readonly givenAt: Instant;
  readonly takenAt?: Instant;
}

export interface Due {
  /** Convention D: measures on time. */
  readonly date: PlainDate | null;
  /** Convention H: the appointment printed on the receipt. */
  readonly minute: Instant | null;
}

/** A legal time that was promised, kept through a change of version; `none` where the law named none. */
export type Counted = (TimeLimit & { readonly sameDay?: boolean }) | 'none';

/** Everything that acts have made of a dossier. Stored beside them for speed; a test refolds and compares. */
export interface DossierState {
  readonly stage: Stage;
  /** Where a supplement, a fee, a pause or a withdrawal goes back to. */
  readonly resumeTo?: Stage;
  readonly channel: 'online' | 'direct' | 'post';
  readonly receiver: UnitId;
  readonly competent: UnitId;
  readonly holder: UnitId;
  readonly seenBy: readonly UnitId[];
  readonly identityPending: boolean;
  /** Filed outside the boundaries of the unit that decides. */
  readonly elsewhere?: boolean;
  readonly delivery: 'counter' | 'post' | 'electronic';
  readonly submittedAt: Instant;
  /** The answer to an online dossier (accept, supplement or refuse) is owed by this moment. */
  readonly answerBy: Instant;
  readonly acceptedAt?: Instant;
  readonly step?: string;
  readonly stepDue?: Instant;
  readonly stepsDone: readonly string[];
  readonly assignee?: { readonly id: string; readonly name: string };
  readonly due?: Due;
  readonly firstDue?: Due;
  /** Version of the procedure it was moved to; the one it was filed under when absent. */
  readonly movedTo?: number;
  /** Legal time that counts instead of the version's own. */
  readonly counted?: Counted;
  readonly calendar?: string;
  /** Ended waits in local minutes, and the one that runs. */
  readonly waits: readonly Wait[];
  readonly waitingSince?: Instant;
  readonly supplement?: {
    readonly papers: readonly AskedPaper[];
    readonly reason: string;
    readonly askedAt: Instant;
    readonly until: PlainDate;
    readonly beforeAcceptance: boolean;
    readonly sentAt?: Instant;
  };
  readonly supplementCount: number;
  readonly pause?: { readonly reason: string; readonly at: Instant };
  readonly withdrawal?: { readonly reason: string; readonly at: Instant };
  readonly closing?: { readonly ground: string; readonly reason: string };
  readonly apology?: { readonly reason: string; readonly at: Instant; readonly due: Due };
  readonly fees: readonly OwedFee[];
  readonly opinions: readonly Opinion[];
  readonly result?: ResultState;
  readonly custody: readonly Hop[];
  /** Where it stands in a plan; absent while it walks a line, and before acceptance. */
  readonly plan?: PlanState;
  readonly calledBy?: LinkedDossier;
  /** Scans that an officer compared with the papers and signed. */
  readonly signedScans?: readonly SignedScan[];
  readonly finishedAt?: Instant;
  readonly returnedAt?: Instant;
  readonly seq: number;
}

export const openFees = (state: DossierState): readonly OwedFee[] =>
  state.fees.filter((fee) => !fee.paid && !fee.exempt && !fee.refunded && !fee.voided);

/** Money as its own dimension: what is owed never hides in the business stage. */
export const moneyOf = (state: DossierState): 'none' | 'owed' | 'paid' | 'exempt' | 'refunded' => {
  const fees = state.fees.filter((fee) => !fee.voided);
  if (fees.length === 0) return 'none';
  if (openFees(state).length > 0) return 'owed';
  if (fees.some((fee) => fee.paid && !fee.refunded)) return 'paid';
  return fees.some((fee) => fee.refunded) ? 'refunded' : 'exempt';
};

export const deliveryOf = (state: DossierState): 'none' | 'ready' | 'delivered' =>
  state.stage === 'returned' ? 'delivered' : state.stage === 'finished' ? 'ready' : 'none';

/** The legal clock: it runs from acceptance, and stands while a person, money or a pause is waited for. */
export const clockOf = (state: DossierState): 'none' | 'running' | 'stopped' => {
  if (state.acceptedAt === undefined) return 'none';
  return state.waitingSince === undefined && (state.stage === 'accepted' || state.stage === 'in-process')
    ? 'running'
    : 'stopped';
};
