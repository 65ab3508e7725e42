import { type ActKind, toldOf } from '#capabilities/dossiers';
import type { Reaction } from '#platform/jobs';
import type { ReactionDeps } from './deps.ts';
import { tell } from './tell.ts';
import { whenDossier } from './when.ts';

/** "When this act has been done, its person hears of it", in the words that the dossiers room finds for it. */
export const whenTold = (deps: ReactionDeps, kind: ActKind, name?: string): Reaction =>
  whenDossier(
    kind,
    async (act, about, event, reacting) => {
      const told = toldOf(act, { acts: about.acts, state: about.dossier.state, costs: about.costs });
      if (told) await tell(deps, event, reacting, about, told);
    },
    name,
  );
