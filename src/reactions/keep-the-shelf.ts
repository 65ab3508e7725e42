import { openFees } from '#capabilities/dossiers';
import { placeOnShelf } from '#capabilities/results';
import type { Reaction } from '#platform/jobs';
import { aboutOf } from './telling/about.ts';

/** What was issued stands under "My papers" of the person, once nothing is owed for it. */
export const keepTheShelf: Reaction = {
  name: 'keep-the-shelf',
  topics: ['dossier.issued', 'dossier.fee-paid', 'dossier.fee-exempted', 'dossier.identity-confirmed'],
  async react(event, reacting) {
    const about = await aboutOf(event, reacting);
    if (!about) return;
    const { person_id: person, code, state } = about.dossier;
    const issued = state.stage === 'finished' || state.stage === 'returned';
    if (person === null || !issued || openFees(state).length > 0) return;
    await placeOnShelf(reacting.transactor, reacting.ctx, { person, dossier: { ...about.ref, code } });
  },
};
