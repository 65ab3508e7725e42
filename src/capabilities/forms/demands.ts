import type { LocalText } from '#kernel/text';
import type { Answers, Facts } from './answers.ts';
import { caseOf } from './case-of.ts';
import { holds } from './condition.ts';
import { decidedDocuments } from './decisions/decided.ts';
import type { DocumentRule, ProcedureDefinition } from './definition.ts';

/** One paper asked for, in the words and counts of the procedure, with what may stand in its place. */
export interface DocumentDemand {
  readonly id: string;
  readonly name: LocalText;
  readonly hint?: LocalText;
  readonly group: DocumentRule['group'];
  readonly originals: number;
  readonly copies: number;
  /** A paper must be handed in; false when it is optional or a register has answered for it. */
  readonly required: boolean;
  readonly alternatives: readonly DocumentDemand[];
  /** Registers that could answer for it. */
  readonly replaceableBy: readonly string[];
  /** The register that did (fact `registers`): say so instead of asking. */
  readonly replacedBy?: string;
  /** Code of the result that satisfies it, to be looked up in the person's own papers. */
  readonly satisfiedBy?: string;
}
const groups: readonly DocumentRule['group'][] = ['submit', 'show', 'note'];

/**
 * Papers for these answers and facts: to be handed in first, then to be shown, then notes. Where the procedure has a table
 * `documents`, it says which are asked for, in the place of their conditions and cases.
 * @throws Undecided where the table cannot decide.
 */
export function requiredDocuments(
  definition: ProcedureDefinition,
  answers: Answers,
  facts: Facts = {},
): readonly DocumentDemand[] {
  const chosen = caseOf(definition, answers, facts);
  const decided = decidedDocuments(definition, answers, facts);
  const asked = definition.documents.filter((rule) =>
    decided
      ? decided.has(rule.id)
      : (rule.cases === undefined || (chosen !== undefined && rule.cases.includes(chosen))) &&
        holds(rule.if, answers, facts),
  );
  const given = facts['registers'];
  const registers: readonly string[] = Array.isArray(given) ? given : [];
  const demandOf = (rule: DocumentRule): DocumentDemand => {
    const needed = decided?.get(rule.id)?.required ?? rule.required;
    const replacedBy = rule.replaceableBy?.find((register) => registers.includes(register));
    return {
      id: rule.id,
      name: rule.name,
      ...(rule.hint ? { hint: rule.hint } : {}),
      group: rule.group,
      originals: rule.originals,
      copies: rule.copies,
      required: needed && rule.group !== 'note' && replacedBy === undefined,
      alternatives: asked.filter((other) => other.alternativeOf === rule.id).map(demandOf),
      replaceableBy: rule.replaceableBy ?? [],
      ...(replacedBy === undefined ? {} : { replacedBy }),
      ...(rule.satisfiedBy === undefined ? {} : { satisfiedBy: rule.satisfiedBy }),
    };
  };
  return groups.flatMap((group) =>
    asked.filter((rule) => rule.group === group && rule.alternativeOf === undefined).map(demandOf),
  );
}

/** Demands that are required and for which neither the paper nor one of its alternatives is among the given ids. */
export const missingDocuments = (
  demands: readonly DocumentDemand[],
  given: readonly string[],
): readonly DocumentDemand[] =>
  demands.filter(
    (demand) =>
      demand.required &&
      !given.includes(demand.id) &&
      !demand.alternatives.some((other) => other.replacedBy !== undefined || given.includes(other.id)),
  );
