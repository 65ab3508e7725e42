import type { ProcedureDefinition } from '#capabilities/forms';
import type { Actor } from '#kernel/actor';

/** A known person always; a guest where identity may be proven later. */
export const mayBegin = (actor: Actor, { assurance }: ProcedureDefinition): boolean =>
  actor.kind === 'citizen' && (!actor.guest || assurance.identityPendingAllowed);
