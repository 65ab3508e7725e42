import type { UnitId } from '#kernel/ids';
import { isUuid } from '#kernel/ids';
import type { Reaction } from '#platform/jobs';
import { aboutOf } from './telling/about.ts';
import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';

/** A message of the office waits in the dossier; what it says stays there. */
export const whenAnOfficerWrites = (deps: ReactionDeps): Reaction => ({
  name: 'when-an-officer-writes',
  topics: ['dossier.message'],
  async react(event, reacting) {
    if (event.payload['from'] !== 'officer') return;
    const about = await aboutOf(event, reacting);
    if (!about) return;
    const { unit } = event.payload;
    const speaker = typeof unit === 'string' && isUuid(unit) ? (unit as UnitId) : about.dossier.state.holder;
    await tell(deps, event, reacting, about, { moment: 'officer-message', unit: speaker, words: {} });
  },
});
