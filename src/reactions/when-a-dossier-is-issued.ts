import { openFees } from '#capabilities/dossiers';
import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';
import { whenDossier } from './telling/when.ts';
import { moneyWords } from './telling/words.ts';

/** Who collects the result is called; who gets it electronically hears when it is there, or what is still owed. */
export const whenADossierIsIssued = (deps: ReactionDeps) =>
  whenDossier('issued', async (act, about, event, reacting) => {
    const { state } = about.dossier;
    const owed = openFees(state).reduce((sum, fee) => sum + fee.amount, 0);
    const unit = state.receiver;
    if (state.delivery !== 'electronic')
      return tell(deps, event, reacting, about, {
        moment: 'ready-to-collect',
        unit,
        words: { number: act.payload.number },
      });
    if (owed === 0) return;
    await tell(deps, event, reacting, about, {
      moment: 'fee-asked',
      unit,
      words: {
        amount: moneyWords(owed),
        reason: {
          vi: 'Kết quả đã có; bạn nhận được ngay khi nộp xong.',
          en: 'The result is ready and comes to you once this is paid.',
        },
      },
    });
  });
