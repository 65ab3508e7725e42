import { compileDecisions, type Decisions, readDmn } from '#capabilities/rules';
import type { Refusal } from '#kernel/outcome';
import type { ProcedureDefinition } from '../definition.ts';

/** The decision tables of one version, made ready once; or why they cannot be asked. */
export type ReadyDecisions = { readonly decisions: Decisions } | { readonly broken: Refusal };

/**
 * Travels with a definition and its copies, and is no part of what is written down: JSON and the shape of a definition do not see
 * it.
 */
const carried = Symbol('decisions');
interface Carrier {
  readonly [carried]?: ReadyDecisions;
}

export const decisionsOf = (definition: ProcedureDefinition): ReadyDecisions | undefined =>
  (definition as Carrier)[carried];

export async function readyDecisions(xml: string): Promise<ReadyDecisions> {
  const model = await readDmn(xml);
  const compiled = model.ok ? compileDecisions(model.value) : model;
  return compiled.ok ? { decisions: compiled.value } : { broken: compiled.refusal };
}

/** The definition together with its tables: from here on they decide wherever it is asked. Undefined takes them away. */
export const withDecisions = (
  definition: ProcedureDefinition,
  ready: ReadyDecisions | undefined,
): ProcedureDefinition => {
  const carrier: Carrier = ready ? { [carried]: ready } : {};
  const { [carried]: _before, ...bare } = definition as ProcedureDefinition & Carrier;
  return { ...bare, ...carrier };
};
