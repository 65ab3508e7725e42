import { z } from 'zod';
import type { Competence, ProcedureDefinition } from '#capabilities/forms';

/** An official's word, and what a citizen would say. */
export interface PlainWord {
  readonly say: string;
  readonly instead: string;
}
/** The shape of `samples/words/officialese.json`. */
export const plainWordsShape = z.array(
  z.strictObject({ say: z.string().min(2), instead: z.string().min(1) }),
);

/** What lint must know beyond the procedure itself. */
export interface LintWorld {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly communes: readonly { readonly code: string; readonly name: string }[];
  /** Whether a unit stands today that decides for the people of this commune. */
  decides(competence: Competence, commune: string): boolean;
  readonly plainWords: readonly PlainWord[];
  /** Results that procedures of this instance grant, with their national code. */
  readonly results: readonly { readonly code: string; readonly name: string }[];
  /** Papers of a procedure as it is offered; undefined where nobody can say. */
  readonly papersOf?: (code: string) => Pick<ProcedureDefinition, 'documents'> | undefined;
}
