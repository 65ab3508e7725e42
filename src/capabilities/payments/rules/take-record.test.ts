import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { asDong } from '#kernel/money';
import type { GatewayRecord, GatewayState } from '#ports/payments';
import { aCharge, aMoney, aSession, begun, counting, written } from '../testing/books.ts';
import { balancesOf } from './ledger.ts';
import type { Money } from './money.ts';
import { takeRecord } from './take-record.ts';

const charges = [aCharge('a', 8000), aCharge('b', 20_000, { kind: 'le-phi' })];
const all = asDong(28_000);
const record = (state: GatewayState, amount = all): GatewayRecord => ({
  reference: 'REF1',
  state,
  amount: state === 'created' || state === 'pending' || state === 'unknown' ? asDong(0) : amount,
  transaction: 'GD1',
  bank: 'VCB',
  at: begun + 60_000,
});
const start = (): Money => aMoney(charges, [aSession(charges)]);
const take = (money: Money, said: GatewayRecord, asked: number, now = begun + asked * 1000) =>
  written(money, takeRecord(money, 'session', said, { now, asked, freshId: counting(`r${asked}`) }));
const balance = (money: Money, account: string) => balancesOf(money.entries).get(account) ?? 0;
const states = (money: Money) => money.charges.map(({ state }) => state).join();

describe('what a gateway says', () => {
  it('settles every line once, with a receipt for each kind, and frees the session', () => {
    const change = takeRecord(start(), 'session', record('captured'), {
      now: begun,
      asked: 1,
      freshId: counting(),
    });
    assert.deepEqual(
      change.receipts.map(({ charges: lines }) => lines.map(({ id }) => id)),
      [['a'], ['b']],
    );
    const money = written(start(), change);
    assert.equal(states(money), 'paid,paid');
    assert.equal(balance(money, 'gateway:npp'), 28_000);
    assert.equal(balance(money, 'owed'), 0);
    assert.ok(money.lines.every(({ live }) => !live));
    assert.equal(money.sessions[0]?.askAt, null);
    assert.deepEqual(
      change.told.map(({ what }) => what),
      ['settled', 'settled'],
    );
  });

  it('changes nothing when it is told again, and nothing when it is older than what is known', () => {
    const paid = take(start(), record('captured'), 2);
    const again = takeRecord(paid, 'session', record('captured'), {
      now: begun,
      asked: 3,
      freshId: counting(),
    });
    assert.deepEqual([again.transfers, again.charges, again.receipts], [[], [], []]);
    const older = takeRecord(paid, 'session', record('created'), {
      now: begun,
      asked: 1,
      freshId: counting(),
    });
    assert.deepEqual(older.sessions, []);
  });

  it('keeps money that does not fit apart, and the charges neither paid nor free', () => {
    for (const amount of [27_999, 28_001, 1]) {
      const money = take(start(), record('captured', asDong(amount)), 1);
      assert.equal(states(money), 'owed,owed');
      assert.equal(balance(money, 'surplus'), -amount);
      assert.equal(money.sessions[0]?.state, 'odd');
      assert.ok(money.lines.every(({ live }) => live));
      // The gateway mends it: the whole sum is there now.
      const mended = take(money, record('captured'), 2);
      assert.equal(states(mended), 'paid,paid');
      assert.equal(balance(mended, 'surplus'), 0);
      assert.equal(balance(mended, 'gateway:npp'), 28_000);
    }
  });

  it('never takes for a charge what was paid otherwise meanwhile: it is surplus, to be given back', () => {
    const money = aMoney(
      [aCharge('a', 8000, { state: 'paid', settledAt: begun }), aCharge('b', 20_000)],
      [aSession(charges)],
    );
    const after = take(money, record('captured'), 1);
    assert.equal(states(after), 'paid,paid');
    assert.equal(balance(after, 'surplus'), -8000);
    assert.equal(balance(after, 'gateway:npp'), 28_000);
  });

  it('frees the charges when it failed, and when the gateway has never heard of it for a minute', () => {
    const failed = take(start(), record('failed'), 1);
    assert.equal(states(failed), 'owed,owed');
    assert.ok(failed.lines.every(({ live }) => !live));
    const early = take(start(), record('unknown'), 1, begun + 59_000);
    assert.ok(early.lines.every(({ live }) => live));
    const late = take(start(), record('unknown'), 1, begun + 61_000);
    assert.equal(late.sessions[0]?.state, 'failed');
    assert.ok(late.lines.every(({ live }) => !live));
  });

  it('is owed again after a charge-back, and not after a refund', () => {
    const back = take(take(start(), record('captured'), 1), record('charged-back'), 2);
    assert.equal(states(back), 'owed,owed');
    assert.equal(balance(back, 'gateway:npp'), 0);
    assert.equal(balance(back, 'owed'), 28_000);
    const given = take(take(start(), record('captured'), 1), record('refunded'), 2);
    assert.equal(states(given), 'refunded,refunded');
    assert.deepEqual([balance(given, 'gateway:npp'), balance(given, 'owed')], [0, 0]);
  });
});

/** A life of an order at the gateway, as its own versions tell it. */
const life = fc.constantFrom<readonly GatewayState[]>(
  ['created', 'failed'],
  ['created', 'pending', 'captured'],
  ['created', 'captured', 'refunded'],
  ['created', 'pending', 'captured', 'charged-back'],
  ['created', 'captured', 'charged-back', 'captured', 'refunded'],
  ['created', 'pending', 'failed'],
  ['created', 'captured', 'charged-back', 'captured'],
);

/** What is held at the gateway at a state of its life. */
const held = (state: GatewayState): number => (state === 'captured' ? 28_000 : 0);

describe('in whatever order answers come (B3)', () => {
  it('ends as the gateway has it, over 10,000 lives', () => {
    fc.assert(
      fc.property(
        life,
        fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (truth, moments, chance) => {
          // Questions are numbered when they are asked; the answer is the truth of that moment. Answers then come in any order.
          const asked = moments
            .map((moment) => moment % truth.length)
            .sort((a, b) => a - b)
            .concat(truth.length - 1)
            .map((moment, n) => ({ asked: n + 1, state: truth[moment] ?? 'created' }));
          const shuffled = asked
            .map((answer) => ({ answer, key: chance.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ answer }) => answer);
          let money = start();
          for (const { asked: n, state } of shuffled) {
            money = take(money, record(state), n);
            assert.equal(
              [...balancesOf(money.entries).values()].reduce((sum, each) => sum + each, 0),
              0,
            );
          }
          const end = truth.at(-1) ?? 'created';
          assert.equal(balance(money, 'gateway:npp'), held(end));
          assert.equal(balance(money, 'surplus'), 0);
          if (end === 'captured') assert.equal(states(money), 'paid,paid');
          if (end === 'failed') assert.equal(states(money), 'owed,owed');
          if (end === 'charged-back') assert.equal(states(money), 'owed,owed');
          // A charge never stands paid without its money, nor owed with it.
          const owed = money.charges.filter(({ state }) => state === 'owed');
          assert.equal(
            balance(money, 'owed'),
            owed.reduce((sum, { amount }) => sum + amount, 0),
          );
        },
      ),
      { numRuns: 10_000, seed: 766 },
    );
  });
});
