import { endedResultOf } from '#capabilities/results';
import type { Reaction } from '#platform/jobs';
import { aboutOf } from './telling/about.ts';
import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';

/** Whose result was revoked or replaced hears of it, with the ground and what counts now. */
export const whenAResultIsEnded = (deps: ReactionDeps): Reaction => ({
  name: 'when-a-result-is-ended',
  topics: ['result.revoked', 'result.replaced'],
  async react(event, reacting) {
    const ended = endedResultOf(event.payload);
    const about = await aboutOf(event, reacting);
    if (!ended || !about) return;
    const { result, ground, newer } = ended;
    const page = `${deps.publicUrl}/kiem-tra/${result.token}`;
    const common = { number: result.number, ground, page };
    await tell(
      deps,
      event,
      reacting,
      about,
      newer === ''
        ? { moment: 'result-revoked', unit: result.unit, words: common }
        : { moment: 'result-replaced', unit: result.unit, words: { ...common, newer } },
    );
  },
});
