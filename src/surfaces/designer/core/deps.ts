import type { DesignServices } from '#capabilities/catalogue';
import type { Act, DossierState, DossierView, ProcedureRules } from '#capabilities/dossiers';
import type { Answers, PostedFields, Question, ReadingContext } from '#capabilities/forms';
import type { Actors } from '#capabilities/identity';
import type { UnitDirectory } from '#capabilities/organisations';
import type { OfficerActor } from '#kernel/actor';
import type { Locale, LocalText } from '#kernel/text';
import type { Clock, Instant } from '#kernel/time';
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
  readonly charges: DossierView['charges'];
  readonly state: DossierState;
  readonly now: Instant;
  readonly locale: Locale;
  readonly directory: UnitDirectory;
  readonly papers: readonly { readonly name: string; readonly title: string }[];
}

/** A tried dossier at one moment, as an officer at one of its desks has it open. */
export interface AtDeskToDraw {
  readonly view: DossierView;
  readonly actor: OfficerActor;
  readonly clock: Clock;
  readonly locale: Locale;
  readonly directory: UnitDirectory;
  /** The task of a plan that this desk has. */
  readonly wantedTask?: string | undefined;
  /** Addresses of its page (with side and paper as query), of the page of an act, and of what lies below it. */
  readonly at: {
    readonly page: (query?: Readonly<Record<string, string>>) => string;
    readonly act: (slug: string, from?: string, task?: string) => string;
    readonly below: (path: string) => string;
  };
  readonly side: string | undefined;
  readonly paper: string | undefined;
  readonly prints: readonly { readonly name: string; readonly title: LocalText }[];
  /** Whether a sheet is drawn for each paper. */
  readonly sheets: boolean;
}

/** What the designer leans on beside the doors of every surface. */
export interface DesignerDeps {
  readonly services: DesignServices;
  /** The portal draws its questions and its page of tracking; surfaces know nothing of each other, so main hands them over. */
  readonly drawQuestion: (props: QuestionToDraw) => Html;
  readonly drawTracked: (props: TrackedToDraw) => Html;
  /** The office draws the page of a dossier and that of an act by its slug; undefined where it has none. */
  readonly drawAtDesk: (props: AtDeskToDraw) => Html | undefined;
  readonly drawActAtDesk: (
    props: AtDeskToDraw,
    slug: string,
  ) => { readonly title: string; readonly main: Html } | undefined;
  readonly actors: Pick<Actors, 'actorOf'>;
}
