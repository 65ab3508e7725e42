import type { SignedFile } from '#capabilities/results';
import type { Places } from '#capabilities/workflow';
import type { UnitId } from '#kernel/ids';
import type { LocalText } from '#kernel/text';
import type { Instant, PlainDate } from '#kernel/time';
import type { Before } from './before.ts';
import type { HeldPaper } from './plan/passed-papers.ts';
import type { CallOutcome, LinkedDossier, MovedPlan, PlanStep } from './plan/plan-state.ts';
import type { AskedPaper, Counted, DossierState, Due, Exemption, OwedFee, SignedScan } from './state.ts';

/** The clock runs again: the promised date, the step's own, and those of all tasks and timers of a plan. */
interface AfterWait {
  readonly due: Due | null;
  readonly stepDue: Instant | null;
  readonly dues?: Readonly<Record<string, Instant>>;
}

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
    /** Opened by another dossier, which waits for this one. */
    readonly calledBy?: LinkedDossier;
  };
  /** `plan`, here and below: only where the version has a diagram that is more than a line. */
  accepted: {
    readonly due: Due;
    readonly calendar: string;
    readonly step: string;
    readonly stepDue: Instant;
    readonly plan?: PlanStep;
  };
  declined: { readonly reason: string };
  'supplement-requested': {
    readonly papers: readonly AskedPaper[];
    readonly reason: string;
    readonly until: PlainDate;
  };
  'supplement-sent': { readonly documents: readonly string[]; readonly note: string };
  'supplement-confirmed': AfterWait;
  'supplement-expired': { readonly until: PlainDate };
  'fee-requested': { readonly fees: readonly OwedFee[]; readonly reason: string };
  /** `receipt`: the number of a printed form; those of electronic receipts stand in the books. */
  'fee-paid': { readonly fees: readonly string[]; readonly receipt: string };
  'fee-exempted': Exemption & { readonly fees: readonly string[] };
  'fee-refunded': { readonly fees: readonly string[]; readonly ground: string };
  /** The payment did not hold: charged back, or taken back by a counter-entry. It is owed again. */
  'fee-reopened': { readonly fees: readonly string[]; readonly reason: string };
  'fee-voided': { readonly fees: readonly string[]; readonly reason: string };
  'clock-resumed': AfterWait & { readonly due: Due };
  'handed-over': { readonly from: UnitId; readonly to: UnitId };
  'taken-over': { readonly unit: UnitId };
  assigned: { readonly officer: string; readonly name: string; readonly task?: string };
  'step-finished': {
    readonly step: string;
    /** Empty where a plan tells what comes next. */
    readonly next: string;
    readonly stepDue: Instant;
    readonly note: string;
    readonly plan?: PlanStep;
  };
  'step-returned': {
    readonly step: string;
    readonly to: string;
    readonly stepDue: Instant;
    readonly reason: string;
    readonly plan?: PlanStep;
  };
  'pulled-back': {
    readonly step: string;
    readonly to: string;
    readonly stepDue: Instant;
    readonly reason: string;
    readonly plan?: PlanStep;
  };
  'opinion-asked': {
    readonly id: string;
    readonly unit: UnitId;
    readonly question: string;
    readonly due: Instant;
  };
  'opinion-given': {
    readonly id: string;
    readonly text: string;
    readonly agrees: boolean;
    readonly plan?: PlanStep;
  };
  paused: { readonly reason: string };
  resumed: AfterWait;
  'withdrawal-requested': { readonly reason: string };
  'withdrawal-taken-back': AfterWait;
  'withdrawal-refused': AfterWait & { readonly reason: string };
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
  /** `capacity`: as what the leader signs, line by line, as it stands on the paper. */
  'result-approved': { readonly file?: SignedFile; readonly capacity?: string };
  'result-sent-back': {
    readonly reason: string;
    readonly to: string;
    readonly stepDue: Instant;
    readonly plan?: PlanStep;
  };
  issued: { readonly number: string; readonly file?: SignedFile; readonly plan?: PlanStep };
  returned: {
    readonly way: 'counter' | 'post' | 'electronic';
    readonly to: string;
    readonly plan?: PlanStep;
  };
  'return-undone': { readonly reason: string };
  'identity-confirmed': { readonly person: string };
  /** Scans of the counter, compared with the papers and signed by the officer who says so. */
  'scans-signed': { readonly scans: readonly SignedScan[] };
  /** Goes on under another version of its procedure. `due`: a nearer day; `counted`: the legal time that goes on counting. */
  'moved-to-version': {
    readonly from: number;
    readonly to: number;
    readonly reason: string;
    /** Decision or law that it rests on. */
    readonly ground: string;
    /** Who approved it. */
    readonly by: string;
    readonly due: Due | null;
    readonly counted: Counted | null;
    /** Where it stands in the plan of the new version. */
    readonly plan?: PlanStep;
    /** Elements and flows of the old plan that are others in the new one: going back beyond the move asks for them. */
    readonly ids?: Places;
    /** Where it stood and stands, by name, as the deciding person chose. */
    readonly places?: MovedPlan['places'];
  };
  /** A decision moved authority (catalogue, decentralisation). `stays`: this dossier is still decided by `from`. */
  'authority-moved': {
    readonly from: UnitId;
    readonly to: UnitId;
    readonly stays: boolean;
    /** Number of the decision, and its first day. */
    readonly decision: string;
    readonly on: PlainDate;
    /** Identifier of the decision here. */
    readonly move: string;
  };
  /** A timer of the plan went off; `due`: when it should have. */
  'timer-fired': {
    readonly node: string;
    readonly label: LocalText;
    readonly due: Instant;
    readonly plan: PlanStep;
  };
  'message-received': { readonly message: string; readonly note: string; readonly plan: PlanStep };
  'service-run': {
    readonly node: string;
    /** The name in the diagram: what a person is told. */
    readonly label: LocalText;
    readonly service: string;
    readonly plan: PlanStep;
  };
  /** The dossier of an interlinked procedure was opened, and has ended. `call` is the token that waits. */
  'call-opened': {
    readonly call: string;
    readonly procedure: string;
    readonly dossier: LinkedDossier;
    /** Papers that went along, as they are called there: the same stored files. */
    readonly papers?: readonly HeldPaper[];
  };
  'call-ended': {
    readonly node: string;
    readonly dossier: LinkedDossier;
    readonly outcome: CallOutcome;
    readonly plan: PlanStep;
  };
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
