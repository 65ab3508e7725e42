import type { ProcedureDefinition } from '#capabilities/forms';

/** Everything of a procedure that is drafted, compared, packed and published together. */
export interface DraftContent {
  readonly definition: ProcedureDefinition;
  /** BPMN 2.0 as XML; without it the steps of the definition are the workflow. */
  readonly workflow?: string;
  /** DMN 1.3 as XML. */
  readonly decisions?: string;
  /** Paper templates by id, in the shape of `samples/papers`; each replaces the common one of that id. */
  readonly templates?: Readonly<Record<string, unknown>>;
}
