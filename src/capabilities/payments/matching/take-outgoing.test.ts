import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { UnitId } from '#kernel/ids';
import { type Outcome, refused } from '#kernel/outcome';
import { asPlainDate } from '#kernel/time';
import { newPaymentCode } from '../rules/code.ts';
import { approveRefund, payRefund, type RefundChange, refuseRefund } from '../rules/give-back.ts';
import { balancesOf } from '../rules/ledger.ts';
import type { Money } from '../rules/money.ts';
import { askForCharge, type Refund } from '../rules/refund.ts';
import { refundWords } from '../rules/refund-code.ts';
import { byStatement, paySeenRefund } from '../rules/seen-on-statement.ts';
import { aCharge, aMoney, begun, counting, payee, written } from '../testing/books.ts';
import { refundNamed, takeOutgoing } from './take-outgoing.ts';

const code = newPaymentCode((bytes) => new Uint8Array(bytes).fill(7));
const bank = '018f0000-0000-7000-8000-0000000000cc' as UnitId;
const today = asPlainDate('2026-11-25');
const by = (id: string) => ({ id, name: id });

/** A refund of 8000 đồng that was asked for, and the books of its charge. */
function asked() {
  const charge = aCharge('a', 8000, { state: 'paid', way: 'cash', receipt: null, settledAt: begun });
  const wish = askForCharge(charge, {
    kind: 'asked',
    account: { bin: '970405', number: '6600205001234', holder: 'NGUYEN THI HOA' },
    reason: 'Rút hồ sơ',
    by: by('owner'),
    at: begun,
    id: 'refund',
    code,
  });
  assert.ok(wish.ok);
  return { refund: wish.value, money: aMoney([charge]) };
}

/** What the shelf and the worker make of decisions and lines, one after another. */
class Books {
  refund: Refund;
  money: Money;
  confirmed = false;
  private readonly freshId = counting();
  constructor() {
    ({ refund: this.refund, money: this.money } = asked());
  }
  do(outcome: Outcome<RefundChange>): void {
    if (!outcome.ok) return;
    this.money = written(this.money, outcome.value.money);
    this.refund = outcome.value.refund;
  }
  approve = () =>
    this.do(approveRefund(this.refund, this.money, { by: by('leader'), at: begun, way: 'transfer' }));
  refuse = () => this.do(refuseRefund(this.refund, { by: by('leader'), at: begun, answer: 'Không' }));
  payByHand = (from: `bank:${string}` | `till:${string}`) =>
    this.do(
      payRefund(this.refund, this.money, {
        by: by('accountant'),
        at: begun,
        payment: { number: 'UNC 12/2026', day: today, from },
        freshId: this.freshId,
      }),
    );
  line(number: string, amount: number): string {
    const seen = { amount, number, day: today, unit: bank };
    const paid = paySeenRefund(this.refund, this.money, seen, {
      by: byStatement,
      at: begun,
      freshId: this.freshId,
    });
    this.do(paid);
    const answer: Outcome<Refund> = paid.ok ? { ok: true, value: this.refund } : paid;
    const taken = takeOutgoing(bank, answer, this.confirmed);
    if (taken.kind === 'refunded') this.confirmed = true;
    return taken.kind === 'refunded' ? 'refunded' : taken.why;
  }
}
const given = (books: Books) => books.money.entries.filter(({ kind }) => kind === 'refunded').length;

describe('money that went out', () => {
  it('names a refund by its code; two codes are for a human, and a cut one is none', () => {
    assert.deepEqual(refundNamed('PHI QUAN LY TAI KHOAN'), { kind: 'none' });
    assert.deepEqual(refundNamed(`CT ${refundWords(code)} hoan phi H01`), { kind: 'one', code });
    assert.deepEqual(refundNamed(`${refundWords(code)} ${refundWords(code)}`), { kind: 'one', code });
    assert.deepEqual(refundNamed(refundWords(code).slice(0, 13)), { kind: 'none' });
    const other = newPaymentCode((bytes) => new Uint8Array(bytes));
    assert.deepEqual(refundNamed(`${refundWords(code)}, ${refundWords(other)}`), { kind: 'several' });
  });

  it('pays an approved refund to the đồng, in the books of the account it left', () => {
    const books = new Books();
    assert.equal(books.line('FT1', 8000), 'out-not-approved');
    books.approve();
    assert.equal(books.line('FT1', 7999), 'out-amount');
    assert.equal(books.line('FT1', 8000), 'refunded');
    assert.deepEqual(
      [books.refund.state, books.refund.paid_from, books.refund.paid_number],
      ['paid', `bank:${bank}`, 'FT1'],
    );
    assert.equal(books.line('FT2', 8000), 'out-twice');
    assert.equal(given(books), 1);
  });

  it('confirms what was marked by hand under another number, once, and only from the same account', () => {
    const books = new Books();
    books.approve();
    books.payByHand(`bank:${bank}`);
    assert.equal(books.line('FT1', 8001), 'out-amount');
    assert.equal(books.line('FT1', 8000), 'refunded');
    assert.equal(books.line('FT2', 8000), 'out-twice');
    assert.equal(given(books), 1);
    const cash = new Books();
    cash.approve();
    cash.payByHand(`till:${payee}`);
    assert.equal(cash.line('FT1', 8000), 'out-elsewhere');
  });

  it('for a refund that had ended, or that nobody knows, is for a human', () => {
    const books = new Books();
    books.refuse();
    assert.equal(books.line('FT1', 8000), 'out-overtaken');
    for (const [refusal, why] of [
      ['refund-unknown', 'out-unknown-code'],
      ['refund-overtaken', 'out-overtaken'],
      ['refund-four-eyes', 'out-not-approved'],
    ] as const) {
      const taken = takeOutgoing(bank, refused({ code: refusal }), false);
      assert.equal(taken.kind === 'open' && taken.why, why);
    }
  });

  it('in any order with what people decide: given back once at most, by one line at most, books in balance', () => {
    const step = fc.oneof(
      fc.constantFrom('approve' as const, 'refuse' as const, 'by-hand' as const, 'in-cash' as const),
      fc.record({ number: fc.constantFrom('FT1', 'FT2', 'FT3'), amount: fc.constantFrom(8000, 7999) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const books = new Books();
        const by: number[] = [];
        for (const each of steps) {
          if (each === 'approve') books.approve();
          else if (each === 'refuse') books.refuse();
          else if (each === 'by-hand') books.payByHand(`bank:${bank}`);
          else if (each === 'in-cash') books.payByHand(`till:${payee}`);
          else if (books.line(each.number, each.amount) === 'refunded') by.push(each.amount);
          const balances = balancesOf(books.money.entries);
          assert.equal(
            [...balances.values()].reduce((sum, amount) => sum + amount, 0),
            0,
          );
          assert.equal(balances.get('refund') ?? 0, books.refund.state === 'approved' ? -8000 : 0);
          assert.equal(given(books), books.refund.state === 'paid' ? 1 : 0);
        }
        assert.ok(by.length <= 1 && by.every((amount) => amount === 8000));
        if (by.length === 1) assert.equal(books.refund.paid_from, `bank:${bank}`);
      }),
    );
  });
});
