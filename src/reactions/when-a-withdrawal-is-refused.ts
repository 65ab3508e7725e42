import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';
import { whenDossier } from './telling/when.ts';

/** The dossier goes on, and the person learns why. */
export const whenAWithdrawalIsRefused = (deps: ReactionDeps) =>
  whenDossier(
    'withdrawal-refused',
    (act, about, event, reacting) =>
      tell(deps, event, reacting, about, {
        moment: 'withdrawal-decided',
        unit: act.actorUnit ?? about.dossier.state.holder,
        words: {
          decision: {
            vi: `chưa thể đồng ý. Lý do: ${act.payload.reason}`,
            en: `it cannot be agreed to. Reason: ${act.payload.reason}`,
          },
        },
      }),
    'when-a-withdrawal-is-refused',
  );
