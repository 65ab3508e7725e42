import type { AnswerInWords, CodeLists, ProcedureDefinition } from '#capabilities/forms';
import { type Instant, localDate } from '#kernel/time';
import type { Draft } from '../queries/drafts.ts';
import { bodyHash } from '../rules/body-hash.ts';
import { bodyOf, type Filing, weighFiling } from '../rules/filing.ts';
import { wordsOf } from './compose-dossier.ts';

/** A draft as it was weighed for a person: what the check page shows is what its button submits. */
export interface WeighedDraft {
  readonly draft: Draft;
  readonly definition: ProcedureDefinition;
  readonly lists: CodeLists;
  readonly filing: Filing;
  /** Fingerprint of what is submitted; the page sends it back with the button. */
  readonly hash: string;
  readonly words: readonly AnswerInWords[];
}

export function weighDraft(
  definition: ProcedureDefinition,
  draft: Draft,
  lists: CodeLists,
  now: Instant,
): WeighedDraft {
  const filing = weighFiling(definition, draft, lists, now);
  const hash = bodyHash(bodyOf(draft, filing.answers));
  return { draft, definition, lists, filing, hash, words: wordsOf(definition, filing.answers, lists) };
}

/** The same draft weighs the same as long as the day, the definition and the code lists are the same. */
export const stillWeighs = (
  weighed: WeighedDraft,
  definition: ProcedureDefinition,
  lists: CodeLists,
  now: Instant,
): boolean =>
  weighed.filing.facts.today === localDate(now) &&
  weighed.definition === definition &&
  weighed.lists === lists;
