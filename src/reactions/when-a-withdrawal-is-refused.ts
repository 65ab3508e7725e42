import type { ReactionDeps } from './telling/deps.ts';
import { whenTold } from './telling/when-told.ts';

/** The dossier goes on, and the person learns why. */
export const whenAWithdrawalIsRefused = (deps: ReactionDeps) =>
  whenTold(deps, 'withdrawal-refused', 'when-a-withdrawal-is-refused');
