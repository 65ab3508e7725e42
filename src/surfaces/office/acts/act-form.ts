import type { Colleague } from '#capabilities/identity';
import type { Round } from '#capabilities/signing';
import type { Outcome } from '#kernel/outcome';
import type { Hole } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { Opened } from '../dossier/open.ts';

/** Fields as they were posted; what was typed is shown again whatever becomes of it. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export const text = (typed: Typed, name: string): string => {
  const value = typed[name];
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
};
export const many = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};

/** What the controls of an act are drawn from. */
export interface FormView {
  readonly opened: Opened;
  readonly typed: Typed;
  /** The sentence for a control, by the control's id. */
  readonly error: (id: string) => string | undefined;
  /** Who may get the work; only for acts that give it to somebody. */
  readonly colleagues: readonly Colleague[];
}

export interface Acting {
  readonly ctx: PageCtx;
  readonly doors: Doors;
  readonly opened: Opened;
  readonly typed: Typed;
  readonly colleagues: readonly Colleague[];
  /** For acts that sign: where the officer's key waits for a consent. */
  readonly round?: Round | undefined;
}

/** The page of one act: what it says it will do, what it asks, and how that becomes the input of the command. */
export interface ActForm {
  readonly lead: (opened: Opened) => Hole;
  readonly fields?: (view: FormView) => Hole;
  readonly input?: (acting: Acting) => Promise<Outcome<unknown>> | Outcome<unknown>;
  /** Control to go to, by the field of a refusal, or by its code where it has no field. */
  readonly controls?: Readonly<Record<string, string>>;
  /** The paper stands beside the form. */
  readonly withPaper?: boolean;
  readonly needsColleagues?: boolean;
  /** It ends something: the button says so. */
  readonly warning?: boolean;
}
