import type { DesignServices } from '#capabilities/catalogue';
import type { Answers, PostedFields, Question, ReadingContext } from '#capabilities/forms';
import type { Actors } from '#capabilities/identity';
import type { Locale } from '#kernel/text';
import type { Html } from '#platform/html';

/** What drawing one question needs; the same props that the portal's own pages give. */
export interface QuestionToDraw {
  readonly question: Question;
  readonly name: string;
  readonly fields: PostedFields;
  readonly faults: ReadonlyMap<string, string>;
  readonly answers: Answers;
  readonly reading: ReadingContext;
  readonly locale: Locale;
}

/** What the designer leans on beside the doors of every surface. */
export interface DesignerDeps {
  readonly services: DesignServices;
  /** The portal draws its questions in one way; surfaces know nothing of each other, so main hands it over. */
  readonly drawQuestion: (props: QuestionToDraw) => Html;
  readonly actors: Pick<Actors, 'actorOf'>;
}
