import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anOfficer, centreA, committeeA, committeeB } from '#builders/organisations';
import { type CitizenActor, systemActor } from '#kernel/actor';
import { type PersonId, uuidv7 } from '#kernel/ids';
import { compareText } from '#kernel/text';
import { asPlainDate, SetClock } from '#kernel/time';
import { scopeOf } from '#platform/context';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import {
  agreeToRefund,
  askOnce,
  askRefund,
  askSurplusBack,
  beginSession,
  chargeRows,
  closeOvertakenRefunds,
  declineRefund,
  dropRefund,
  findBill,
  findRefund,
  markRefundPaid,
  nameAccount,
  type PricedFee,
  proposeRefunds,
  raiseCharges,
  refundPaid,
  refundsIn,
  settleAtCounter,
  surplusOf,
} from './index.ts';
import { aGateway, somePayments } from './testing/builders.ts';

// Opened at the top of the file, so that it is closed after the last test.
const db = await aDatabase();
const clock = new SetClock(aWorkingMorning);
const gateway = aGateway(clock);
const services = somePayments([gateway]);
const worker = aCtx(db.worker, systemActor('payments.test'), clock);
const aCitizen = (n: number): CitizenActor => ({
  kind: 'citizen',
  person: `018f0000-0000-7000-b000-00000000000${n}` as PersonId,
  name: `Công dân ${n}`,
  guest: false,
});
const owner = aCitizen(1);
const citizen = aCtx(db.web, owner, clock);
const cashier = aCtx(db.web, anOfficer('fee-desk', centreA, 1), clock);
const accountant = aCtx(db.web, anOfficer('accountant', committeeA, 2), clock);
const second = aCtx(db.web, anOfficer('accountant', committeeA, 3), clock);
const leader = aCtx(db.web, anOfficer('unit-leader', committeeA, 4), clock);
const stranger = aCtx(db.web, anOfficer('accountant', committeeB, 5), clock);
const account = { bin: '970405', number: '6600 2050 01234', holder: 'Nguyễn Thị Hoa' };
const today = asPlainDate('2026-11-25');
const order = { number: 'UNC 12/2026', day: today };
let count = 0;

const twoFees: readonly PricedFee[] = [
  { id: 'phi-1', kind: 'phi', name: 'Phí thẩm định', amount: 8000, when: 'submission' },
  { id: 'phi-2', kind: 'phi', name: 'Phí sao lục', amount: 20_000, when: 'submission' },
  {
    id: 'le-phi',
    kind: 'le-phi',
    name: 'Lệ phí',
    amount: 50_000,
    when: 'submission',
    refundable: false,
    ground: 'Thông tư 85/2019/TT-BTC',
  },
];

/** A dossier of the citizen that has paid online. */
async function aPaidDossier(fees = twoFees, way: 'gateway' | 'cash' = 'gateway') {
  const n = ++count;
  const dossier = {
    homeUnit: centreA as string,
    id: uuidv7(clock.now()),
    code: `H01.101.1-261125-${String(n).padStart(4, '0')}`,
    person: owner.person,
  };
  const rows = chargeRows({
    fees,
    ownerName: 'Nguyễn Thị Hoa',
    procedure: { code: '2.000635', name: 'Bản sao trích lục', version: 1 },
    payee: committeeA,
    at: clock.now(),
  });
  await db.worker.transact(scopeOf(worker.actor), (transactor) => raiseCharges(transactor, dossier, rows));
  const code = rows[0]?.bill ?? '';
  let reference = '';
  if (way === 'gateway') {
    const begun = await beginSession(citizen, services, { bill: code, gateway: 'npp', ip: '127.0.0.1' });
    assert.ok(begun.ok);
    reference = begun.value.reference;
    gateway.move(reference, 'captured');
    clock.set(clock.now() + 10_000);
    await askOnce(worker, services);
  } else
    await cashier.db.transact(scopeOf(cashier.actor), async (transactor) => {
      const took = await settleAtCounter(cashier, transactor, services, dossier, {
        fees: fees.map(({ id }) => id),
        way: 'cash',
        unit: centreA,
      });
      assert.ok(took.ok);
    });
  return { dossier, code, reference, charges: rows.map(({ id }) => id) };
}
type Paid = Awaited<ReturnType<typeof aPaidDossier>>;
const ask = ({ dossier, charges }: Paid, nth = 0, ctx = citizen) =>
  askRefund(ctx, services, { dossier, charge: charges[nth] ?? '', account, reason: 'Tôi rút hồ sơ' });
const propose = ({ dossier }: Paid) =>
  worker.db.transact(scopeOf(worker.actor), (transactor) =>
    proposeRefunds(worker, transactor, services, dossier, 'Hồ sơ dừng giải quyết'),
  );
const overtaken = ({ dossier }: Paid) =>
  worker.db.transact(scopeOf(worker.actor), (transactor) =>
    closeOvertakenRefunds(worker, transactor, services, dossier),
  );
const balances = async ({ dossier }: Paid) => {
  const rows = await db.sql<{ account: string; sum: string }>(
    `select account, sum(amount)::text as sum from (
       select debit as account, amount from payments.transfer where dossier_id = $1
       union all select credit, -amount from payments.transfer where dossier_id = $1) t group by account`,
    [dossier.id],
  );
  return Object.fromEntries(rows.map((row) => [row.account, Number(row.sum)]).filter(([, sum]) => sum !== 0));
};
/** The gateway changes its mind, and is asked once more. */
async function gatewaySays({ reference }: Paid, state: 'captured' | 'refunded', amount?: number) {
  gateway.move(reference, state, amount);
  await db.sql('update payments.session set ask_at = $2 where reference = $1', [
    reference,
    new Date(clock.now()),
  ]);
  await askOnce(worker, services);
}
const codeOf = (asked: Awaited<ReturnType<typeof ask>>): string => {
  assert.ok(asked.ok, asked.ok ? '' : asked.refusal.code);
  return asked.value.code;
};
const refusalOf = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'done' : (outcome.refusal?.code ?? '');
const statesOf = async ({ code }: Paid) => (await findBill(worker, code))?.charges.map(({ state }) => state);

describe('a refund', () => {
  it('is asked, approved by one and paid by another; the books, the charge and the receipts follow', async () => {
    const paid = await aPaidDossier();
    const code = codeOf(await ask(paid));
    assert.equal(refusalOf(await agreeToRefund(stranger, services, code, 'transfer')), 'refund-unknown');
    assert.equal(refusalOf(await agreeToRefund(cashier, services, code, 'transfer')), 'refund-unknown');
    assert.equal(refusalOf(await markRefundPaid(accountant, services, code, order)), 'refund-not-approved');
    assert.ok((await agreeToRefund(accountant, services, code, 'transfer')).ok);
    const due = `due:${committeeA}`;
    assert.deepEqual(await balances(paid), { 'gateway:npp': 78_000, [due]: -70_000, refund: -8000 });
    assert.equal(refusalOf(await markRefundPaid(accountant, services, code, order)), 'refund-four-eyes');
    assert.equal(refusalOf(await markRefundPaid(leader, services, code, order)), 'not-yours');
    assert.ok((await markRefundPaid(second, services, code, order)).ok);
    assert.equal(refusalOf(await markRefundPaid(second, services, code, order)), 'refund-not-approved');
    assert.deepEqual(await balances(paid), {
      'gateway:npp': 78_000,
      [`bank:${committeeA}`]: -8000,
      [due]: -70_000,
    });
    assert.deepEqual(await statesOf(paid), ['refunded', 'paid', 'paid']);
    const receipts = await db.sql<{ amount: string; cancelled_reason: string | null; kind: string }>(
      'select amount::text, cancelled_reason, kind from payments.receipt where dossier_id = $1 order by issued_at, number',
      [paid.dossier.id],
    );
    assert.deepEqual(
      receipts
        .map(({ amount, cancelled_reason }) => [Number(amount), cancelled_reason] as const)
        .sort(([one], [other]) => one - other),
      [
        [20_000, null],
        [28_000, 'Hoàn phí, chứng từ UNC 12/2026'],
        [50_000, null],
      ],
    );
    const topics = await db.sql<{ topic: string }>(
      `select topic from outbox.event where subject = $1 and topic ~ 'refund' order by topic`,
      [paid.dossier.id],
    );
    assert.deepEqual(
      topics.map(({ topic }) => topic),
      ['payment.refunded', 'refund.approved', 'refund.paid'],
    );
  });

  it('is not given where the law gives nothing back, and says by what', async () => {
    const asked = await ask(await aPaidDossier(), 2);
    assert.ok(!asked.ok);
    assert.deepEqual(asked.refusal, {
      code: 'refund-not-allowed',
      details: { ground: 'Thông tư 85/2019/TT-BTC' },
    });
  });

  it('is asked by the owner alone', async () => {
    const paid = await aPaidDossier();
    const other = aCtx(db.web, aCitizen(2), clock);
    assert.equal(refusalOf(await ask(paid, 0, other)), 'not-found');
    const code = codeOf(await ask(paid));
    assert.equal(await findRefund(other, code), undefined);
    assert.equal(refusalOf(await dropRefund(other, services, code)), 'not-found');
    assert.equal((await findRefund(citizen, `HP${code}`))?.account, '6600205001234');
  });

  it('raced by the owner in many windows and by the end of the dossier is one (B10)', async () => {
    for (let round = 0; round < 10; round++) {
      const paid = await aPaidDossier(undefined, round % 2 ? 'cash' : 'gateway');
      const answers = await Promise.all([
        ...Array.from({ length: 5 }, () => ask(paid)),
        propose(paid),
        propose(paid),
      ]);
      const refunds = await refundsIn(worker, paid.dossier);
      assert.deepEqual(new Set(refunds.map(({ charge_id }) => charge_id)), new Set(paid.charges.slice(0, 2)));
      assert.equal(refunds.length, 2);
      const [first] = refunds.filter(({ charge_id }) => charge_id === paid.charges[0]);
      for (const answer of answers) if ('refusal' in answer) assert.equal(answer.refusal.code, 'refund-live');
      const code = first?.code ?? '';
      if (first?.kind === 'proposed') {
        assert.equal(
          refusalOf(await agreeToRefund(accountant, services, code, 'transfer')),
          'refund-no-account',
        );
        assert.ok((await nameAccount(citizen, services, code, account)).ok);
      }
      const decisions = await Promise.all([
        agreeToRefund(accountant, services, code, 'transfer'),
        agreeToRefund(leader, services, code, 'transfer'),
        dropRefund(citizen, services, code),
        declineRefund(second, services, code, 'Không đủ căn cứ'),
      ]);
      assert.ok(decisions.some(({ ok }) => ok));
      await Promise.all([
        markRefundPaid(accountant, services, code, order),
        markRefundPaid(second, services, code, order),
        worker.db.transact(scopeOf(worker.actor), (transactor) =>
          refundPaid(worker, transactor, services, { code, amount: 8000, ...order, unit: committeeA }),
        ),
      ]);
      const [given] = await db.sql<{ n: number; sum: number }>(
        `select count(*)::int as n, coalesce(sum(amount), 0)::int as sum from payments.transfer
         where charge_id = $1 and kind = 'refunded'`,
        [paid.charges[0]],
      );
      const state = (await findRefund(worker, code))?.state;
      assert.equal(given?.n, state === 'paid' ? 1 : 0);
      assert.equal((await balances(paid))['refund'] ?? 0, 0);
      assert.equal((await statesOf(paid))?.[0], state === 'paid' ? 'refunded' : 'paid');
    }
  });

  it('comes to an end when the gateway has given the money back itself; nothing is given twice', async () => {
    const paid = await aPaidDossier();
    const code = codeOf(await ask(paid));
    assert.ok((await agreeToRefund(accountant, services, code, 'transfer')).ok);
    await gatewaySays(paid, 'refunded');
    assert.equal(refusalOf(await markRefundPaid(second, services, code, order)), 'refund-overtaken');
    await overtaken(paid);
    assert.equal((await findRefund(worker, code))?.state, 'dropped');
    assert.deepEqual(await balances(paid), {});
  });

  it('through the gateway is entered as the gateway would tell it, whose word then changes nothing', async () => {
    const several = codeOf(await ask(await aPaidDossier()));
    assert.equal(
      refusalOf(await agreeToRefund(accountant, services, several, 'gateway')),
      'refund-not-by-gateway',
    );
    const paid = await aPaidDossier(twoFees.slice(0, 1));
    const code = codeOf(await ask(paid));
    assert.ok((await agreeToRefund(accountant, services, code, 'gateway')).ok);
    assert.ok((await markRefundPaid(second, services, code, order)).ok);
    assert.deepEqual(await balances(paid), {});
    await gatewaySays(paid, 'refunded');
    assert.deepEqual(await balances(paid), {});
    assert.deepEqual(await statesOf(paid), ['refunded']);
  });

  it('after a bank gave money back, the gateway may still say that it did; its word is taken, not stuck', async () => {
    const paid = await aPaidDossier(twoFees.slice(0, 1));
    const code = codeOf(await ask(paid));
    assert.ok((await agreeToRefund(accountant, services, code, 'transfer')).ok);
    assert.ok((await markRefundPaid(second, services, code, order)).ok);
    await gatewaySays(paid, 'refunded');
    assert.equal((await balances(paid))[`due:${committeeA}`], 8000, 'given back twice, and seen to be');
  });

  it('seen on a statement twice is entered once; another amount is not believed', async () => {
    const paid = await aPaidDossier();
    const code = codeOf(await ask(paid));
    assert.ok((await agreeToRefund(accountant, services, code, 'transfer')).ok);
    const tell = (amount: number, number = 'FT26329') =>
      worker.db.transact(scopeOf(worker.actor), (transactor) =>
        refundPaid(worker, transactor, services, { code, amount, number, day: today, unit: committeeA }),
      );
    assert.equal(refusalOf(await tell(7000)), 'refund-other-amount');
    assert.equal(refusalOf(await tell(8000)), 'done');
    assert.equal(refusalOf(await tell(8000)), 'refund-known');
    assert.equal(refusalOf(await tell(8000, 'FT99')), 'refund-paid-already');
  });

  it('of a surplus is the accountant’s, once, and never more than is there', async () => {
    const paid = await aPaidDossier();
    await gatewaySays(paid, 'captured', 90_000);
    const [there] = await surplusOf(accountant, committeeA);
    assert.ok(there);
    const wish = { unit: committeeA, entry: there.id, account, reason: 'Nộp thừa' };
    const answers = await Promise.all([1, 2, 3].map(() => askSurplusBack(accountant, services, wish)));
    assert.deepEqual(answers.map(refusalOf).toSorted(compareText), ['done', 'refund-live', 'refund-live']);
    const asked = answers.find(({ ok }) => ok);
    assert.ok(asked?.ok);
    const { code, amount } = asked.value;
    assert.ok((await agreeToRefund(leader, services, code, 'transfer')).ok);
    assert.ok((await markRefundPaid(accountant, services, code, order)).ok);
    assert.ok(!(await surplusOf(accountant, committeeA)).some(({ id }) => id === there.id));
    assert.equal((await balances(paid))[`bank:${committeeA}`], -amount);
    assert.equal((await balances(paid))['refund'] ?? 0, 0);
    await assert.rejects(surplusOf(stranger, committeeA).then((rows) => assert.ok(rows.length > 0)));
  });
});
