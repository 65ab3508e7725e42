import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { UnitId } from '#kernel/ids';
import { balancesOf } from '../rules/ledger.ts';
import type { Money } from '../rules/money.ts';
import { aCharge, aMoney, aSession, begun, counting, home, payee, written } from '../testing/books.ts';
import { assignTransfer, type MoneyIn, takeTransfer } from './take-transfer.ts';

const bank = '018f0000-0000-7000-8000-0000000000cc' as UnitId;
const other = '018f0000-0000-7000-8000-0000000000dd' as UnitId;
const line = (amount: number): MoneyIn => ({
  account: '1012345678',
  number: 'FT1',
  at: begun + 60_000,
  amount,
  unit: bank,
});
const around = (payees: readonly string[] = [payee]) => ({ payees, freshId: counting() });
const two = [aCharge('a', 8000), aCharge('b', 20_000, { kind: 'le-phi' })];
const states = (money: Money) => money.charges.map(({ state }) => state).join();
const balance = (money: Money, account: string) => balancesOf(money.entries).get(account) ?? 0;
const whyOf = (money: Money, amount: number, payees?: readonly string[]) => {
  const taken = takeTransfer(money, line(amount), around(payees));
  return taken.kind === 'surplus' ? taken.why : taken.charges.map(({ id }) => id).join('+');
};

describe('a transfer to the account', () => {
  it('pays what is owed to the đồng, with a receipt for each kind, and tells the dossier', () => {
    const start = aMoney(two);
    const taken = takeTransfer(start, line(28_000), around());
    assert.equal(taken.kind, 'settled');
    const money = written(start, taken.change);
    assert.equal(states(money), 'paid,paid');
    assert.equal(balance(money, `bank:${bank}`), 28_000);
    assert.equal(balance(money, 'owed'), 0);
    assert.deepEqual(
      taken.change.receipts.map(({ way, unit, evidence }) => [way, unit, evidence]),
      [
        ['transfer', bank, '1012345678 FT1'],
        ['transfer', bank, '1012345678 FT1'],
      ],
    );
    assert.deepEqual(
      taken.change.told.map(({ what }) => what),
      ['settled', 'settled'],
    );
  });

  it('pays one charge, or all of one payee, where just these have the amount', () => {
    assert.equal(whyOf(aMoney(two), 8000), 'a');
    assert.equal(whyOf(aMoney(two), 20_000), 'b');
    const three = [...two, aCharge('c', 5000, { payee: other })];
    assert.equal(whyOf(aMoney(three), 28_000, [payee, other]), 'a+b');
    assert.equal(whyOf(aMoney(three), 33_000, [payee, other]), 'a+b+c');
    assert.equal(whyOf(aMoney(three), 5000, [payee]), 'transfer-amount');
  });

  it('is kept apart when it could be either of two, is too much or too little, or for nothing that is owed here', () => {
    assert.equal(whyOf(aMoney([aCharge('a', 8000), aCharge('b', 8000)]), 8000), 'transfer-amount');
    assert.equal(whyOf(aMoney(two), 27_999), 'transfer-amount');
    assert.equal(whyOf(aMoney(two), 28_001), 'transfer-amount');
    assert.equal(whyOf(aMoney(two), 28_000, []), 'transfer-other-account');
    assert.equal(whyOf(aMoney([aCharge('a', 8000, { state: 'exempt' })]), 8000), 'transfer-nothing-owed');
    assert.equal(whyOf(aMoney([]), 8000), 'transfer-unknown-code');
  });

  it('never pays what a gateway has in hand', () => {
    const busy = aMoney(two, [aSession(two)]);
    assert.equal(whyOf(busy, 28_000), 'transfer-under-way');
    const free = { ...busy, lines: busy.lines.map((each) => ({ ...each, live: false })) };
    assert.equal(whyOf(free, 28_000), 'a+b');
  });

  it('moves exactly its amount into the bank, whatever comes, and no charge is paid by less', () => {
    const charges = fc.array(
      fc.record({
        amount: fc.integer({ min: 1, max: 5 }),
        state: fc.constantFrom('owed' as const, 'exempt' as const),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(charges, fc.integer({ min: 1, max: 20 }), (of, amount) => {
        const start = aMoney(of.map((each, n) => aCharge(`c${n}`, each.amount, { state: each.state })));
        const taken = takeTransfer(start, line(amount), around());
        const money = written(start, taken.change);
        assert.equal(balance(money, `bank:${bank}`), amount);
        const paid = money.charges.filter(({ state }) => state === 'paid');
        assert.equal(
          paid.reduce((sum, each) => sum + each.amount, 0),
          taken.kind === 'settled' ? amount : 0,
        );
        assert.equal(balance(money, 'surplus'), taken.kind === 'settled' ? 0 : -amount);
        assert.throws(() => written(money, taken.change), /twice/);
      }),
    );
  });
});

describe('money given to a bill by hand', () => {
  const stands = { homeUnit: home, entry: 'entry' };
  const kept = () => {
    const start = aMoney(two);
    return written(start, takeTransfer(start, line(30_000), around()).change);
  };
  it('is taken back from surplus by a counter-entry; what is left over is surplus again', () => {
    const money = kept();
    assert.equal(balance(money, 'surplus'), -30_000);
    const assigned = assignTransfer(money, line(30_000), stands, ['fee-a', 'fee-b'], around());
    assert.ok(assigned.ok);
    const after = written(money, assigned.value);
    assert.equal(states(after), 'paid,paid');
    assert.equal(balance(after, 'surplus'), -2000);
    assert.equal(balance(after, `bank:${bank}`), 30_000);
    assert.equal(assigned.value.transfers.find(({ kind }) => kind === 'reversed')?.reverses, 'entry');
  });
  it('is enough for what it pays, and on the account of its payee', () => {
    const code = (fees: readonly string[], payees: readonly string[], amount = 30_000) => {
      const assigned = assignTransfer(kept(), line(amount), stands, fees, around(payees));
      return assigned.ok ? 'done' : assigned.refusal.code;
    };
    assert.equal(code(['fee-a', 'fee-b'], [payee], 27_999), 'transfer-too-small');
    assert.equal(code(['fee-a'], [other]), 'other-account');
    assert.equal(code([], [payee]), 'fees-missing');
    assert.equal(code(['fee-x'], [payee]), 'fee-not-owed');
  });
});
