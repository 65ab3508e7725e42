import type { Facts } from './answers.ts';
import { decidedEligibility } from './decisions/decided.ts';
import type { EligibilityQuestion, ProcedureDefinition } from './definition.ts';

export interface Eligibility {
  /** `unknown` while a question that can stop the way is unanswered. */
  readonly verdict: 'eligible' | 'not-eligible' | 'unknown';
  /** Questions answered against, with their `failText`; those that only advise included. */
  readonly failed: readonly EligibilityQuestion[];
  readonly open: readonly EligibilityQuestion[];
}

/**
 * Judges the pre-check of a procedure. Nothing of it is stored: it helps before anyone fills in a form. Where a table
 * `eligibility` speaks, it says which questions stop the way; what is only advice stays advice.
 * @throws Undecided where the table cannot decide.
 */
export function eligibility(
  definition: ProcedureDefinition,
  replies: Readonly<Record<string, string | undefined>>,
  facts: Facts = {},
): Eligibility {
  const replied = (question: EligibilityQuestion) =>
    replies[question.id] === 'yes' || replies[question.id] === 'no';
  const stops = (question: EligibilityQuestion) => question.advice !== true;
  const decided = decidedEligibility(definition, replies, facts);
  const against = (question: EligibilityQuestion) =>
    replied(question) && replies[question.id] !== question.passIf;
  const failed = definition.eligibility.filter((question) =>
    decided ? decided.includes(question) || (!stops(question) && against(question)) : against(question),
  );
  const stopped = decided ? decided.length > 0 : failed.some(stops);
  const open = definition.eligibility.filter((question) => !replied(question));
  return {
    verdict: stopped ? 'not-eligible' : open.some(stops) ? 'unknown' : 'eligible',
    failed,
    open,
  };
}
