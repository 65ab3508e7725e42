import type { ReactionDeps } from './telling/deps.ts';
import { whenTold } from './telling/when-told.ts';

/** A fee came up after filing. */
export const whenAFeeIsRequested = (deps: ReactionDeps) =>
  whenTold(deps, 'fee-requested', 'when-a-fee-is-requested');
