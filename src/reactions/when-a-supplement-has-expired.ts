import type { ReactionDeps } from './telling/deps.ts';
import { whenTold } from './telling/when-told.ts';

/** The time for papers is over: form 03 before acceptance, form 05 after it. */
export const whenASupplementHasExpired = (deps: ReactionDeps) =>
  whenTold(deps, 'supplement-expired', 'when-a-supplement-has-expired');
