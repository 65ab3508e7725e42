import assert from 'node:assert/strict';
import { askOnce, hearNotice } from '#capabilities/payments';
import { forgeriesOf, genuineNotice } from '../../src/integrations/national-payment/testing/forgeries.ts';
import { aMoneyWorld, assertBooks, merchant } from './support/money.ts';
import { row } from './support/row.ts';
import { type Chance, chance, times } from './support/seed.ts';

const world = await aMoneyWorld({ patienceMs: 1000 });
const { platform, clock, db } = world;

async function begun(luck: Chance): Promise<{ code: string; reference: string }> {
  const code = await world.aBill(luck);
  const answer = await world.begin(code);
  assert.ok(answer.ok, JSON.stringify(answer));
  return { code, reference: answer.value.reference };
}
const sideBySide = async <T>(all: readonly T[], lanes: number, work: (one: T) => Promise<void>) => {
  const queue = all.values();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const one of queue) await work(one);
    }),
  );
};
const statesOf = async (code: string) => (await world.look(code)).charges.map(({ state }) => state);
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);

row(
  'B1',
  'no message ever comes: the right state within a minute all the same',
  { small: 30, full: 120 },
  async () => {
    const luck = chance('B1');
    platform.behave({ notices: 'none' });
    const all: { code: string; reference: string }[] = [];
    await sideBySide(numbers(times(40, 500)), 8, async () => void all.push(await begun(luck)));
    for (const { reference } of all) assert.ok(platform.take(reference));
    await world.asks(60_000);
    for (const { code } of all)
      assert.ok(
        (await statesOf(code)).every((state) => state === 'paid'),
        code,
      );
    await assertBooks(db, platform.truth());
  },
);

row('B2', 'a message a hundred times, at once: one entry', { small: 40, full: 600 }, async () => {
  const luck = chance('B2');
  platform.behave({ notices: 'none' });
  const before = world.heard.genuine;
  const rounds = times(6, 100);
  for (let round = 0; round < rounds; round++) {
    const { code, reference } = await begun(luck);
    platform.take(reference);
    const [asked] = await Promise.all([
      platform.notify(reference, { copies: 100 }),
      ...numbers(4).map(() => askOnce(world.worker, world.services)),
    ]);
    assert.equal(asked.length, 100);
    await world.asks(5000);
    assert.ok((await statesOf(code)).every((state) => state === 'paid'));
  }
  assert.equal(world.heard.genuine - before, rounds * 100, 'each of them was heard');
  const [twice] = await db.sql<{ n: number }>(
    `select count(*)::int as n from (select charge_id from payments.transfer where kind = 'paid' group by charge_id having count(*) > 1) t`,
  );
  assert.equal(twice?.n, 0);
  await assertBooks(db, platform.truth());
});

/** What may happen to an order, in an order that a gateway allows; `false` where it does not. */
const events = {
  pend: (reference: string) => platform.pend(reference),
  take: (reference: string) => platform.take(reference),
  cancel: (reference: string) => platform.cancel(reference),
  giveBack: (reference: string) => platform.giveBack(reference),
  chargeBack: (reference: string) => platform.chargeBack(reference),
};

row(
  'B3',
  'lives of orders by chance, with messages lost, doubled, late and out of order: the end is the gateway’s',
  { small: 60, full: 1800 },
  async () => {
    const luck = chance('B3');
    const rounds = times(3, 100);
    for (let round = 0; round < rounds; round++) {
      platform.behave(
        luck.pick([
          {},
          { notices: 'none' },
          { notices: 'duplicate', copies: luck.whole(2, 5) },
          { notices: 'reordered' },
          { notices: 'late', lateMs: luck.whole(1, 60) },
          { reencoded: true },
          { wrongAmount: true },
        ] as const),
      );
      const all: { code: string; reference: string }[] = [];
      await sideBySide(numbers(times(60, 100)), 8, async () => void all.push(await begun(luck)));
      const schedule = luck.shuffle(all.flatMap((each) => numbers(luck.whole(0, 6)).map(() => each)));
      await sideBySide(schedule, 6, async ({ code, reference }) => {
        events[luck.pick(Object.keys(events) as (keyof typeof events)[])](reference);
        if (luck.next() < 0.2) await askOnce(world.worker, world.services);
        // People press again whenever they like.
        if (luck.next() < 0.2) await world.begin(code);
        if (luck.next() < 0.1) clock.set(clock.now() + luck.whole(1, 90_000));
      });
      platform.behave({});
      await platform.idle();
      // Money that went back without a word is found when the settlement file names it: the gateway is asked once more.
      for (const { reference } of all) await platform.notify(reference);
      await world.asks(60_000);
      await world.asks(16 * 60_000);
      const looked = await assertBooks(db, platform.truth());
      assert.ok(looked >= all.length * (round + 1));
    }
  },
);

row(
  'B4',
  'forged, replayed and re-written messages: refused, kept, and nothing changes',
  { small: 30, full: 60 },
  async () => {
    const luck = chance('B4');
    platform.behave({ notices: 'none' });
    const { code, reference } = await begun(luck);
    const { sessions } = await world.look(code);
    const about = { ...merchant, reference, amount: sessions[0]?.amount ?? 0, at: clock.now() };
    const forgeries = forgeriesOf(about);
    assert.ok(forgeries.length >= 60, `${forgeries.length} variants`);
    const everything = () =>
      db.sql(`select (select jsonb_agg(to_jsonb(s) order by id) from payments.session s) as sessions,
      (select jsonb_agg(to_jsonb(c) order by id) from payments.charge c) as charges, (select count(*)::int from payments.transfer) as entries`);
    const before = await everything();
    for (const { name, raw } of luck.shuffle(forgeries)) {
      const answer = await hearNotice(world.anybody, world.services, 'npp', raw);
      assert.notEqual(answer?.status, 200, name);
    }
    assert.deepEqual(await everything(), before, 'nothing has changed');
    const [kept] = await db.sql<{ n: number }>(
      `select count(*)::int as n from payments.evidence where kind = 'notice' and verdict <> 'genuine'`,
    );
    assert.ok((kept?.n ?? 0) >= forgeries.length, 'each was kept');
    // The genuine one, from which they were made, is heard: it is a reason to ask, and the gateway knows of no money.
    const heard = await hearNotice(world.anybody, world.services, 'npp', genuineNotice(about));
    assert.equal(heard?.status, 200);
    await world.asks(1000);
    assert.ok(
      (await statesOf(code)).every((state) => state === 'owed'),
      'a lie under the right seal moves no money',
    );
  },
);

row(
  'B5',
  'the gateway is slow, answers 5xx or is cut after charging: checked, blocked, and known when it answers',
  { small: 60, full: 300 },
  async () => {
    const luck = chance('B5');
    const faults = [
      { slowMs: 30_000 },
      { errors: true },
      { down: true },
      { cutAfterCharging: true },
      { halfAnswer: true },
      ...(['html', 'json', 'huge', 'redirect', 'empty', 'gzip'] as const).map((garbage) => ({ garbage })),
      ...(['forged', 'otherTenant', 'wrongMerchant', 'wrongOrder', 'wrongAmount'] as const).map(
        (answers) => ({ answers }),
      ),
    ];
    for (const fault of times(0, 1) === 1 ? [...faults, ...faults, ...faults] : faults) {
      const told = JSON.stringify(fault);
      // While it is beginning …
      platform.behave({ ...fault, notices: 'none' });
      const code = await world.aBill(luck);
      const first = await world.begin(code);
      const second = await world.begin(code);
      const references = [first, second].flatMap((each) => (each.ok ? [each.value.reference] : []));
      assert.ok(new Set(references).size <= 1, told);
      const [session] = (await world.look(code)).sessions;
      assert.ok(session, `${told}: it is being checked, not forgotten`);
      // … and while the money moves.
      platform.behave({});
      await world.begin(code);
      platform.take(session.reference);
      platform.behave({ ...fault, notices: 'none' });
      await world.asks(45_000);
      assert.ok(
        (await statesOf(code)).every((state) => state === 'owed' || 'cutAfterCharging' in fault),
        told,
      );
      const again = await world.begin(code);
      assert.ok(!again.ok || again.value.reference === session.reference, `${told}: nothing is begun twice`);
      platform.behave({});
      await world.asks(30_000);
      await world.asks(30_000);
      assert.ok(
        (await statesOf(code)).every((state) => state === 'paid'),
        `${told}: known within a minute of its answering`,
      );
    }
    const truth = platform.truth();
    await assertBooks(db, truth);
    for (const { reference, takings } of truth)
      assert.ok(takings.filter(({ kind }) => kind === 'payment').length <= 3, reference);
  },
);

row(
  'B7',
  'double clicks and two windows: one session and one charge for each fee; the sum of the ledger is the sum of the fees',
  { small: 40, full: 300 },
  async () => {
    const luck = chance('B7');
    platform.behave({});
    const bills: string[] = [];
    const people = times(60, 1000);
    await sideBySide(numbers(people), 8, async () => void bills.push(await world.aBill(luck)));
    const before = platform.truth().length;
    await sideBySide(bills, 40, async (code) => {
      const charges = (await world.look(code)).charges.map(({ id }) => id);
      // Two presses in one window, one in another, and one there for a single line.
      const presses = await Promise.all([
        world.begin(code),
        world.begin(code),
        world.begin(code, charges),
        world.begin(code, charges.slice(0, 1)),
      ]);
      const references = new Set(presses.flatMap((each) => (each.ok ? [each.value.reference] : [])));
      assert.ok(references.size >= 1 && references.size <= charges.length, code);
      for (const reference of references) platform.take(reference);
    });
    await world.asks(60_000);
    // Whoever had begun with one line pays the rest now.
    await sideBySide(bills, 8, async (code) => {
      const rest = await world.begin(code);
      if (rest.ok) platform.take(rest.value.reference);
    });
    await world.asks(60_000);
    const truth = platform.truth().slice(before);
    const [sums] = await db.sql<{ fees: string; paid: string; owed: number }>(
      `select (select sum(amount) from payments.charge where bill = any ($1))::text as fees,
         (select sum(t.amount) from payments.transfer t join payments.charge c on c.id = t.charge_id where t.kind = 'paid' and c.bill = any ($1))::text as paid,
         (select count(*)::int from payments.charge where bill = any ($1) and state <> 'paid') as owed`,
      [bills],
    );
    assert.equal(sums?.owed, 0);
    assert.equal(sums?.paid, sums?.fees);
    const taken = truth.flatMap(({ takings }) => takings).reduce((sum, { amount }) => sum + amount, 0);
    assert.equal(String(taken), sums?.fees, 'what people paid is what they owed');
    await assertBooks(db, platform.truth());
  },
);
