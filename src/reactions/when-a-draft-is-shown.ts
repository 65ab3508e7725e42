import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';
import { whenDossier } from './telling/when.ts';
import { momentWords } from './telling/words.ts';

/** A draft civil-status result waits to be confirmed; silence until then is consent. */
export const whenADraftIsShown = (deps: ReactionDeps) =>
  whenDossier(
    'draft-shown',
    (act, about, event, reacting) =>
      tell(deps, event, reacting, about, {
        moment: 'draft-to-confirm',
        unit: about.dossier.state.competent,
        words: { until: momentWords(act.payload.until) },
      }),
    'when-a-draft-is-shown',
  );
