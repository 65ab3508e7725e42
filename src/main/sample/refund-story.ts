import {
  agreeToRefund,
  allAccountsOf,
  banks,
  billedIn,
  declineRefund,
  markRefundPaid,
  nameAccount,
  type PaymentServices,
  proposeRefunds,
  refundsIn,
} from '#capabilities/payments';
import { systemActor } from '#kernel/actor';
import type { Outcome } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { systemScope } from '#platform/db';
import type { Teller } from './teller.ts';

/** What was paid for a dossier that then stopped is proposed to be given back, and some of it is. */
export async function giveMoneyBack(teller: Teller): Promise<void> {
  if (teller.state.stage !== 'stopped' && teller.state.stage !== 'declined') return;
  const ctx = teller.ctx(systemActor('sample'));
  await ctx.db.transact(systemScope, (transactor) =>
    proposeRefunds(
      ctx,
      transactor,
      servicesOf(teller),
      teller.ref,
      'Hồ sơ dừng giải quyết khi chưa có kết quả.',
    ),
  );
  await settleRefunds(teller);
}

/** Some of these wait for an account, some for a decision, some for the money, and some have it. */
async function settleRefunds(teller: Teller): Promise<void> {
  const { chance, applicant, index } = teller.plan;
  if (teller.citizen.kind !== 'citizen') return;
  const services = servicesOf(teller);
  const charges = await billedIn(teller.ctx(teller.citizen).db.direct, teller.ref);
  for (const { code, charge_id } of await refundsIn(teller.ctx(teller.citizen), teller.ref)) {
    const how = chance.between(1, 5);
    if (how === 1) continue;
    teller.spend(chance.between(20, 400));
    const account = {
      bin: chance.pick(banks.slice(0, 6)).bin,
      number: `00000${String(100_000 + index)}`,
      holder: applicant.name,
    };
    done(await nameAccount(teller.ctx(teller.citizen), services, code, account));
    if (how === 2) continue;
    teller.spend(chance.between(100, 900));
    const leader = await teller.at('competent', 'unit-leader');
    if (how === 3) {
      done(await declineRefund(teller.ctx(leader), services, code, 'Hồ sơ đã được thẩm định xong.'));
      continue;
    }
    done(await agreeToRefund(teller.ctx(leader), services, code, 'transfer'));
    if (how === 4) continue;
    teller.spend(chance.between(100, 900));
    const accountant = await teller.at('competent', 'accountant', [leader.officer]);
    const order = { number: `UNC ${index}`, day: localDate(teller.clock.now()) };
    done(await markRefundPaid(teller.ctx(accountant), services, code, order));
    const fees = charges.filter(({ id }) => id === charge_id).map(({ fee }) => fee);
    await teller.bySystem('note-money', { what: 'refunded', fees, ground: order.number });
  }
}

function done(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Error(`A refund of the sample was refused: ${outcome.refusal.code}`);
}

function servicesOf({ set }: Teller): Pick<PaymentServices, 'unit' | 'accountOf'> {
  return {
    unit: (id) => set.services.unit(id),
    async accountOf(unit) {
      const accounts = await allAccountsOf(set.web);
      const head = [...set.units].find(([, { parentKey }]) => parentKey === null)?.[0];
      return [unit, head].map((of) => accounts.find(({ key }) => key === of)).find(Boolean);
    },
  };
}
