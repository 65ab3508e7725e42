import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asPlainDate } from '#kernel/time';
import { aCharge, aMoney, aSession, begun, counting, payee, written } from '../testing/books.ts';
import {
  approveRefund,
  closeOvertaken,
  payRefund,
  type RefundChange,
  refuseRefund,
  takeBackRefund,
} from './give-back.ts';
import { balancesOf } from './ledger.ts';
import type { Money } from './money.ts';
import { leftOf, passOnMoney } from './pass-on.ts';
import { askForCharge, type Refund, readAccount } from './refund.ts';
import { readRefundCode, refundCodeInWords } from './refund-code.ts';
import { takeRecord } from './take-record.ts';

const account = { bin: '970405', number: '6600205001234', holder: 'NGUYEN THI HOA' };
const by = (id: string) => ({ id, name: id });
const payment = { number: 'UNC 1', day: asPlainDate('2026-11-25'), from: `bank:${payee}` as const };

const asking = (freshId: () => string) => ({
  kind: 'asked' as const,
  account,
  reason: 'Rút hồ sơ',
  by: by('owner'),
  at: begun,
  id: freshId(),
  code: '7K3Q9ZPM2C4E',
});

/** What the shelf keeps of refunds, with the rule of its index: one of a charge is under way at most. */
function kept(refunds: readonly Refund[], { refund, from }: RefundChange): readonly Refund[] | undefined {
  const live = (each: Refund) => each.state === 'asked' || each.state === 'approved';
  if (from === null)
    return refunds.some((each) => live(each) && each.charge_id === refund.charge_id)
      ? undefined
      : [...refunds, refund];
  const there = refunds.find(({ id }) => id === refund.id);
  return there?.state === from ? refunds.map((each) => (each.id === refund.id ? refund : each)) : undefined;
}

const steps = [
  'ask',
  'approve',
  'refuse',
  'pay',
  'take-back',
  'gateway-refunds',
  'gateway-has-it',
  'sweep',
] as const;

test('whatever is asked, approved, refused, paid and taken back in any order: one refund, never more given than taken, books in balance', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          step: fc.constantFrom(...steps),
          charge: fc.constantFrom('a', 'b'),
          who: fc.constantFrom('lan', 'minh'),
          way: fc.constantFrom('transfer' as const, 'gateway' as const),
        }),
        { maxLength: 40, size: 'max' },
      ),
      fc.constantFrom(1, 2),
      (walk, together) => {
        const freshId = counting();
        const [a, b] = [aCharge('a', 8000), aCharge('b', 20_000)];
        const sessions = together === 2 ? [aSession([a, b])] : [aSession([a])];
        let money: Money = aMoney([a, b], sessions);
        if (together === 1) money = { ...money, lines: money.lines.filter(({ charge }) => charge === 'a') };
        let asked = 0;
        let gatewaySaid = false;
        const gateway = (state: 'captured' | 'refunded') => {
          const amount = sessions[0]?.amount ?? a.amount;
          const record = { reference: 'REF1', state, amount, transaction: 'GD1', bank: 'VCB', at: begun };
          money = written(
            money,
            takeRecord(money, 'session', record, { now: begun, asked: ++asked, freshId }),
          );
        };
        gateway('captured');
        let refunds: readonly Refund[] = [];
        for (const { step, charge: id, who, way } of walk) {
          const charge = money.charges.find((each) => each.id === id);
          const refund = refunds.findLast((each) => each.charge_id === id);
          if (!charge) throw new Error('no charge');
          if (step === 'gateway-has-it') {
            if (!gatewaySaid && money.charges.every(({ state }) => state !== 'refunded')) gateway('captured');
            continue;
          }
          if (step === 'gateway-refunds') {
            // A gateway gives a whole session back; nobody asks it to after a bank has.
            if (money.charges.every(({ state }) => state !== 'refunded')) {
              gateway('refunded');
              gatewaySaid = true;
            }
            continue;
          }
          const outcome = ((): RefundChange | undefined => {
            if (step === 'ask') {
              const wish = askForCharge(charge, asking(freshId));
              const nothing = {
                transfers: [],
                charges: [],
                receipts: [],
                cancelled: [],
                sessions: [],
                lines: [],
                told: [],
              };
              return wish.ok ? { refund: wish.value, from: null, money: nothing } : undefined;
            }
            if (!refund) return undefined;
            const at = { by: by(who), at: begun };
            if (step === 'sweep') return closeOvertaken(refund, money, begun);
            const decided =
              step === 'approve'
                ? approveRefund(refund, money, { ...at, way })
                : step === 'refuse'
                  ? refuseRefund(refund, { ...at, answer: 'Không' })
                  : step === 'take-back'
                    ? takeBackRefund(refund)
                    : payRefund(refund, money, {
                        ...at,
                        payment: {
                          ...payment,
                          from: refund.way === 'gateway' ? 'gateway:npp' : payment.from,
                        },
                        freshId,
                      });
            return decided.ok ? decided.value : undefined;
          })();
          const next = outcome && kept(refunds, outcome);
          if (!outcome || !next) continue;
          refunds = next;
          money = written(money, outcome.money);
        }
        // The reaction to the gateway's own word always comes; between the two a refund is owed that nobody can pay.
        for (const refund of refunds) {
          const closing = closeOvertaken(refund, money, begun);
          if (!closing) continue;
          refunds = kept(refunds, closing) ?? refunds;
          money = written(money, closing.money);
        }
        const balances = balancesOf(money.entries);
        const at = (name: string) => balances.get(name) ?? 0;
        assert.equal(
          [...balances.values()].reduce((sum, each) => sum + each, 0),
          0,
        );
        const approved = refunds.filter(({ state }) => state === 'approved');
        assert.equal(
          0 - at('refund'),
          approved.reduce((sum, { amount }) => sum + amount, 0),
        );
        for (const charge of money.charges) {
          const own = refunds.filter(({ charge_id }) => charge_id === charge.id);
          assert.ok(own.filter(({ state }) => state === 'asked' || state === 'approved').length <= 1);
          assert.ok(own.filter(({ state }) => state === 'paid').length <= 1);
          for (const each of own) if (each.state === 'paid') assert.notEqual(each.decided_by, each.paid_by);
        }
        const taken = money.charges
          .filter(({ state }) => state === 'paid')
          .reduce((sum, { amount }) => sum + amount, 0);
        assert.equal(at('gateway:npp') + at(`bank:${payee}`), taken, 'what is still paid is still there');
        assert.ok(at(`due:${payee}`) + at('owed') <= 0, 'never more given back than was taken');
      },
    ),
    { numRuns: 400 },
  );
});

test('an account needs a bank, a number and a holder', () => {
  const codes = [
    { ...account, bin: '' },
    { ...account, number: '12' },
    { ...account, holder: '  ' },
    account,
  ].map((each) => {
    const read = readAccount(each);
    return read.ok ? 'ok' : read.refusal.code;
  });
  assert.deepEqual(codes, ['bank-missing', 'account-number', 'account-holder', 'ok']);
});

test('the code of a refund is found in the words of a statement, and nowhere else', () => {
  // A code of payment (MC) names no refund.
  const code = '7K3Q9ZPM2C4';
  const whole = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
    .map((last) => code + last)
    .find((each) => readRefundCode(each) !== undefined);
  assert.ok(whole);
  assert.equal(refundCodeInWords(`MBVCB.123.HP ${whole.slice(0, 6)} ${whole.slice(6)} hoan phi`), whole);
  assert.equal(refundCodeInWords(`MC${whole}`), undefined);
  assert.equal(refundCodeInWords(`HP${whole.slice(0, 11)}`), undefined);
  assert.equal(readRefundCode(`hp${whole.toLowerCase()}`), whole);
});

test('no more is passed on than is due and than is there', () => {
  const row = { payee, collected: 100_000, waiting: 20_000, passed_on: 30_000 };
  assert.equal(leftOf(row), 50_000);
  const pass = (amount: number, balance = 1_000_000) => {
    const passing = {
      unit: payee,
      payee,
      from: 'gateway:npp',
      amount,
      number: 'UNC 1',
      day: payment.day,
      note: '',
    };
    const outcome = passOnMoney(passing, row, balance, 'key');
    return outcome.ok ? outcome.value.transfers[0]?.amount : outcome.refusal.code;
  };
  assert.equal(pass(50_000), 50_000);
  assert.equal(pass(50_001), 'more-than-due');
  assert.equal(pass(50_000, 49_999), 'more-than-there');
  assert.equal(pass(0), 'amount-missing');
});
