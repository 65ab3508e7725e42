import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';
import { whenDossier } from './telling/when.ts';

/** Form 03. When the time for papers ran out, that has been told in its own words already. */
export const whenADossierIsDeclined = (deps: ReactionDeps) =>
  whenDossier('declined', async (act, about, event, reacting) => {
    if (about.acts.find((one) => one.seq === act.seq - 1)?.kind === 'supplement-expired') return;
    await tell(deps, event, reacting, about, {
      moment: 'declined',
      unit: about.dossier.state.receiver,
      words: { reason: act.payload.reason },
    });
  });
