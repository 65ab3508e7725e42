import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anOfficer, centreA, centreB, committeeA } from '#builders/organisations';
import { publicActor, systemActor } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import { SetClock } from '#kernel/time';
import { scopeOf } from '#platform/context';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import {
  askOnce,
  beginSession,
  chargeRows,
  findBill,
  hearNotice,
  type PricedFee,
  raiseCharges,
  settleAtCounter,
} from './index.ts';
import { aGateway, somePayments } from './testing/builders.ts';

// Opened at the top of the file, so that it is closed after the last test.
const db = await aDatabase();
const clock = new SetClock(aWorkingMorning);
const gateway = aGateway(clock);
const services = somePayments([gateway]);
const worker = aCtx(db.worker, systemActor('payments.ask-gateways'), clock);
const anybody = aCtx(db.web, publicActor, clock);
const cashier = aCtx(db.web, anOfficer('fee-desk', centreA), clock);
let count = 0;

const twoFees: readonly PricedFee[] = [
  { id: 'phi', kind: 'phi', name: 'Phí', amount: 8000, when: 'submission' },
  { id: 'le-phi', kind: 'le-phi', name: 'Lệ phí', amount: 20_000, when: 'submission' },
];

/** A dossier that owes, as its submission would leave it in the books. */
async function aBill(fees = twoFees) {
  const n = ++count;
  const dossier = {
    homeUnit: centreA as string,
    id: uuidv7(clock.now()),
    code: `H01.101.1-261125-${String(n).padStart(4, '0')}`,
    person: null,
  };
  const rows = chargeRows({
    fees,
    ownerName: 'Nguyễn Thị Hoa',
    procedure: { code: '2.000635', name: 'Bản sao trích lục', version: 1 },
    payee: committeeA,
    at: clock.now(),
  });
  await db.worker.transact(scopeOf(worker.actor), (transactor) => raiseCharges(transactor, dossier, rows));
  return { dossier, code: rows[0]?.bill ?? '' };
}
const begin = (bill: string, charges?: readonly string[]) =>
  beginSession(anybody, services, { bill, gateway: 'npp', ip: '127.0.0.1', ...(charges ? { charges } : {}) });
const asksLater = async (ms = 10_000) => {
  clock.set(clock.now() + ms);
  await askOnce(worker, services);
};
const bill = async (code: string) => {
  const found = await findBill(anybody, code);
  assert.ok(found);
  return found;
};
const balances = async (dossier: string) => {
  const rows = await db.sql<{ account: string; sum: string }>(
    `select account, sum(amount)::text as sum from (
       select debit as account, amount from payments.transfer where dossier_id = $1
       union all select credit, -amount from payments.transfer where dossier_id = $1) t group by account`,
    [dossier],
  );
  return Object.fromEntries(
    rows.map(({ account, sum }) => [account, Number(sum)]).filter(([, sum]) => sum !== 0),
  );
};

describe('a payment', () => {
  it('is one session at the gateway however often and in how many windows it is begun (B7)', async () => {
    const { code, dossier } = await aBill();
    const before = gateway.orders.size;
    const answers = await Promise.all(Array.from({ length: 60 }, () => begin(code)));
    const references = new Set(
      answers.map((answer) => (answer.ok ? answer.value.reference : answer.refusal.code)),
    );
    assert.equal(references.size, 1, [...references].join(' '));
    assert.equal(gateway.orders.size, before + 1);
    const [reference = ''] = references;
    const order = gateway.orders.get(reference)?.order;
    assert.equal(order?.amount, 28_000);
    assert.equal(order?.lines.length, 2);

    gateway.move(reference, 'captured');
    await asksLater();
    const found = await bill(code);
    assert.deepEqual(
      found.charges.map(({ state, way, receipt }) => [state, way, receipt?.symbol]),
      [
        ['paid', 'gateway', 'AA-26E'],
        ['paid', 'gateway', 'AB-26E'],
      ],
    );
    assert.deepEqual(await balances(dossier.id), { 'gateway:npp': 28_000, [`due:${committeeA}`]: -28_000 });
    const again = await begin(code);
    assert.equal(again.ok ? '' : again.refusal.code, 'nothing-owed');
  });

  it('is settled once, whatever comes how often from how many sides (B2)', async () => {
    const { code, dossier } = await aBill();
    const begun = await begin(code);
    assert.ok(begun.ok);
    const { reference } = begun.value;
    gateway.move(reference, 'captured');
    const notice = {
      contentType: 'text/plain',
      contentEncoding: '',
      body: Buffer.from(`genuine ${reference}`),
      at: clock.now(),
    };
    await Promise.all([
      ...Array.from({ length: 100 }, () => hearNotice(anybody, services, 'npp', notice)),
      ...Array.from({ length: 8 }, () => askOnce(worker, services)),
    ]);
    await asksLater();
    await Promise.all(Array.from({ length: 8 }, () => askOnce(worker, services)));
    const [paid] = await db.sql<{ n: number; events: number; receipts: number }>(
      `select count(*)::int as n,
         (select count(*)::int from outbox.event where subject = $1 and topic = 'payment.settled') as events,
         (select count(*)::int from payments.receipt where dossier_id = $2) as receipts
       from payments.transfer where dossier_id = $2 and kind = 'paid'`,
      [dossier.id, dossier.id],
    );
    assert.deepEqual(paid, { n: 2, events: 2, receipts: 2 });
  });

  it('is known within a minute though no message ever comes (B1), and stays blocked while the gateway is silent (B5)', async () => {
    const { code } = await aBill();
    gateway.silent = true;
    const begun = await begin(code);
    assert.ok(begun.ok);
    assert.equal(begun.value.payAt, undefined);
    const { reference } = begun.value;
    gateway.move(reference, 'captured');
    for (let i = 0; i < 5; i++) await asksLater(40_000);
    const [session] = (await bill(code)).sessions;
    assert.equal(session?.state, 'begun');
    const dossier = await bill(code);
    const cash = await cashier.db.transact(scopeOf(cashier.actor), (transactor) =>
      settleAtCounter(
        cashier,
        transactor,
        services,
        { homeUnit: dossier.homeUnit, id: dossier.dossier },
        { fees: ['phi'], way: 'cash', unit: centreA },
      ),
    );
    assert.equal(cash.ok ? '' : cash.refusal.code, 'payment-under-way');
    const again = await begin(code);
    assert.equal(again.ok && again.value.reference, reference);

    gateway.silent = false;
    await asksLater(60_000);
    assert.ok((await bill(code)).charges.every(({ state }) => state === 'paid'));
  });

  it('is free to be tried again when it failed, under another reference', async () => {
    const { code } = await aBill();
    const first = await begin(code);
    assert.ok(first.ok);
    gateway.move(first.value.reference, 'failed');
    await asksLater();
    const second = await begin(code);
    assert.ok(second.ok);
    assert.notEqual(second.value.reference, first.value.reference);
    gateway.move(second.value.reference, 'captured');
    await asksLater();
    assert.ok((await bill(code)).charges.every(({ state }) => state === 'paid'));
  });

  it('may be for one line alone; the other is still owed', async () => {
    const { code } = await aBill();
    const [one] = (await bill(code)).charges;
    const begun = await begin(code, [one?.id ?? '']);
    assert.ok(begun.ok);
    gateway.move(begun.value.reference, 'captured');
    await asksLater();
    assert.deepEqual(
      (await bill(code)).charges.map(({ state }) => state),
      ['paid', 'owed'],
    );
  });

  it('at a counter and online at once is one payment', async () => {
    for (let round = 0; round < 12; round++) {
      const { code, dossier } = await aBill();
      const cash = () =>
        cashier.db.transact(scopeOf(cashier.actor), (transactor) =>
          settleAtCounter(cashier, transactor, services, dossier, {
            fees: ['phi', 'le-phi'],
            way: 'cash',
            unit: centreA,
          }),
        );
      const [online, counter, other] = await Promise.all([begin(code), cash(), cash()]);
      const done = [online.ok, counter.ok, other.ok].filter(Boolean).length;
      assert.equal(
        done,
        1,
        JSON.stringify([online, counter, other].map((each) => each.ok || each.refusal.code)),
      );
    }
  });
});

describe('the books', () => {
  it('are numbered without a gap, each kind by itself', async () => {
    const rows = await db.sql<{ symbol: string; numbers: number[] }>(
      `select symbol, array_agg(number order by number) as numbers from payments.receipt group by unit_id, symbol`,
    );
    assert.ok(rows.length >= 3);
    for (const { symbol, numbers } of rows)
      assert.deepEqual(
        numbers,
        Array.from({ length: numbers.length }, (_, i) => i + 1),
        symbol,
      );
  });

  it('are only added to, also by the worker, and take no row that is out of balance or without evidence', async () => {
    for (const statement of [
      'update payments.transfer set amount = 1',
      'delete from payments.transfer',
      'delete from payments.evidence',
    ])
      await assert.rejects(
        db.worker.direct.rows(
          {
            name: `test.${statement}`,
            text: statement,
            order: [],
            row: { parse: (row: unknown) => row } as never,
          },
          {},
        ),
        /permission denied/,
      );
    const [{ row } = { row: {} }] = await db.sql<{ row: Record<string, unknown> }>(
      'select to_jsonb(t) as row from payments.transfer t limit 1',
    );
    const insert = (change: Record<string, unknown>) =>
      db.sql(
        'insert into payments.transfer select * from jsonb_populate_record(null::payments.transfer, $1)',
        [JSON.stringify({ ...row, id: uuidv7(clock.now()), key: uuidv7(clock.now()), ...change })],
      );
    await insert({});
    await assert.rejects(insert({ amount: 0 }), /transfer_amount_check/);
    await assert.rejects(insert({ credit: row['debit'] }), /check/);
    await assert.rejects(insert({ debit: null }), /not-null/);
    await assert.rejects(insert({ evidence: '' }), /transfer_evidence_check/);
    await assert.rejects(insert({ charge_id: null }), /check/);
    await assert.rejects(insert({ key: row['key'] }), /transfer_home_unit_key_key/);
  });

  it('of a unit are written by its own officers alone, and by nobody who is not an officer', async () => {
    const { dossier } = await aBill();
    const stranger = aCtx(db.web, anOfficer('fee-desk', centreB, 901), clock);
    await assert.rejects(
      stranger.db.transact(scopeOf(stranger.actor), (transactor) =>
        settleAtCounter(stranger, transactor, services, dossier, {
          fees: ['phi'],
          way: 'cash',
          unit: centreA,
        }),
      ),
      // The till of the unit is closed to them even before its books are.
      /books of another unit|row-level security policy for table "shift"/,
    );
    await assert.rejects(
      anybody.db.transact(scopeOf(anybody.actor), (transactor) =>
        settleAtCounter(anybody, transactor, services, dossier, {
          fees: ['phi'],
          way: 'cash',
          unit: centreA,
        }),
      ),
      /money of an unseen dossier|books are kept by officers/,
    );
    const seen = await stranger.db.read(scopeOf(stranger.actor), async (reader) =>
      reader.rows(
        {
          name: 'test.seen',
          text: 'select id from payments.charge union all select id from payments.transfer',
          order: [],
          row: { parse: (row: unknown) => row } as never,
        },
        {},
      ),
    );
    assert.equal(seen.length, 0);
  });

  it('say what everybody owes: the ledger and the charges agree over all that was done here', async () => {
    // A row that was added by hand above, to see that a right one is taken, has a bare identifier for its key.
    const [sums] = await db.sql<{ entered: string; owed: string }>(
      `select (select sum(case when debit = 'owed' then amount else -amount end) from payments.transfer
           where 'owed' in (debit, credit) and key !~ '^[0-9a-f-]{36}$')::text as entered,
         (select sum(amount) from payments.charge where state = 'owed')::text as owed`,
    );
    assert.equal(Number(sums?.entered), Number(sums?.owed));
  });
});
