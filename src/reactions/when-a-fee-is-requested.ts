import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';
import { whenDossier } from './telling/when.ts';
import { moneyWords } from './telling/words.ts';

/** A fee came up after filing. */
export const whenAFeeIsRequested = (deps: ReactionDeps) =>
  whenDossier(
    'fee-requested',
    (act, about, event, reacting) =>
      tell(deps, event, reacting, about, {
        moment: 'fee-asked',
        unit: about.dossier.state.receiver,
        words: {
          amount: moneyWords(act.payload.fees.reduce((sum, fee) => sum + fee.amount, 0)),
          reason: act.payload.reason,
        },
      }),
    'when-a-fee-is-requested',
  );
