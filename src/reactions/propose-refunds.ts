import { closeOvertakenRefunds, proposeRefunds } from '#capabilities/payments';
import type { Reaction } from '#platform/jobs';
import { aboutOf } from './telling/about.ts';
import type { ReactionDeps } from './telling/deps.ts';

/**
 * A dossier that ended without its service: what was paid for it and can be given back is proposed to be. Also when the money
 * arrives after the end, for a payment may have been under way.
 */
export const proposeTheRefunds = ({ services }: Pick<ReactionDeps, 'services'>): Reaction => ({
  name: 'propose-the-refunds',
  topics: ['dossier.stopped', 'dossier.declined', 'payment.settled'],
  async react(event, reacting) {
    const about = await aboutOf(event, reacting);
    const stage = about?.dossier.state.stage;
    if (!about || (stage !== 'stopped' && stage !== 'declined')) return;
    const reason =
      stage === 'declined' ? 'Hồ sơ không được tiếp nhận.' : 'Hồ sơ dừng giải quyết khi chưa có kết quả.';
    await proposeRefunds(reacting.ctx, reacting.transactor, services, about.ref, reason);
  },
});

/** A gateway has given money back, or taken it, by itself: refunds of it that were under way come to an end. */
export const closeTheOvertaken = ({ services }: Pick<ReactionDeps, 'services'>): Reaction => ({
  name: 'close-overtaken-refunds',
  topics: ['payment.refunded', 'payment.reopened'],
  react: (event, { ctx, transactor }) =>
    closeOvertakenRefunds(ctx, transactor, services, { homeUnit: event.homeUnit, id: event.subject }),
});
