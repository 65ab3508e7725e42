import { actOnDossier, openFees } from '#capabilities/dossiers';
import type { Reaction } from '#platform/jobs';
import { aboutOf } from './telling/about.ts';
import type { ReactionDeps } from './telling/deps.ts';

/**
 * A result wished electronically is returned by the system as soon as it is issued and nothing is owed. The receiver
 * takes it over first, so that the chain of custody has no gap.
 */
export const returnElectronicResults = ({ services }: ReactionDeps): Reaction => ({
  name: 'return-electronic-results',
  topics: [
    'dossier.issued',
    'dossier.fee-paid',
    'dossier.fee-exempted',
    // A plan may put something between the result and its return.
    'dossier.timer-fired',
    'dossier.message-received',
    'dossier.call-ended',
  ],
  async react(event, reacting) {
    const about = await aboutOf(event, reacting);
    if (!about) return;
    const { dossier, ref } = about;
    const { state } = dossier;
    if (state.stage !== 'finished' || openFees(state).length > 0) return;
    // Nobody to send it to: it stays with the result desk.
    const reachable = dossier.person_id !== null || typeof dossier.applicant['email'] === 'string';
    if (state.delivery !== 'electronic' || !reachable) return;
    if (state.custody.at(-1)?.takenAt === undefined)
      await actOnDossier(reacting.ctx, services, ref, 'take-over', {});
    const returned = await actOnDossier(reacting.ctx, services, ref, 'return-result', {
      way: 'electronic',
      to: dossier.owner_name,
    });
    if (!returned.ok)
      reacting.ctx.log.warn(
        { dossier: ref.id, code: returned.refusal.code },
        'an electronic result stays at the desk',
      );
  },
});
