import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';
import { whenDossier } from './telling/when.ts';

/** The receipt may have gone out in the seconds before; moves inside the office concern nobody else. */
export const whenAnAcceptanceIsUndone = (deps: ReactionDeps) =>
  whenDossier('undone', async ({ payload, seq }, about, event, reacting) => {
    const taken = about.acts.filter((act) => act.seq > payload.since && act.seq < seq);
    if (!taken.some((act) => act.kind === 'accepted')) return;
    await tell(deps, event, reacting, about, {
      moment: 'acceptance-undone',
      unit: about.dossier.state.receiver,
      words: { reason: payload.reason },
    });
  });
