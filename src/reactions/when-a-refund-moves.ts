import { moneyWords } from '#capabilities/dossiers';
import { findRefund } from '#capabilities/payments';
import type { Reaction } from '#platform/jobs';
import { aboutOf } from './telling/about.ts';
import type { ReactionDeps } from './telling/deps.ts';
import { tell } from './telling/tell.ts';

const steps = ['proposed', 'approved', 'paid', 'refused'] as const;

/** Whose money it is hears of each step: that it can be given back, that it will be, that it has been, or why not. */
export const whenARefundMoves = (deps: ReactionDeps): Reaction => ({
  name: 'when-a-refund-moves',
  topics: steps.map((step) => `refund.${step}`),
  async react(event, reacting) {
    const code = event.payload['refund'];
    const refund = typeof code === 'string' ? await findRefund(reacting.ctx, code) : undefined;
    const about = await aboutOf(event, reacting);
    if (!refund || !about) return;
    const common = {
      amount: moneyWords(refund.amount),
      page: `${deps.publicUrl}/cua-toi/hoan-phi/${encodeURIComponent(refund.dossier_code)}`,
    };
    const to = (telling: Parameters<typeof tell>[4]) => tell(deps, event, reacting, about, telling);
    const unit = refund.unit_id;
    switch (event.topic) {
      case 'refund.proposed':
        return to({ moment: 'refund-proposed', unit, words: common });
      case 'refund.approved':
        return to({ moment: 'refund-approved', unit, words: common });
      case 'refund.paid':
        return to({ moment: 'refund-paid', unit, words: { ...common, evidence: refund.paid_number } });
      default:
        return to({ moment: 'refund-refused', unit, words: { ...common, reason: refund.answer } });
    }
  },
});
