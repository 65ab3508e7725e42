import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOfficer, centreA, committeeA, committeeB } from '#builders/organisations';
import { systemActor } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import { asPlainDate, SetClock } from '#kernel/time';
import { scopeOf } from '#platform/context';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import {
  balancesOfUnit,
  chargeRows,
  collectedEntries,
  collectionsOf,
  dayBookOf,
  passOn,
  raiseCharges,
  remittanceOf,
  settleAtCounter,
} from './index.ts';
import { somePayments } from './testing/builders.ts';

// Opened at the top of the file, so that it is closed after the last test.
const db = await aDatabase();
const clock = new SetClock(aWorkingMorning);
const services = somePayments([]);
const worker = aCtx(db.worker, systemActor('payments.test'), clock);
const cashier = aCtx(db.web, anOfficer('fee-desk', centreA, 1), clock);
const keeper = aCtx(db.web, anOfficer('accountant', centreA, 2), clock);
const stranger = aCtx(db.web, anOfficer('accountant', committeeB, 3), clock);
const day = asPlainDate('2026-11-25');
const all = { units: [centreA as string], from: day, to: day, procedure: '', way: '', kind: '' };

for (let n = 0; n < 12; n++) {
  const dossier = {
    homeUnit: centreA as string,
    id: uuidv7(clock.now()),
    code: `H01.101.1-261125-${String(n).padStart(4, '0')}`,
    person: null,
  };
  const rows = chargeRows({
    fees: [
      { id: 'phi', kind: 'phi', name: 'Phí', amount: 1000 + n, when: 'submission' },
      { id: 'le-phi', kind: 'le-phi', name: 'Lệ phí', amount: 20_000 + n, when: 'submission' },
    ],
    ownerName: 'Nguyễn Thị Hoa',
    procedure: { code: n % 3 ? '2.000635' : '1.004873', name: 'Thủ tục', version: 1 },
    payee: n % 2 ? committeeA : committeeB,
    at: clock.now(),
  });
  await db.worker.transact(scopeOf(worker.actor), (transactor) => raiseCharges(transactor, dossier, rows));
  const took = await cashier.db.transact(scopeOf(cashier.actor), (transactor) =>
    settleAtCounter(cashier, transactor, services, dossier, {
      fees: n % 4 ? ['phi', 'le-phi'] : ['phi'],
      way: n % 5 ? 'cash' : 'card',
      unit: centreA,
    }),
  );
  assert.ok(took.ok);
}

test('collections add up to the ledger, however they are cut, and to their own entries', async () => {
  const [ledger] = await db.sql<{ n: number; sum: number }>(
    `select count(*)::int as n, sum(amount)::int as sum from payments.transfer where kind = 'paid' and unit_id = $1`,
    [centreA],
  );
  for (const by of ['unit', 'procedure', 'way', 'kind'] as const) {
    const rows = await collectionsOf(keeper, all, by);
    assert.equal(
      rows.reduce((sum, row) => sum + row.taken - row.given, 0),
      ledger?.sum,
      by,
    );
    for (const row of rows) {
      const narrowed = by === 'unit' ? all : { ...all, [by]: row.key };
      const entries = await collectedEntries(keeper, narrowed, { size: 1000, skip: 0 });
      assert.equal(entries.length, row.entries, `${by} ${row.key}`);
      assert.equal(
        entries.reduce((sum, entry) => sum + entry.flow * entry.amount, 0),
        row.taken - row.given,
      );
    }
  }
});

test('the day book carries each account on from entry to entry up to its balance', async () => {
  const rows = await dayBookOf(keeper, { unit: centreA, day }, { size: 1000, skip: 0 });
  const last = new Map<string, number>();
  for (const { debit, credit, amount, debit_after, credit_after } of rows) {
    assert.equal(debit_after, (last.get(debit) ?? 0) + amount);
    assert.equal(credit_after, (last.get(credit) ?? 0) - amount);
    last.set(debit, debit_after).set(credit, credit_after);
  }
  const balances = await balancesOfUnit(keeper, centreA, day);
  assert.deepEqual(
    new Map(balances.map(({ account, balance }) => [account, balance])),
    new Map([...last].filter(([, balance]) => balance !== 0)),
  );
  const cut = await dayBookOf(keeper, { unit: centreA, day }, { size: 3, skip: 3 });
  assert.deepEqual(
    cut.map(({ id }) => id),
    rows.slice(3, 6).map(({ id }) => id),
  );
});

test('what is passed on by several at once is never more than is due', async () => {
  const due = (await remittanceOf(keeper, centreA)).find(({ payee }) => payee === committeeA);
  const till = (await balancesOfUnit(keeper, centreA, day)).find(({ account }) =>
    account.startsWith('till:'),
  );
  assert.ok(due && till);
  const amount = Math.floor(due.collected / 2);
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, i) =>
      passOn(keeper, services, {
        unit: centreA,
        payee: committeeA,
        from: till.account,
        amount,
        number: `GNT ${i}`,
        day,
        note: '',
      }),
    ),
  );
  const [after] = (await remittanceOf(keeper, centreA)).filter(({ payee }) => payee === committeeA);
  const went = answers.filter(({ ok }) => ok).length;
  assert.equal(after?.passed_on, went * amount);
  assert.ok(went >= 1 && went <= 2 && after.passed_on <= due.collected);
});

test('books of another unit are neither read nor written', async () => {
  await assert.rejects(collectionsOf(stranger, all, 'unit'), /books of another unit/);
  await assert.rejects(collectedEntries(stranger, all, { size: 10, skip: 0 }), /books of another unit/);
  assert.deepEqual(await dayBookOf(stranger, { unit: centreA, day }, { size: 10, skip: 0 }), []);
  assert.deepEqual(await balancesOfUnit(stranger, centreA, day), []);
  assert.deepEqual(await remittanceOf(stranger, centreA), []);
  const cashierToo = await passOn(cashier, services, {
    unit: centreA,
    payee: committeeA,
    from: `till:${centreA}`,
    amount: 1,
    number: 'GNT',
    day,
    note: '',
  });
  assert.equal(cashierToo.ok ? '' : cashierToo.refusal.code, 'not-yours');
});
