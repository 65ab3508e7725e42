import { toldOf } from '#capabilities/dossiers';
import type { Reaction } from '#platform/jobs';
import { aboutOf, isKind } from './telling/about.ts';
import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';

/** An online dossier has arrived: by when it is answered. At the counter the receipt itself says more. */
export const whenADossierIsSubmitted = (deps: ReactionDeps): Reaction => ({
  name: 'when-a-dossier-is-submitted',
  // The one-statement submission names its event by the intent, the counter by the act.
  topics: ['dossier.submit', 'dossier.submitted'],
  async react(event, reacting) {
    const about = await aboutOf(event, reacting);
    if (!about || !isKind(about.act, 'submitted')) return;
    const told = toldOf(about.act, { acts: about.acts, state: about.dossier.state, costs: about.costs });
    if (told) await tell(deps, event, reacting, about, told);
  },
});
