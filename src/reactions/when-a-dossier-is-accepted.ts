import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';
import { whenDossier } from './telling/when.ts';
import { dueWords } from './telling/words.ts';

/** Form 01: receipt and appointment. */
export const whenADossierIsAccepted = (deps: ReactionDeps) =>
  whenDossier('accepted', (act, about, event, reacting) =>
    tell(deps, event, reacting, about, {
      moment: 'accepted',
      unit: about.dossier.state.receiver,
      words: { due: dueWords(act.payload.due) },
    }),
  );
