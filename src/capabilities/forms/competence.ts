import { type Answers, type Facts, isAddress } from './answers.ts';
import { decidedCompetence } from './decisions/decided.ts';
import type { CompetenceLevel, ProcedureDefinition } from './definition.ts';

/**
 * Commune whose authority decides, from the content of the dossier and never from the receiver's address; undefined
 * when the definition leaves it to the receiving place.
 */
export function competentCommune(definition: ProcedureDefinition, answers: Answers): string | undefined {
  const value = definition.competence.by === undefined ? undefined : answers[definition.competence.by];
  if (isAddress(value)) return value.commune;
  return typeof value === 'string' ? value : undefined;
}

export interface CompetenceFor {
  readonly level: CompetenceLevel;
  readonly department: string | undefined;
  /** Commune whose authority decides; undefined where it is left to the receiving place, or not answered yet. */
  readonly commune: string | undefined;
  /** The receiving place has no say. */
  readonly placed: boolean;
}

/**
 * Which authority decides these answers: by the table `competence` where it speaks, else as the definition says.
 * @throws Undecided where the table cannot decide.
 */
export function competenceFor(
  definition: ProcedureDefinition,
  answers: Answers,
  facts: Facts = {},
): CompetenceFor {
  const { level, by, department } = definition.competence;
  const decided = decidedCompetence(definition, answers, facts);
  const commune = decided?.commune ?? competentCommune(definition, answers);
  return {
    level: decided?.level ?? level,
    department: decided ? decided.department : department,
    commune,
    placed: by !== undefined || decided?.commune !== undefined,
  };
}
