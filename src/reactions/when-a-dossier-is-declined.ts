import type { ReactionDeps } from './telling/deps.ts';
import { whenTold } from './telling/when-told.ts';

/** Form 03. */
export const whenADossierIsDeclined = (deps: ReactionDeps) => whenTold(deps, 'declined');
