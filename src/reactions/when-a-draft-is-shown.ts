import type { ReactionDeps } from './telling/deps.ts';
import { whenTold } from './telling/when-told.ts';

/** A draft result waits to be confirmed. */
export const whenADraftIsShown = (deps: ReactionDeps) =>
  whenTold(deps, 'draft-shown', 'when-a-draft-is-shown');
