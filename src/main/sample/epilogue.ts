import { openFees } from '#capabilities/dossiers';
import { rateDossier, ratingQuestions } from '#capabilities/feedback';
import { giveMoneyBack } from './refund-story.ts';
import { reasonFor } from './story-words.ts';
import type { Teller } from './teller.ts';

/** What jobs and reactions do by themselves: terms run out, and a result wished electronically is sent at once. */
export async function byTheMachine(teller: Teller): Promise<void> {
  const { state, plan } = teller;
  if (plan.target.endsWith('expired')) {
    teller.spend(plan.wait);
    await teller.bySystem('expire-supplement');
    return giveMoneyBack(teller);
  }
  await giveMoneyBack(teller);
  if (state.stage !== 'finished' || state.delivery !== 'electronic' || openFees(state).length > 0) return;
  teller.spend(1);
  if (state.custody.at(-1)?.takenAt === undefined) await teller.bySystem('take-over');
  await teller.bySystem('return-result', { way: 'electronic', to: plan.applicant.name });
}

/** A good third of those who have their result say how it went. */
export async function lastWord(teller: Teller): Promise<void> {
  const { chance } = teller.plan;
  if (teller.state.stage !== 'returned' || !chance.percent(38)) return;
  teller.spend(chance.between(5, 300));
  const stars = chance.weigh([5, 4, 3, 2], (each) => [0, 0, 1, 3, 22, 74][each] ?? 0);
  const answers = Object.fromEntries(ratingQuestions.map((key) => [key, stars >= 4 ? 'good' : 'fair']));
  const rating = { stars, answers, comment: reasonFor(chance, 'comment') };
  const said = await rateDossier(teller.ctx(teller.citizen), teller.ref, rating);
  if (!said.ok) throw new Error(`A rating was refused: ${said.refusal.code}`);
}
