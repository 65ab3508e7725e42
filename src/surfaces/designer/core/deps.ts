import type { DesignServices } from '#capabilities/catalogue';
import type { Act, DossierState, ProcedureRules } from '#capabilities/dossiers';
import type { Answers, PostedFields, Question, ReadingContext } from '#capabilities/forms';
import type { Actors } from '#capabilities/identity';
import type { UnitDirectory } from '#capabilities/organisations';
import type { Locale } from '#kernel/text';
import type { Instant } from '#kernel/time';
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

/** A tried dossier at one moment, for the page on which its owner follows it. */
export interface TrackedToDraw {
  readonly code: string;
  readonly ownerName: string;
  readonly rules: ProcedureRules;
  readonly acts: readonly Act[];
  readonly state: DossierState;
  readonly now: Instant;
  readonly locale: Locale;
  readonly directory: UnitDirectory;
  readonly papers: readonly { readonly name: string; readonly title: string }[];
}

/** What the designer leans on beside the doors of every surface. */
export interface DesignerDeps {
  readonly services: DesignServices;
  /** The portal draws its questions and its page of tracking; surfaces know nothing of each other, so main hands them over. */
  readonly drawQuestion: (props: QuestionToDraw) => Html;
  readonly drawTracked: (props: TrackedToDraw) => Html;
  readonly actors: Pick<Actors, 'actorOf'>;
}
