import { type Answers, type Facts, isAddress } from './answers.ts';
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

/**
 * Commune whose authority decides, from the content of the dossier and never from the receiver's address; undefined
 * when the definition leaves it to the receiving place.
 */
export function competentCommune(definition: ProcedureDefinition, answers: Answers): string | undefined {
  const value = definition.competence.by === undefined ? undefined : answers[definition.competence.by];
  if (isAddress(value)) return value.commune;
  return typeof value === 'string' ? value : undefined;
}
