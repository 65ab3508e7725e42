import type { ReactionDeps } from './telling/deps.ts';
import { whenTold } from './telling/when-told.ts';

/** An acceptance that was taken back is told; moves inside the office are not. */
export const whenAnAcceptanceIsUndone = (deps: ReactionDeps) => whenTold(deps, 'undone');
