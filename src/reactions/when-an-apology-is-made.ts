import type { ReactionDeps } from './telling/deps.ts';
import { whenTold } from './telling/when-told.ts';

/** Form 04: the reason and the new date. */
export const whenAnApologyIsMade = (deps: ReactionDeps) =>
  whenTold(deps, 'apologised', 'when-an-apology-is-made');
