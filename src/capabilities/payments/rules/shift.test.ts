import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { instantAt, localDate } from '#kernel/time';
import { aCharge, aMoney, begun, counting, home, payee, written } from '../testing/books.ts';
import { noChange } from './change.ts';
import { takeReceiptBack, voidCharges } from './correct.ts';
import { takeAtCounter } from './counter.ts';
import { balancesOf } from './ledger.ts';
import type { Money } from './money.ts';
import {
  bankFromTill,
  closeByCount,
  expectedIn,
  fromBefore,
  type Shift,
  sumOfPieces,
  tillOf,
} from './shift.ts';

const aShift = (float: number): Shift => ({
  unit: home,
  id: 'shift-1',
  officer: 'officer',
  officerName: 'Trần Văn Bình',
  openedAt: begun,
  float,
  byItself: false,
  closedAt: null,
  closedByName: '',
  expected: null,
  counted: null,
  pieces: null,
  remark: '',
});
const tillIn = (money: Money) =>
  tillOf(
    money.entries
      .filter(({ debit, credit }) => debit === 'till:shift-1' || credit === 'till:shift-1')
      .map(({ debit, kind, amount }) => ({ into_till: debit === 'till:shift-1', kind, amount })),
  );
const sums = (money: Money) => [...balancesOf(money.entries).values()].reduce((sum, each) => sum + each, 0);

test('the account of a till is what was taken less what was returned, and a receipt taken back leaves nothing (property)', () => {
  const step = fc.record({ take: fc.boolean(), at: fc.nat(5), card: fc.boolean() });
  fc.assert(
    fc.property(fc.nat(2_000_000), fc.array(step, { maxLength: 40 }), (float, steps) => {
      const kinds = ['phi', 'le-phi', 'tax'] as const;
      let money = aMoney(
        Array.from({ length: 6 }, (_, i) =>
          aCharge(`c${i}`, 1000 * (i + 1), { kind: kinds[i % 3] ?? 'phi' }),
        ),
      );
      const freshId = counting();
      let cash = 0;
      for (const { take, at, card } of steps) {
        const charge = money.charges[at];
        assert.ok(charge);
        const paying = {
          fees: [charge.fee],
          way: card ? 'card' : 'cash',
          unit: home,
          shift: 'shift-1',
        } as const;
        const decided = take
          ? takeAtCounter(money, paying, { now: begun, freshId })
          : takeReceiptBack(money, { receipt: charge.receipt ?? '', reason: 'Thu nhầm' });
        assert.equal(decided.ok, take ? charge.state === 'owed' : charge.state === 'paid');
        if (!decided.ok) continue;
        if (take ? !card : charge.way === 'cash') cash += take ? charge.amount : 0 - charge.amount;
        money = written(money, decided.value);
      }
      const till = tillIn(money);
      assert.equal(till.balance, cash);
      assert.equal(till.balance, till.taken - till.returned);
      assert.equal(expectedIn(aShift(float), till), float + till.taken - till.returned);
      assert.equal(sums(money), 0);
      const owed = money.charges
        .filter(({ state }) => state === 'owed')
        .reduce((sum, { amount }) => sum + amount, 0);
      assert.equal(balancesOf(money.entries).get('owed') ?? 0, owed);
    }),
  );
});

test('after the count the account says what lies above the float; only a difference makes an entry, and it needs a word', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(2_500_000), (float, taken, counted) => {
      const till = tillOf([{ into_till: true, kind: 'paid', amount: taken }]);
      const silent = closeByCount(aShift(float), till, { counted, remark: ' ' });
      const decided = closeByCount(aShift(float), till, { counted, remark: 'Đếm hai lần' });
      assert.ok(decided.ok);
      assert.equal(silent.ok, counted === float + taken);
      const { change, difference } = decided.value;
      assert.equal(change === noChange, difference === 0);
      const after = taken + (balancesOf(change.transfers).get('till:shift-1') ?? 0);
      assert.equal(after, counted - float);
    }),
  );
});

test('no more goes to the bank than is there, and never without its slip', () => {
  const till = tillOf([{ into_till: true, kind: 'paid', amount: 50_000 }]);
  const bank = (amount: number, number = 'GNT 01') => {
    const decided = bankFromTill(aShift(0), till, { amount, number, day: '2026-11-25' as never });
    return decided.ok ? balancesOf(decided.value.transfers).get(`bank:${home}`) : decided.refusal.code;
  };
  assert.equal(bank(50_000), 50_000);
  assert.equal(bank(50_001), 'more-than-there');
  assert.equal(bank(0), 'amount-missing');
  assert.equal(bank(1, ' '), 'number-missing');
});

test('notes are added up; what is no note or no count is none', () => {
  assert.equal(sumOfPieces({ '500000': 1, '2000': 3, '500': 1 }), 506_500);
  assert.equal(sumOfPieces({ '3000': 1 }), undefined);
  assert.equal(sumOfPieces({ '1000': -1 }), undefined);
  assert.equal(sumOfPieces({ '1000': 1.5 }), undefined);
});

test('a receipt for two fees is taken back whole, once, with a reason, and both entries stay', () => {
  const money = aMoney([aCharge('a', 8000), aCharge('b', 2000)]);
  const paying = { fees: ['fee-a', 'fee-b'], way: 'cash', unit: home, shift: 'shift-1' } as const;
  const taken = takeAtCounter(money, paying, { now: begun, freshId: counting('r') });
  assert.ok(taken.ok);
  const paid = written(money, taken.value);
  const receipt = taken.value.receipts[0]?.id ?? '';
  assert.equal(takeReceiptBack(paid, { receipt, reason: '' }).ok, false);
  const back = takeReceiptBack(paid, { receipt, reason: 'Thu nhầm hồ sơ' });
  assert.ok(back.ok);
  assert.deepEqual(back.value.cancelled, [{ receipt, reason: 'Thu nhầm hồ sơ' }]);
  const after = written(paid, back.value);
  assert.equal(after.entries.length, 6);
  assert.equal(balancesOf(after.entries).get('till:shift-1'), 0);
  assert.equal(takeReceiptBack(after, { receipt, reason: 'Lần nữa' }).ok, false);
});

test('only what an officer raised is taken back as a mistake, while it is owed', () => {
  const money = aMoney([aCharge('table', 8000), aCharge('asked', 2000, { byOfficer: true })]);
  const back = (fee: string) => voidCharges(money, { fees: [fee], reason: 'Ghi nhầm', unit: payee });
  const wrong = back('fee-table');
  assert.equal(wrong.ok ? '' : wrong.refusal.code, 'charge-of-table');
  const right = back('fee-asked');
  assert.ok(right.ok);
  const after = written(money, right.value);
  assert.deepEqual(
    after.charges.map(({ state }) => state),
    ['owed', 'void'],
  );
  assert.equal(balancesOf(after.entries).get('owed'), 8000);
  assert.equal(voidCharges(after, { fees: ['fee-asked'], reason: 'Lần nữa', unit: payee }).ok, false);
});

test('a shift is of the day on which it was opened: past midnight here it is from before, unless it is closed', () => {
  const shift = aShift(0);
  const midnight = instantAt(localDate(begun), 24 * 60);
  assert.equal(fromBefore(shift, midnight - 1), false);
  assert.equal(fromBefore(shift, midnight), true);
  assert.equal(fromBefore({ ...shift, closedAt: begun }, midnight), false);
});
