import type { ReactionDeps } from './telling/deps.ts';
import { whenTold } from './telling/when-told.ts';

/** Who collects the result is called. */
export const whenADossierIsIssued = (deps: ReactionDeps) => whenTold(deps, 'issued');
