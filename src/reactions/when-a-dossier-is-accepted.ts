import type { ReactionDeps } from './telling/deps.ts';
import { whenTold } from './telling/when-told.ts';

/** Form 01: receipt and appointment. */
export const whenADossierIsAccepted = (deps: ReactionDeps) => whenTold(deps, 'accepted');
