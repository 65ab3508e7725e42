/** Address of two tiers since 1/7/2025: codes of province (2 digits) and commune (5 digits), and the rest in words. */
export interface CommuneAddress {
  readonly province: string;
  readonly commune: string;
  readonly detail: string;
}
/**
 * Address of three tiers before 1/7/2025, with the commune and province it belongs to today: whoever asks for a commune
 * finds today's, and `old` says what the paper says.
 */
export interface OldAddress extends CommuneAddress {
  readonly old: { readonly province: string; readonly district: string; readonly ward: string };
}
export type AnswerValue =
  | string
  | number
  | boolean
  | readonly string[]
  | CommuneAddress
  | OldAddress
  | readonly Answers[];
/** Question id → answer. Dates are `YYYY-MM-DD`, or `YYYY-MM` and `YYYY` where the question is partial. */
export interface Answers {
  readonly [question: string]: AnswerValue;
}

export type FactValue = string | number | boolean | readonly string[];
/**
 * What is known beside the answers: `today`, `channel`, `case`, `representing` (self, other, business), `relation`,
 * `registers` (registers that gave their data), `exemptions` (granted by an officer).
 */
export interface Facts {
  readonly [fact: string]: FactValue | undefined;
}

export const isAddress = (value: AnswerValue | undefined): value is CommuneAddress =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'commune' in value;
export const isOldAddress = (value: AnswerValue | undefined): value is OldAddress =>
  isAddress(value) && 'old' in value && typeof value.old === 'object' && value.old !== null;

/** The rows of a repeating group; an empty list for anything else. */
export const rowsOf = (value: AnswerValue | undefined): readonly Answers[] =>
  Array.isArray(value) ? value.filter((row): row is Answers => typeof row === 'object' && row !== null) : [];
