import { openFees } from '#capabilities/dossiers';
import { fileAtCounter, fileOnline } from './file-dossier.ts';
import { finish, giveBack, processTo } from './process.ts';
import { reasonFor, storyWords } from './story-words.ts';
import { askSupplement, sendSupplement, settleFees, talk } from './talks.ts';
import type { Teller } from './teller.ts';

/** Days off fall between, so that a term of twenty working days is never over by itself before now. */
const longTerm = 20;
const shortTerm = 4;

/** Tells a dossier from the filing to where its plan leads. */
export async function tell(teller: Teller): Promise<void> {
  const { plan } = teller;
  const online = plan.channel === 'online';
  await teller.open(await (online ? fileOnline(teller) : fileAtCounter(teller)));
  if (plan.target.startsWith('submitted')) return;
  if (await endsBeforeAcceptance(teller)) return;
  if (online) {
    teller.spend(plan.intake);
    const desk = await teller.at('receiver', 'one-stop-officer');
    if (plan.chance.percent(50)) await teller.reads(desk, storyWords().purposes[1] ?? '');
    if (plan.target === 'returned-supplement' && plan.chance.percent(50)) {
      await askSupplement(teller, desk, longTerm);
      await sendSupplement(teller, plan.wait);
      teller.spend(30);
      await teller.act(desk, 'confirm-supplement');
    }
    await teller.act(desk, 'accept');
  }
  if (plan.target === 'accepted') return;
  if (plan.chance.percent(60)) await settleFees(teller);
  if (plan.chance.percent(8)) await talk(teller);
  await afterAcceptance(teller);
}

/** Stories that end, or stand still, at the one-stop desk. @returns whether this was one. */
async function endsBeforeAcceptance(teller: Teller): Promise<boolean> {
  const { plan } = teller;
  switch (plan.target) {
    case 'stopped-withdrawal-at-once':
      teller.spend(plan.intake);
      await teller.act(teller.citizen, 'request-withdrawal', {
        reason: reasonFor(plan.chance, 'withdrawal'),
      });
      return true;
    case 'declined':
      teller.spend(plan.intake);
      await teller.actAs(
        'receiver',
        plan.chance.percent(70) ? 'one-stop-officer' : 'centre-manager',
        'decline',
        {
          reason: reasonFor(plan.chance, 'decline'),
        },
      );
      return true;
    case 'supplement-before':
    case 'declined-expired':
      teller.spend(plan.intake);
      await askSupplement(
        teller,
        await teller.at('receiver', 'one-stop-officer'),
        plan.target === 'declined-expired' ? shortTerm : longTerm,
      );
      return true;
    default:
      return false;
  }
}

async function afterAcceptance(teller: Teller): Promise<void> {
  const { plan } = teller;
  const { chance, window, wait } = plan;
  switch (plan.target) {
    case 'at-appraise':
    case 'opinion-open':
    case 'guest-in-process':
      return processTo(teller, 'appraise', window, {
        begin: chance.percent(70) || plan.target === 'opinion-open',
      });
    case 'overdue':
      return processTo(teller, chance.pick(['appraise', 'approve', 'issue'] as const), window, {
        begin: true,
      });
    case 'at-assigned':
      return processTo(teller, 'appraise', window, { begin: true, assign: true });
    case 'at-confirm':
    case 'at-disputed':
      return processTo(teller, 'appraise', window, { begin: true, draft: true });
    case 'at-check':
      return processTo(teller, 'check', window, { begin: chance.percent(50) });
    case 'at-approve':
      return processTo(teller, 'approve', window, {});
    case 'at-issue':
      return processTo(teller, 'issue', window, {});
    case 'apologised':
      await processTo(teller, 'appraise', window * 0.7, { begin: true });
      return apologise(teller);
    case 'supplement-after':
    case 'supplement-sent':
    case 'stopped-expired':
      await processTo(teller, 'appraise', window, { begin: true });
      await askSupplement(
        teller,
        await teller.at('holder', 'specialist'),
        plan.target === 'stopped-expired' ? shortTerm : longTerm,
      );
      if (plan.target === 'supplement-sent') await sendSupplement(teller, wait);
      return;
    case 'financial':
      await processTo(teller, 'appraise', window, { begin: true });
      return askFee(teller);
    case 'paused':
    case 'withdrawal':
    case 'stopped-withdrawal':
    case 'stopped-authority':
      await processTo(teller, 'appraise', window, { begin: true });
      return standStill(teller);
    default:
      return toTheEnd(teller);
  }
}

async function apologise(teller: Teller): Promise<void> {
  const { chance } = teller.plan;
  const until = teller.state.due?.date;
  if (!until) return;
  teller.spend(10);
  const day = new Date(`${until}T00:00:00Z`).getTime();
  // The new date is a weekday two weeks on; holidays do not matter for a promise.
  const later = new Date(day + 14 * 86_400_000).toISOString().slice(0, 10);
  await teller.actAs('holder', chance.percent(50) ? 'unit-leader' : 'head-of-office', 'apologise', {
    reason: reasonFor(chance, 'apology'),
    newDate: later,
  });
}

async function askFee(teller: Teller): Promise<void> {
  const { chance, index } = teller.plan;
  teller.spend(10);
  await teller.actAs('holder', 'specialist', 'ask-fee', {
    fees: [
      {
        id: `bo-sung-${index}`,
        kind: 'phi',
        name: 'Phí thẩm định bổ sung',
        amount: 20_000 * chance.between(1, 6),
      },
    ],
    reason: reasonFor(chance, 'fee'),
  });
}

/** A pause, a wish to withdraw, or the end by either. */
async function standStill(teller: Teller): Promise<void> {
  const { target, chance, wait } = teller.plan;
  teller.spend(10);
  if (target === 'paused' || target === 'stopped-authority') {
    await teller.actAs('holder', 'head-of-office', 'pause', { reason: reasonFor(chance, 'pause') });
    if (target === 'paused') return;
    teller.spend(wait);
    return teller.actAs('holder', 'unit-leader', 'stop', { reason: reasonFor(chance, 'stop') });
  }
  await teller.act(teller.citizen, 'request-withdrawal', { reason: reasonFor(chance, 'withdrawal') });
  if (target === 'withdrawal') return;
  teller.spend(wait);
  await teller.actAs('holder', 'specialist', 'allow-withdrawal');
}

/** What happens on the way to a result, then the result, then its return. */
async function toTheEnd(teller: Teller): Promise<void> {
  const { target, chance, window, wait } = teller.plan;
  const half = window / 2;
  switch (target) {
    case 'returned-apology':
      await processTo(teller, 'appraise', half / 2, { begin: true });
      await apologise(teller);
      break;
    case 'returned-paused':
      await processTo(teller, 'appraise', half, { begin: true });
      teller.spend(5);
      await teller.actAs('holder', 'head-of-office', 'pause', { reason: reasonFor(chance, 'pause') });
      teller.spend(wait);
      await teller.actAs('holder', 'head-of-office', 'resume');
      break;
    case 'returned-financial':
      await processTo(teller, 'appraise', half, { begin: true });
      await askFee(teller);
      teller.spend(wait);
      await settleFees(teller);
      break;
    case 'returned-withdrawal-refused':
    case 'returned-withdrawal-taken-back':
      await processTo(teller, 'appraise', half, { begin: true });
      teller.spend(5);
      await teller.act(teller.citizen, 'request-withdrawal', { reason: reasonFor(chance, 'withdrawal') });
      teller.spend(wait);
      if (target === 'returned-withdrawal-taken-back')
        await teller.act(teller.citizen, 'take-back-withdrawal');
      else
        await teller.actAs('holder', 'unit-leader', 'refuse-withdrawal', {
          reason: reasonFor(chance, 'withdrawal-refused'),
        });
      break;
    case 'returned-sent-back':
      await processTo(teller, 'approve', half, {});
      teller.spend(15);
      await teller.actAs('competent', 'unit-leader', 'send-back-result', {
        reason: reasonFor(chance, 'send-back'),
      });
      break;
    case 'returned-supplement':
      if (teller.state.supplementCount > 0) break;
      await processTo(teller, 'appraise', half, { begin: true });
      await askSupplement(teller, await teller.at('holder', 'specialist'), longTerm);
      await sendSupplement(teller, wait);
      teller.spend(20);
      await teller.actAs('holder', 'specialist', 'confirm-supplement');
      break;
    default:
      break;
  }
  const rest =
    target.startsWith('returned') && /apology|paused|financial|withdrawal|sent-back/.test(target)
      ? half
      : window;
  await finish(teller, rest);
  if (openFees(teller.state).length > 0 && target !== 'finished') await settleFees(teller);
  if (target === 'finished') return;
  await giveBack(teller);
}
