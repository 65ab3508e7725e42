import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';
import { whenDossier } from './telling/when.ts';

/** It is over: where the electronic result lies, and how was it? */
export const whenAResultIsReturned = (deps: ReactionDeps) =>
  whenDossier(
    'returned',
    (act, about, event, reacting) => {
      const unit = about.dossier.state.receiver;
      return act.payload.way === 'electronic'
        ? tell(deps, event, reacting, about, {
            moment: 'result-electronic',
            unit,
            words: { number: about.dossier.state.result?.number ?? '' },
          })
        : tell(deps, event, reacting, about, { moment: 'returned', unit, words: {} });
    },
    'when-a-result-is-returned',
  );
