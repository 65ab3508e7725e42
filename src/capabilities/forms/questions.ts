import type { LocalText } from '#kernel/text';
import type { Condition } from './condition.ts';

export interface Form {
  readonly id: string;
  readonly title: LocalText;
  readonly pages: readonly Page[];
}
export interface Page {
  readonly id: string;
  readonly title: LocalText;
  readonly if?: Condition;
  readonly intro?: LocalText;
  readonly questions: readonly Question[];
}
/** Types of which each asks one thing. */
export const questionTypes = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'year',
  'time',
  'yes-no',
  'choice',
  'choices',
  'search-choice',
  'personal-number',
  'enterprise-code',
  'phone',
  'email',
  'commune-address',
  'old-address',
  'nationality',
  'ethnic-group',
  'photo',
  'file',
  'group',
  'table',
  'calculated',
  'explanation',
  'declaration',
  'signature',
] as const;
export type QuestionType = (typeof questionTypes)[number];
/** Types that stand for several questions; `expandForm` lays them out. */
export const composedTypes = ['block', 'person'] as const;

export interface Option {
  readonly value: string;
  readonly label: LocalText;
  readonly hint?: LocalText;
}
export interface Question {
  readonly id: string;
  readonly type: QuestionType;
  readonly label: LocalText;
  readonly hint?: LocalText;
  readonly required?: boolean;
  readonly if?: Condition;
  readonly options?: readonly Option[];
  readonly optionsFrom?: string;
  /** Number: least and greatest value. Group and table: rows. Choices: how many. */
  readonly min?: number;
  readonly max?: number;
  /** Characters (code points). */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly decimals?: number;
  /** Judged in linear time: no look-around, no reference back. */
  readonly pattern?: string;
  readonly patternHint?: LocalText;
  readonly format?: 'person-name';
  readonly partial?: boolean;
  readonly rule?: 'not-future' | 'past' | 'future' | 'adult';
  /** A personal number must agree with these questions. */
  readonly agreesWith?: { readonly birthDate?: string; readonly sex?: string; readonly sexIs?: '1' | '2' };
  readonly refuseIf?: readonly { readonly if: Condition; readonly message: LocalText }[];
  /** What we may already hold (`person.name`), offered when `prefillIf` holds over the answers so far. */
  readonly prefill?: string;
  readonly prefillIf?: Condition;
  readonly items?: readonly Question[];
  /** Photo and file: id of the paper in `documents` whose upload page takes the file. */
  readonly document?: string;
  /** Calculated: FEEL over the answers above and `fact`, and what it gives. */
  readonly compute?: {
    readonly feel: string;
    readonly gives: 'number' | 'money' | 'text' | 'yes-no' | 'date';
  };
  /** Signature: the question that holds the signer's name; without it the one who files signs. */
  readonly signer?: string;
  /** Set when a block or person was laid out: the heading under which its questions stand together. */
  readonly section?: Section;
  /** Set when a block or person was laid out: `block.question`, one shape for all its places. */
  readonly from?: string;
}
export interface Section {
  readonly id: string;
  readonly title: LocalText;
  readonly hint?: LocalText;
}

/** What may be asked of a person, in the order in which it is asked. */
export const personParts = [
  'name',
  'birthDate',
  'sex',
  'nationality',
  'ethnicGroup',
  'personalNumber',
  'document',
  'residence',
] as const;
export type PersonPart = (typeof personParts)[number];

interface Composed {
  /** Begins the ids of its questions: `me` makes `meHoTen`. */
  readonly id: string;
  readonly label: LocalText;
  readonly hint?: LocalText;
  readonly if?: Condition;
}
export interface PlacedBlock extends Composed {
  readonly type: 'block';
  readonly block: string;
}
export interface PlacedPerson extends Composed {
  readonly type: 'person';
  /** Ends the labels: "của mẹ", "of the mother". */
  readonly of: LocalText;
  readonly parts: readonly PersonPart[];
  /** Parts that may stay empty. */
  readonly optional?: readonly PersonPart[];
  /** The sex that goes without asking: a mother is 2. */
  readonly sexIs?: '1' | '2';
  /** All parts are offered from what is held about the one who files. */
  readonly prefill?: 'person';
  readonly prefillIf?: Condition;
}
export type QuestionAsWritten =
  | (Omit<Question, 'items'> & { readonly items?: readonly QuestionAsWritten[] })
  | PlacedBlock
  | PlacedPerson;
export interface QuestionBlock {
  readonly title: LocalText;
  readonly questions: readonly QuestionAsWritten[];
}
export type FormAsWritten = Omit<Form, 'pages'> & {
  readonly pages: readonly (Omit<Page, 'questions'> & { readonly questions: readonly QuestionAsWritten[] })[];
};

/** Rows of the same questions, drawn one under the other or as a table. */
export const repeats = ({ type }: Pick<Question, 'type'>): boolean => type === 'group' || type === 'table';
/** It tells or announces something and has no answer. */
export const asksNothing = ({ type }: Pick<Question, 'type'>): boolean =>
  type === 'explanation' || type === 'signature';
