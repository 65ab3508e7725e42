import type { OfficerRole } from '#kernel/actor';
import type { LocalText } from '#kernel/text';
import type { Condition } from './condition.ts';
import type { Form, FormAsWritten, QuestionBlock } from './questions.ts';

/** How sure one has to be of who files. */
export interface Assurance {
  readonly identityPendingAllowed: boolean;
  /** Filed online, what is submitted is signed with a key of one's own (Luật Giao dịch điện tử 20/2023/QH15, art. 23). */
  readonly signed?: boolean;
  /** So many others sign beside the one who files: both spouses, all owners. */
  readonly coSigners?: number;
  readonly assumed?: boolean;
}

/**
 * The shape of `samples/procedures/<code>/definition.json`, told in full in `samples/procedures/README.md`, with blocks
 * and persons laid out into their questions.
 */
export interface ProcedureDefinition {
  readonly code: string;
  readonly version: number;
  readonly validFrom: string;
  readonly name: LocalText;
  readonly competence: Competence;
  readonly assurance: Assurance;
  readonly online: { readonly level: 'full' | 'partial' | 'none'; readonly assumed?: boolean };
  readonly subjects: readonly string[];
  readonly representation: {
    readonly allowed: boolean;
    readonly needsPaper?: boolean;
    readonly exceptRelations?: readonly string[];
  };
  readonly cases?: readonly ProcedureCase[];
  /** Question whose answer is the id of a case; `case` when silent. */
  readonly caseFrom?: string;
  readonly time: readonly LegalTime[];
  readonly fees: readonly Fee[];
  /** What is granted when no other grant's condition holds. */
  readonly result: ProcedureResult;
  readonly otherResults?: readonly OtherResult[];
  readonly documents: readonly DocumentRule[];
  readonly eligibility: readonly EligibilityQuestion[];
  /** Groups of questions kept once, placed by questions of type `block`. */
  readonly blocks?: Readonly<Record<string, QuestionBlock>>;
  readonly form: Form;
  readonly workflow: Workflow;
  readonly forms: { readonly receipt: string; readonly supplement: string; readonly refusal: string };
  readonly lifeEvents: readonly string[];
  readonly basis: readonly string[];
  readonly notes?: readonly LocalText[];
}

/** A definition as somebody wrote it: blocks and persons are still one entry each. */
export type DefinitionAsWritten = Omit<ProcedureDefinition, 'form'> & { readonly form: FormAsWritten };

export type Channel = 'online' | 'direct' | 'post';
export type CompetenceLevel = 'commune' | 'province' | 'commune-police' | 'provincial-police' | 'ministry';

export interface Competence {
  readonly level: CompetenceLevel;
  /** Question that holds a commune code or a commune address; without it the receiving unit's own place decides. */
  readonly by?: string;
  readonly department?: string;
}
export interface ProcedureCase {
  readonly id: string;
  readonly name: LocalText;
}
export type TimeUnit = 'working_day' | 'day' | 'hour' | 'month';
export interface LegalTime {
  readonly channel: Channel;
  readonly case?: string;
  readonly if?: Condition;
  readonly value: number;
  readonly unit: TimeUnit;
  /** Back the same day; accepted after 15:00, the next working day (step texts of civil status). */
  readonly sameDay?: boolean;
  readonly basis?: string;
  readonly assumed?: boolean;
}
export interface Exemption {
  readonly id: string;
  readonly name: LocalText;
  /** Without a condition the exemption holds only when an officer grants it (fact `exemptions`). */
  readonly if?: Condition;
}
/** From the `nth` unit on, each costs this; units before cost what the tier before says, the first of them the fee's `amount`. */
export interface FeeTier {
  readonly nth: number;
  readonly amount: number;
}
/** What is paid instead for a while or on some channels: a lower `amount` for one unit, or a `percent` of the full sum; one of both. */
export interface FeeReduction {
  /** Every channel when silent. */
  readonly channels?: readonly Channel[];
  readonly amount?: number;
  /** Share of the full sum that is still paid, as circulars say it ("bằng 50% mức thu"): 50 is half, 0 is nothing. */
  readonly percent?: number;
  readonly from?: string;
  /** Last day. */
  readonly until?: string;
  readonly basis: string;
  readonly assumed?: boolean;
}
export interface Fee {
  readonly id: string;
  readonly kind: 'phi' | 'le-phi';
  /** National `LoaiPhiLePhi`: 1 ordinary when silent, 2 appraisal, 3 extension. */
  readonly purpose?: 'appraisal' | 'extension';
  readonly name: LocalText;
  readonly when: 'submission' | 'return';
  /** Whole đồng, for one unit of `per`. */
  readonly amount: number;
  readonly channel?: Channel;
  readonly case?: string;
  readonly if?: Condition;
  /** Question that holds a count. */
  readonly per?: string;
  /** What `per` counts (`trang`); copies when silent. */
  readonly unit?: LocalText;
  /** So many of the first units cost nothing. */
  readonly freeUnits?: number;
  /** Later units cost something else; in the order of `nth`. */
  readonly tiers?: readonly FeeTier[];
  /** Question that holds the number of copies: everything above is counted for one copy, and taken so many times. */
  readonly times?: string;
  /** The most that is taken for all units of `per`, for one copy where there are several. */
  readonly cap?: number;
  readonly reduction?: FeeReduction;
  readonly from?: string;
  readonly until?: string;
  readonly exemptions: readonly Exemption[];
  /** Kept when the request is refused. */
  readonly refundable?: false;
  readonly basis: string;
  readonly setBy?: 'ministry' | 'province-council';
  readonly assumed?: boolean;
}
export interface ProcedureResult {
  /** National result code (`KQ.G15.000031`); `local` where the national list gives none. */
  readonly code: string;
  readonly name: LocalText;
  readonly template?: string;
  /** The citizen confirms a draft of what was filed online; one day of silence is consent. */
  readonly confirmDraft?: boolean;
  /** Questions whose answers the paper states, in the order of the paper; of the procedure's own result when silent. */
  readonly certifies?: readonly string[];
}
export interface OtherResult extends ProcedureResult {
  readonly kind: 'grant' | 'refusal' | 'notice';
  readonly if?: Condition;
}
export interface DocumentRule {
  readonly id: string;
  readonly name: LocalText;
  readonly group: 'submit' | 'show' | 'note';
  readonly originals: number;
  readonly copies: number;
  readonly required: boolean;
  readonly alternativeOf?: string;
  readonly if?: Condition;
  readonly cases?: readonly string[];
  readonly replaceableBy?: readonly string[];
  readonly satisfiedBy?: string;
  readonly hint?: LocalText;
}
export interface EligibilityQuestion {
  readonly id: string;
  readonly question: LocalText;
  readonly type: 'yesno';
  readonly passIf: 'yes' | 'no';
  readonly failText: LocalText;
  /** A failed question that is advice only never stops anyone. */
  readonly advice?: boolean;
}

export type * from './questions.ts';

export interface Budget {
  readonly value: number;
  readonly unit: 'hour' | 'working_day';
}
export interface WorkflowStep {
  readonly id: string;
  readonly name: LocalText;
  readonly place: 'receiver' | 'competent';
  readonly role: OfficerRole;
  readonly does: 'receive' | 'appraise' | 'check' | 'approve' | 'issue' | 'return';
  readonly budget: Budget;
  readonly if?: Condition;
  /** In a diagram it stands beside the longest way, or instead of a part of it: its time adds nothing. */
  readonly beside?: boolean;
}
export interface Workflow {
  readonly assumed?: boolean;
  readonly basis?: string;
  readonly steps: readonly WorkflowStep[];
}
