import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';
import { whenDossier } from './telling/when.ts';
import { dueWords } from './telling/words.ts';

/** Form 04: the reason and the new date. A warning of lateness never goes out without it. */
export const whenAnApologyIsMade = (deps: ReactionDeps) =>
  whenDossier(
    'apologised',
    (act, about, event, reacting) =>
      tell(deps, event, reacting, about, {
        moment: 'apology',
        unit: about.dossier.state.competent,
        words: { reason: act.payload.reason, newDate: dueWords({ ...act.payload.due, minute: null }) },
      }),
    'when-an-apology-is-made',
  );
