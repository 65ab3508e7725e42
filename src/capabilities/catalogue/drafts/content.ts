import type { ProcedureDefinition } from '#capabilities/forms';

/** Everything of a procedure that is drafted, compared, packed and published together. */
export interface DraftContent {
  readonly definition: ProcedureDefinition;
  /** BPMN 2.0 as XML; without it the steps of the definition are the workflow. */
  readonly workflow?: string;
  /** DMN 1.3 as XML. */
  readonly decisions?: string;
  /**
   * Papers (`01`, in English `01-en`; the shape of `samples/papers`) and messages (`message-accepted`; the shape of
   * `samples/messages`), each in the place of the common one.
   */
  readonly templates?: Readonly<Record<string, unknown>>;
  /** Tried runs that must end as they did before it is published; the dossiers room knows their shape. */
  readonly runs?: readonly unknown[];
}
