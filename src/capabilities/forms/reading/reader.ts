import type { LocalText } from '#kernel/text';
import type { PlainDate } from '#kernel/time';
import type { Answers, AnswerValue, Facts } from '../answers.ts';
import type { CodeLists } from '../lists.ts';
import type { Question } from '../questions.ts';

/** Fields of an HTML form as they arrive; a name that came more than once is a list. */
export interface PostedFields {
  readonly [name: string]: string | readonly string[] | undefined;
}
export interface ReadingContext {
  readonly today: PlainDate;
  readonly lists: CodeLists;
  readonly facts?: Facts;
  /** References to the files that were handed in, by paper; undefined where nobody knows. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
}
export interface FieldError {
  /** Question id; inside a group `id.0.item`. */
  readonly question: string;
  /** Name of the form field to focus. */
  readonly field: string;
  readonly message: LocalText;
}
/** What reading one question gave: an answer, nothing (left empty), or the sentences that say how to mend it. */
export type Read =
  | { readonly value: AnswerValue | undefined; readonly faults?: undefined }
  | { readonly value?: undefined; readonly faults: readonly Fault[] };
export interface Fault {
  /** End of the field name (`-day`), `` for the question's own field. */
  readonly part: string;
  readonly message: LocalText;
}
export interface Asked {
  readonly question: Question;
  /** Name of the form field of this question. */
  readonly name: string;
  readonly fields: PostedFields;
  /** Answers so far, those of the same row of a group included. */
  readonly answers: Answers;
  readonly context: ReadingContext;
}
export type Reader = (asked: Asked) => Read;

export const nothing: Read = { value: undefined };
export const answer = (value: AnswerValue): Read => ({ value });
export const fault = (message: LocalText, part = ''): Read => ({ faults: [{ part, message }] });

/** The one text of a field; the last when it was sent several times. */
export function textOf(fields: PostedFields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (typeof value === 'string') return value;
  // Answers sent by a program come by this way too, and may be anything.
  const last: unknown = Array.isArray(value) ? value.at(-1) : undefined;
  return typeof last === 'string' ? last : '';
}
export const textsOf = (fields: PostedFields, name: string): readonly string[] => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? [value] : (value ?? []);
};
