import type { Answers, PostedFields, Question, ReadingContext } from '#capabilities/forms';
import type { Locale } from '#kernel/text';

/** All that drawing one question of the sheet needs. */
export interface Asking {
  readonly question: Question;
  /** Name of its form field; inside a group `id.0.item`. */
  readonly name: string;
  readonly fields: PostedFields;
  /** Sentences by the form field they belong to. */
  readonly faults: ReadonlyMap<string, string>;
  /** Answers that conditions inside a group look at. */
  readonly answers: Answers;
  readonly reading: ReadingContext;
  readonly locale: Locale;
}
