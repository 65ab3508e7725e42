import type { EligibilityQuestion, ProcedureDefinition } from './definition.ts';

export interface Eligibility {
  /** `unknown` while a question that can stop the way is unanswered. */
  readonly verdict: 'eligible' | 'not-eligible' | 'unknown';
  /** Questions answered against, with their `failText`; those that only advise included. */
  readonly failed: readonly EligibilityQuestion[];
  readonly open: readonly EligibilityQuestion[];
}

/** Judges the pre-check of a procedure. Nothing of it is stored: it helps before anyone fills in a form. */
export function eligibility(
  definition: ProcedureDefinition,
  replies: Readonly<Record<string, string | undefined>>,
): Eligibility {
  const replied = (question: EligibilityQuestion) =>
    replies[question.id] === 'yes' || replies[question.id] === 'no';
  const failed = definition.eligibility.filter(
    (question) => replied(question) && replies[question.id] !== question.passIf,
  );
  const open = definition.eligibility.filter((question) => !replied(question));
  const stops = (question: EligibilityQuestion) => question.advice !== true;
  return {
    verdict: failed.some(stops) ? 'not-eligible' : open.some(stops) ? 'unknown' : 'eligible',
    failed,
    open,
  };
}
