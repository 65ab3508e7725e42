import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type { Behaviour } from './index.ts';
import { anOrder, aPlatform, morning } from './testing/builders.ts';

const platform = await aPlatform();
const { clock, merchant, simulator, gateway } = platform;
after(() => platform.stop());
beforeEach(() => {
  simulator.behave({});
  clock.set(morning);
  merchant.forget();
  merchant.isBusyFor(0);
});

/** An order, paid under a behaviour; what the merchant has read when all is quiet. */
async function paidUnder(behaviour: Behaviour) {
  const order = anOrder();
  await gateway.begin(order);
  simulator.behave(behaviour);
  simulator.take(order.reference);
  await simulator.idle();
  // Whatever the notices said: the truth is asked for.
  simulator.behave({});
  const record = await gateway.ask(order);
  assert.deepEqual(
    record.kind === 'answered' && [record.value.state, record.value.amount],
    ['captured', 150_000],
    'the truth is the truth',
  );
  return merchant.verdicts();
}
const times = (count: number, verdict: string) => Array.from({ length: count }, () => verdict);

describe('notices', () => {
  it('one, and no more once it was taken', async () => {
    assert.deepEqual(await paidUnder({}), ['captured 150000']);
  });
  it('none', async () => {
    assert.deepEqual(await paidUnder({ notices: 'none' }), []);
  });
  it('a hundred at once', async () => {
    assert.deepEqual(await paidUnder({ notices: 'duplicate', copies: 100 }), times(100, 'captured 150000'));
    assert.ok(merchant.mostAtOnce() > 1, 'they overlap');
  });
  it('the newest first, what was before it afterwards', async () => {
    const verdicts = await paidUnder({ notices: 'reordered' });
    assert.deepEqual(verdicts, ['captured 150000', 'failed 150000', 'failed 150000']);
  });
  it('late', async () => {
    const from = performance.now();
    assert.deepEqual(await paidUnder({ notices: 'late', lateMs: 120 }), ['captured 150000']);
    assert.ok(performance.now() - from >= 115);
  });
  it('again until one is taken', async () => {
    merchant.isBusyFor(2);
    assert.deepEqual(await paidUnder({}), times(3, 'captured 150000'));
  });
  it('no more than three times here, though nobody takes it', async () => {
    merchant.isBusyFor(10);
    assert.deepEqual(await paidUnder({}), times(3, 'captured 150000'));
  });

  const lies: readonly (readonly [Behaviour, verdict: string])[] = [
    [{ forged: true }, 'forged seal'],
    [{ otherTenant: true }, 'forged seal'],
    [{ wrongMerchant: true }, 'forged merchant'],
    [{ oldTime: true }, 'forged time'],
    [{ reencoded: true }, 'forged not-canonical'],
    [{ oldTime: true, wrongAmount: true, wrongMerchant: true }, 'forged merchant'],
  ];
  for (const [behaviour, verdict] of lies)
    it(`are refused: ${JSON.stringify(behaviour)}`, async () => {
      assert.deepEqual(await paidUnder(behaviour), times(3, verdict));
    });
  it('of another amount are under the right seal: the room compares', async () => {
    assert.deepEqual(await paidUnder({ wrongAmount: true }), ['captured 151000']);
  });
  it('are what a test wants them to be', async () => {
    const order = anOrder();
    await gateway.begin(order);
    assert.deepEqual(await simulator.notify(order.reference, { code: '00', amount: 1 }), [200]);
    assert.deepEqual(await simulator.notify(order.reference, { seal: 'forged', copies: 2 }), [400, 400]);
    assert.deepEqual(merchant.verdicts(), ['captured 1', 'forged seal', 'forged seal']);
  });
  it('end with the simulator, waiting or on their way', async () => {
    const other = await aPlatform({ pausesMs: [60_000, 60_000] });
    const order = anOrder();
    await other.gateway.begin(order);
    other.merchant.isBusyFor(1);
    other.simulator.take(order.reference);
    const from = performance.now();
    await other.stop();
    assert.ok(performance.now() - from < 2000);
  });
  it('to nowhere harm nobody', async () => {
    const other = await aPlatform({ notifyUrl: () => '' });
    const order = anOrder();
    await other.gateway.begin(order);
    other.simulator.take(order.reference);
    await other.simulator.idle();
    assert.deepEqual(await other.simulator.notify(order.reference), [0]);
    await other.stop();
  });
});
