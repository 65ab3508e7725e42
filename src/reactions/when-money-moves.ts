import { actOnDossier } from '#capabilities/dossiers';
import type { Reaction } from '#platform/jobs';
import type { ReactionDeps } from './telling/deps.ts';

const topics = ['settled', 'refunded', 'reopened', 'exempted', 'voided'] as const;

/** What has come about in the books is told to the dossier, which goes on by it. Told twice, it is known already. */
export const whenMoneyMoves = ({ services }: Pick<ReactionDeps, 'services'>): Reaction => ({
  name: 'when-money-moves',
  topics: topics.map((what) => `payment.${what}`),
  async react(event, { ctx }) {
    const { fees, ground = '' } = event.payload;
    const ref = { homeUnit: event.homeUnit, id: event.subject };
    const what = event.topic.slice('payment.'.length);
    const noted = await actOnDossier(ctx, services, ref, 'note-money', { what, fees, ground });
    if (!noted.ok && noted.refusal.code !== 'money-known')
      throw new Error(`The dossier does not take its money: ${noted.refusal.code}`);
  },
});
