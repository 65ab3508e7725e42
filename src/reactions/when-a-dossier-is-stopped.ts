import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';
import { whenDossier } from './telling/when.ts';

/** Form 05, in the words of its ground: the person's own wish, the authority's decision, or time that ran out. */
export const whenADossierIsStopped = (deps: ReactionDeps) =>
  whenDossier('stopped', async (act, about, event, reacting) => {
    const { ground, reason } = act.payload;
    const unit = about.dossier.state.holder;
    if (ground === 'supplement-expired') return; // told by its own reaction
    if (ground === 'authority')
      return tell(deps, event, reacting, about, { moment: 'stopped', unit, words: { reason } });
    await tell(deps, event, reacting, about, {
      moment: 'withdrawal-decided',
      unit,
      paper: '05',
      words: {
        decision: {
          vi: 'đã dừng giải quyết theo đề nghị của bạn.',
          en: 'work on it has been stopped as you wished.',
        },
      },
    });
  });
