import type { Answers, PostedFields, Question, ReadingContext } from '#capabilities/forms';
import type { Locale } from '#kernel/text';

/** Sentences by the form field they belong to, in the page's language. */
export type Faults = ReadonlyMap<string, string>;

/** All that drawing one question needs. */
export interface QuestionProps {
  readonly question: Question;
  /** Name of its form field; inside a group `id.0.item`. */
  readonly name: string;
  readonly fields: PostedFields;
  readonly faults: Faults;
  /** Answers that conditions of rows may look at. */
  readonly answers: Answers;
  readonly reading: ReadingContext;
  readonly locale: Locale;
}
