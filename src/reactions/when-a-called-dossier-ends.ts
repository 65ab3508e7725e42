import { actOnDossier, type DossierState } from '#capabilities/dossiers';
import type { Reaction } from '#platform/jobs';
import { aboutOf } from './telling/about.ts';
import type { ReactionDeps } from './telling/deps.ts';

const outcomeOf = ({ stage, result }: DossierState) => {
  if (stage === 'declined' || stage === 'stopped') return stage;
  return result?.number === undefined ? undefined : result.outcome;
};

/** A dossier that another one waits for has its result, or ended without: the one that called it goes on. */
export const whenACalledDossierEnds = ({ services }: ReactionDeps): Reaction => ({
  name: 'when-a-called-dossier-ends',
  topics: ['dossier.issued', 'dossier.declined', 'dossier.stopped'],
  async react(event, reacting) {
    const about = await aboutOf(event, reacting);
    const caller = about?.dossier.state.calledBy;
    const outcome = about && outcomeOf(about.dossier.state);
    if (!about || !caller || !outcome) return;
    const ended = await actOnDossier(reacting.ctx, services, caller, 'end-call', {
      dossier: about.ref.id,
      outcome,
    });
    // The caller may have ended first, or have gone back to before the call: then nobody waits.
    if (!ended.ok)
      reacting.ctx.log.info(
        { dossier: caller.id, called: about.ref.id, code: ended.refusal.code },
        'nobody waits for a dossier that was called',
      );
  },
});
