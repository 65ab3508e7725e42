import type { ReactionDeps } from './telling/deps.ts';
import { whenTold } from './telling/when-told.ts';

/** A plan's own message on the way: the dossier has come past a place of which the person wants to know. */
export const whenAPlanTells = (deps: ReactionDeps) => whenTold(deps, 'service-run');
