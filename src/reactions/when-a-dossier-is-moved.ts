import { dueWords } from '#capabilities/dossiers';
import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';
import { whenDossier } from './telling/when.ts';

/** The rules of an open dossier changed by a decision: its owner hears why, and that the promised day stands or is nearer. */
export const whenADossierIsMoved = (deps: ReactionDeps) =>
  whenDossier(
    'moved-to-version',
    ({ payload }, about, event, reacting) => {
      const { state } = about.dossier;
      const promised = payload.due ?? state.due;
      return tell(deps, event, reacting, about, {
        moment: 'version-moved',
        unit: state.competent,
        words: {
          reason: payload.reason,
          ground: payload.ground,
          due: promised ? dueWords(promised) : '',
        },
      });
    },
    'when-a-dossier-is-moved',
  );
