import type { Answers, Facts } from './answers.ts';
import type { ProcedureDefinition } from './definition.ts';

/** Id of the case (trường hợp): the fact `case` set by an officer first, then the answer; undefined without cases. */
export function caseOf(
  definition: ProcedureDefinition,
  answers: Answers,
  facts: Facts = {},
): string | undefined {
  const wanted = facts['case'] ?? answers[definition.caseFrom ?? 'case'];
  return definition.cases?.find((each) => each.id === wanted)?.id;
}
