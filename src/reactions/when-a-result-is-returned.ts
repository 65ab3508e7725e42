import type { ReactionDeps } from './telling/deps.ts';
import { whenTold } from './telling/when-told.ts';

/** It is over: where the electronic result lies, and how was it? */
export const whenAResultIsReturned = (deps: ReactionDeps) =>
  whenTold(deps, 'returned', 'when-a-result-is-returned');
