import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anOfficer, centreA, centreB, committeeA } from '#builders/organisations';
import { publicActor, systemActor } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import { asPlainDate, SetClock } from '#kernel/time';
import { scopeOf } from '#platform/context';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import {
  bankCash,
  beginSession,
  cancelReceipt,
  chargeRows,
  closeShift,
  findBill,
  findReceipt,
  findShift,
  openShift,
  ownShiftFromBefore,
  raiseCharges,
  shiftsIn,
  takeByCode,
  voidCharge,
} from './index.ts';
import { aGateway, somePayments } from './testing/builders.ts';

const db = await aDatabase();
const clock = new SetClock(aWorkingMorning);
const services = somePayments([aGateway(clock)]);
const worker = aCtx(db.worker, systemActor('test'), clock);
const anybody = aCtx(db.web, publicActor, clock);
const cashier = aCtx(db.web, anOfficer('fee-desk', centreA), clock);
const second = aCtx(db.web, anOfficer('fee-desk', centreA, 902), clock);
const away = aCtx(db.web, anOfficer('fee-desk', centreB, 901), clock);
const accountant = aCtx(db.web, anOfficer('accountant', centreA, 903), clock);
const head = aCtx(db.web, anOfficer('head-of-office', committeeA, 904), clock);
let count = 0;

async function aBill(officer?: { id: string; name: string }) {
  const dossier = {
    homeUnit: centreA as string,
    id: uuidv7(clock.now()),
    code: `H01.101.1-261125-${String(++count).padStart(4, '0')}`,
    person: null,
  };
  const rows = chargeRows({
    fees: [
      { id: 'phi', kind: 'phi', name: 'Phí', amount: 8000, when: 'submission' },
      { id: 'le-phi', kind: 'le-phi', name: 'Lệ phí', amount: 20_000, when: 'submission' },
    ],
    ownerName: 'Nguyễn Thị Hoa',
    procedure: { code: '2.000635', name: 'Bản sao trích lục', version: 1 },
    payee: committeeA,
    at: clock.now(),
    ...(officer ? { officer } : {}),
  });
  await db.worker.transact(scopeOf(worker.actor), (transactor) => raiseCharges(transactor, dossier, rows));
  return { dossier, code: rows[0]?.bill ?? '', charges: rows.map(({ id }) => id) };
}
type Ctx = typeof cashier;
const take = (ctx: Ctx, bill: { code: string; charges: readonly string[] }, change = {}) =>
  takeByCode(ctx, services, {
    ...bill,
    way: 'cash',
    unit: ctx === away ? centreB : centreA,
    payer: '',
    slip: '',
    paperNumber: '',
    key: uuidv7(clock.now()),
    ...change,
  });
const openOf = async (ctx: Ctx, unit = centreA) => {
  const { actor } = ctx;
  const shift = (await shiftsIn(ctx, [unit])).find(
    ({ closedAt, officer }) => closedAt === null && actor.kind === 'officer' && officer === actor.officer,
  );
  assert.ok(shift);
  return shift;
};
const code = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code ?? 'done';

describe('a shift', () => {
  it('is one of an officer and unit, however often it is opened; the first payment opens one with a float of 0', async () => {
    const opened = await Promise.all(
      Array.from({ length: 12 }, () => openShift(cashier, { unit: centreA, float: 500_000 })),
    );
    assert.equal(opened.filter(({ ok }) => ok).length, 1);
    const paid = await Promise.all(
      (await Promise.all(Array.from({ length: 8 }, () => aBill()))).map((bill) => take(second, bill)),
    );
    assert.ok(paid.every(({ ok }) => ok));
    const shift = await openOf(second);
    assert.deepEqual([shift.float, shift.byItself], [0, true]);
    assert.equal((await findShift(second, shift.id))?.till.balance, 8 * 28_000);
  });

  it('ends with a count: the difference is an entry of its own, what is left goes to the bank once', async () => {
    const shift = await openOf(second);
    const wrong = await closeShift(second, services, { shift: shift.id, counted: 220_000, remark: '' });
    assert.equal(code(wrong), 'remark-missing');
    assert.equal(
      code(await closeShift(away, services, { shift: shift.id, counted: 1, remark: 'x' })),
      'shift-closed',
    );
    assert.equal(
      code(await closeShift(cashier, services, { shift: shift.id, counted: 1, remark: 'x' })),
      'not-yours',
    );
    const closed = await closeShift(second, services, {
      shift: shift.id,
      pieces: { '200000': 1, '20000': 1 },
      remark: 'Đếm hai lần, thiếu 4.000',
    });
    assert.deepEqual(closed.ok && closed.value, { expected: 224_000, difference: -4000 });
    const again = await closeShift(second, services, { shift: shift.id, counted: 0, remark: 'x' });
    assert.equal(code(again), 'shift-closed');
    const seen = await findShift(accountant, shift.id);
    assert.equal(seen?.shift.counted, 220_000);
    assert.equal(seen?.till.balance, 220_000);
    const banking = { shift: shift.id, amount: 200_000, number: 'GNT 07', day: asPlainDate('2026-11-25') };
    const banked = await Promise.all([
      bankCash(second, services, banking),
      bankCash(accountant, services, banking),
    ]);
    assert.equal(banked.filter(({ ok }) => ok).length, 1);
    assert.equal(code(await bankCash(second, services, { ...banking, number: 'GNT 08' })), 'more-than-there');
    assert.equal((await findShift(second, shift.id))?.till.balance, 20_000);
  });

  it('is neither seen nor written by another unit', async () => {
    const shift = await openOf(cashier);
    assert.equal(await findShift(away, shift.id), undefined);
    assert.deepEqual(await shiftsIn(away, [centreA]), []);
    assert.equal(code(await openShift(away, { unit: centreA, float: 0 })), 'not-yours');
    assert.equal(
      code(
        await takeByCode(away, services, {
          ...(await aBill()),
          way: 'cash',
          unit: centreA,
          payer: '',
          slip: '',
          paperNumber: '',
          key: '',
        }),
      ),
      'not-yours',
    );
  });
});

describe('money at a counter', () => {
  it('of a dossier of another unit is taken once, whoever presses where, and the receipt is of the taking unit', async () => {
    for (let round = 0; round < 8; round++) {
      const bill = await aBill();
      const outcomes = await Promise.all([take(cashier, bill), take(away, bill), take(away, bill)]);
      assert.equal(outcomes.filter(({ ok }) => ok).length, 1);
      const [row] = await db.sql<{ receipts: number; paid: number }>(
        `select (select count(*)::int from payments.receipt where dossier_id = $1) as receipts,
           (select count(*)::int from payments.transfer where dossier_id = $1 and kind = 'paid') as paid`,
        [bill.dossier.id],
      );
      assert.deepEqual(row, { receipts: 2, paid: 2 });
    }
    const bill = await aBill();
    const taken = await take(away, bill, { payer: 'Trần Văn Nộp' });
    assert.ok(taken.ok);
    const receipt = await findReceipt(away, taken.value.receipts[0] ?? '');
    assert.deepEqual([receipt?.unit_id, receipt?.payer_name], [centreB, 'Trần Văn Nộp']);
    assert.equal(await findReceipt(cashier, taken.value.receipts[0] ?? ''), undefined);
  });

  it('sent twice with one key is the same receipts', async () => {
    const bill = await aBill();
    const key = uuidv7(clock.now());
    const outcomes = await Promise.all([take(cashier, bill, { key }), take(cashier, bill, { key })]);
    const receipts = outcomes.map((each) => (each.ok ? [...each.value.receipts].sort() : []));
    assert.equal(receipts[0]?.length, 2);
    assert.deepEqual(receipts[0], receipts[1]);
  });

  it('waits for a live online session; a card needs its slip', async () => {
    const bill = await aBill();
    const begun = await beginSession(anybody, services, { bill: bill.code, gateway: 'npp', ip: '127.0.0.1' });
    assert.ok(begun.ok);
    assert.equal(code(await take(cashier, bill)), 'payment-under-way');
    assert.equal(code(await take(cashier, await aBill(), { way: 'card' })), 'slip-missing');
    assert.equal(code(await take(cashier, await aBill(), { way: 'card', slip: '000123' })), 'done');
  });
});

describe('a correction', () => {
  it('cancels a receipt by counter-entries, in the same shift or by the accountant, once', async () => {
    const bill = await aBill();
    const taken = await take(cashier, bill);
    assert.ok(taken.ok);
    const [one = '', other = ''] = taken.value.receipts;
    const cancel = (ctx: Ctx, receipt: string) =>
      cancelReceipt(ctx, services, { receipt, reason: 'Thu nhầm' });
    assert.equal(code(await cancel(away, one)), 'receipt-unknown');
    assert.equal(code(await cancel(second, one)), 'accountant-corrects');
    const both = await Promise.all([cancel(cashier, one), cancel(cashier, one)]);
    assert.equal(both.filter(({ ok }) => ok).length, 1);
    clock.set(clock.now() + 24 * 3_600_000);
    assert.equal(code(await cancel(cashier, other)), 'accountant-corrects');
    assert.equal(code(await cancel(accountant, other)), 'done');
    const found = await findBill(anybody, bill.code);
    assert.ok(found?.charges.every(({ state, receipt }) => state === 'owed' && receipt === null));
    const [sums] = await db.sql<{ net: string; entries: number; events: number }>(
      `select sum(case when debit like 'till:%' then amount when credit like 'till:%' then -amount else 0 end)::text as net,
         count(*)::int as entries,
         (select count(*)::int from outbox.event where subject = $1 and topic = 'payment.reopened') as events
       from payments.transfer where dossier_id = $2`,
      [bill.dossier.id, bill.dossier.id],
    );
    assert.deepEqual(sums, { net: '0', entries: 6, events: 2 });
    // The till of yesterday is counted before money of today goes into one.
    assert.equal(code(await take(cashier, bill)), 'shift-from-before');
    const stale = await ownShiftFromBefore(cashier, [centreA]);
    assert.ok(stale);
    assert.equal(await ownShiftFromBefore(accountant, [centreA]), undefined);
    const look = await findShift(cashier, stale.id);
    const counted = stale.float + (look?.till.balance ?? 0);
    assert.ok((await closeShift(cashier, services, { shift: stale.id, counted, remark: '' })).ok);
    assert.equal(code(await take(cashier, bill)), 'done');
    assert.notEqual((await openOf(cashier)).id, stale.id);
  });

  it('voids what an officer asked for by mistake, in the unit whose money it is', async () => {
    const bill = await aBill({ id: uuidv7(clock.now()), name: 'Lê Thị Ghi' });
    const wish = { code: bill.code, charge: bill.charges[0] ?? '', reason: 'Ghi nhầm khoản' };
    assert.equal(code(await voidCharge(away, services, wish)), 'not-yours');
    assert.equal(code(await voidCharge(head, services, wish)), 'done');
    assert.equal(code(await voidCharge(head, services, wish)), 'fee-not-owed');
    const table = await aBill();
    assert.equal(
      code(await voidCharge(head, services, { ...wish, code: table.code, charge: table.charges[0] ?? '' })),
      'charge-of-table',
    );
  });
});
