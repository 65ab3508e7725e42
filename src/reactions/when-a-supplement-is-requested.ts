import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';
import { whenDossier } from './telling/when.ts';
import { dayWords } from './telling/words.ts';

/** Form 02: which papers, why, and until when. */
export const whenASupplementIsRequested = (deps: ReactionDeps) =>
  whenDossier(
    'supplement-requested',
    (act, about, event, reacting) =>
      tell(deps, event, reacting, about, {
        moment: 'supplement-asked',
        unit: act.actorUnit ?? about.dossier.state.holder,
        words: {
          until: dayWords(act.payload.until),
          papers: act.payload.papers.map((paper) => paper.title).join('; '),
          reason: act.payload.reason,
        },
      }),
    'when-a-supplement-is-requested',
  );
