import type { ReactionDeps } from './telling/deps.ts';
import { whenTold } from './telling/when-told.ts';

/** Form 05, in the words of its ground. */
export const whenADossierIsStopped = (deps: ReactionDeps) => whenTold(deps, 'stopped');
