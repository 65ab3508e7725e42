import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';
import { whenDossier } from './telling/when.ts';
import { dayWords } from './telling/words.ts';

/** The time for papers is over: form 03 before acceptance, form 05 after it. */
export const whenASupplementHasExpired = (deps: ReactionDeps) =>
  whenDossier(
    'supplement-expired',
    (act, about, event, reacting) =>
      tell(deps, event, reacting, about, {
        moment: 'supplement-expired',
        unit: about.dossier.state.receiver,
        words: { until: dayWords(act.payload.until) },
        paper: about.dossier.state.acceptedAt === undefined ? '03' : '05',
      }),
    'when-a-supplement-has-expired',
  );
