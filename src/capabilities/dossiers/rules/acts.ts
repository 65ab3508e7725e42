import type { UnitId } from '#kernel/ids';
import type { Instant, PlainDate } from '#kernel/time';
import type { Before } from './before.ts';
import type { AskedPaper, DossierState, Due, OwedFee } from './state.ts';

/** What each act says. An act is a fact in the past tense; it is never changed and never removed. */
export interface ActPayloads {
  submitted: {
    readonly channel: DossierState['channel'];
    readonly receiver: UnitId;
    readonly competent: UnitId;
    readonly identityPending: boolean;
    readonly delivery: DossierState['delivery'];
    /** Received in one place for another: outside the boundaries of the unit that decides. */
    readonly elsewhere?: boolean;
    readonly answerBy: Instant;
    readonly fees: readonly OwedFee[];
  };
  accepted: {
    readonly due: Due;
    readonly calendar: string;
    readonly step: string;
    readonly stepDue: Instant;
  };
  declined: { readonly reason: string };
  'supplement-requested': {
    readonly papers: readonly AskedPaper[];
    readonly reason: string;
    readonly until: PlainDate;
  };
  'supplement-sent': { readonly documents: readonly string[]; readonly note: string };
  'supplement-confirmed': { readonly due: Due | null; readonly stepDue: Instant | null };
  'supplement-expired': { readonly until: PlainDate };
  'fee-requested': { readonly fees: readonly OwedFee[]; readonly reason: string };
  'fee-paid': { readonly fees: readonly string[]; readonly receipt: string; readonly amount: number };
  'fee-exempted': { readonly fees: readonly string[]; readonly ground: string };
  'clock-resumed': { readonly due: Due; readonly stepDue: Instant | null };
  'handed-over': { readonly from: UnitId; readonly to: UnitId };
  'taken-over': { readonly unit: UnitId };
  assigned: { readonly officer: string; readonly name: string };
  'step-finished': {
    readonly step: string;
    readonly next: string;
    readonly stepDue: Instant;
    readonly note: string;
  };
  'step-returned': {
    readonly step: string;
    readonly to: string;
    readonly stepDue: Instant;
    readonly reason: string;
  };
  'pulled-back': {
    readonly step: string;
    readonly to: string;
    readonly stepDue: Instant;
    readonly reason: string;
  };
  'opinion-asked': {
    readonly id: string;
    readonly unit: UnitId;
    readonly question: string;
    readonly due: Instant;
  };
  'opinion-given': { readonly id: string; readonly text: string; readonly agrees: boolean };
  paused: { readonly reason: string };
  resumed: { readonly due: Due | null; readonly stepDue: Instant | null };
  'withdrawal-requested': { readonly reason: string };
  'withdrawal-taken-back': { readonly due: Due | null; readonly stepDue: Instant | null };
  'withdrawal-refused': {
    readonly reason: string;
    readonly due: Due | null;
    readonly stepDue: Instant | null;
  };
  stopped: { readonly ground: 'withdrawal' | 'authority' | 'supplement-expired'; readonly reason: string };
  apologised: { readonly reason: string; readonly due: Due };
  'result-drafted': {
    readonly outcome: 'granted' | 'refused';
    readonly title: string;
    readonly kind: string;
    readonly content: Readonly<Record<string, string>>;
  };
  'draft-shown': { readonly until: Instant };
  'draft-confirmed': { readonly by: 'citizen' | 'silence' };
  'draft-disputed': { readonly text: string };
  'result-approved': Readonly<Record<string, never>>;
  'result-sent-back': { readonly reason: string; readonly to: string; readonly stepDue: Instant };
  issued: { readonly number: string };
  returned: { readonly way: 'counter' | 'post' | 'electronic'; readonly to: string };
  'return-undone': { readonly reason: string };
  'identity-confirmed': { readonly person: string };
  /** The acts after number `since` no longer count; `before` is what they had changed. */
  undone: { readonly since: number; readonly reason: string; readonly before: Before };
}

export type ActKind = keyof ActPayloads;

interface Signed {
  readonly seq: number;
  readonly at: Instant;
  readonly actorKind: 'citizen' | 'officer' | 'system';
  readonly actorId: string | null;
  readonly actorName: string;
  readonly actorUnit: UnitId | null;
}

export type Act = {
  [K in ActKind]: Signed & { readonly kind: K; readonly payload: ActPayloads[K] };
}[ActKind];
export type ActOf<K extends ActKind> = Extract<Act, { kind: K }>;

/** What a decision makes: acts without place and signature, which the writer adds. */
export type NewAct = { [K in ActKind]: { readonly kind: K; readonly payload: ActPayloads[K] } }[ActKind];
