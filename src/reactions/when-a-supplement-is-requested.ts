import type { ReactionDeps } from './telling/deps.ts';
import { whenTold } from './telling/when-told.ts';

/** Form 02: which papers, why, and until when. */
export const whenASupplementIsRequested = (deps: ReactionDeps) =>
  whenTold(deps, 'supplement-requested', 'when-a-supplement-is-requested');
