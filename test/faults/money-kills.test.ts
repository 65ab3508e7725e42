import assert from 'node:assert/strict';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '#kernel/time';
import { startPaymentSimulator } from '../../src/integrations/national-payment/index.ts';
import { citizensOfHouse } from '../support/pages/cast.ts';
import { readyDrafts } from './support/drafts.ts';
import { aGround } from './support/ground.ts';
import { assertTrue } from './support/judge.ts';
import { assertBooks, merchant } from './support/money.ts';
import { patient } from './support/patience.ts';
import { databaseProcesses, signal } from './support/processes.ts';
import { aProduct } from './support/product.ts';
import { row } from './support/row.ts';
import { type Chance, chance, times } from './support/seed.ts';
import { submitPath } from './support/workload.ts';

// A platform of the test's own, which holds the truth, before a product that it may kill.
let origin = '';
const ground = await aGround();
const platform = await startPaymentSimulator({
  port: 0,
  ...merchant,
  notifyUrl: () => `${origin}/thanh-toan/thong-bao/npp`,
  clock: systemClock,
  pausesMs: [300, 1000, 2000],
});
const product = await aProduct(ground, {
  NPP_URL: platform.url,
  NPP_PARTNER: merchant.partner,
  NPP_SECRET: merchant.secret,
});
origin = product.origin;
after(async () => {
  await product.stop();
  await platform.stop();
});

await ground.sql(
  `insert into payments.account (unit_id, name, bin, number, holder, changed_at)
   select id, name, '970436', '1012345678', 'UBND TINH AN GIANG', now() from organisations.unit`,
);

/** Household business: its fee is owed by everybody who files online. */
const procedure = '1.001612';

/** So many submitted dossiers that owe their fee. @returns their payment codes. */
async function bills(count: number): Promise<readonly string[]> {
  const { citizen1 } = citizensOfHouse;
  const { drafts, hash } = await readyDrafts(
    { ...product.rooms, sql: ground.sql, db: product.db, clock: systemClock },
    { code: procedure, count, persons: [citizen1.id] },
  );
  const visitor = await product.signIn('citizen', citizen1.id, { name: citizen1.name, guest: false });
  for (const { id } of drafts) {
    const { status } = await product.request('POST', submitPath(id), {
      cookie: visitor.cookie,
      form: { _csrf: visitor.csrf, 'noi-dung': hash },
    });
    assert.equal(status, 303);
  }
  const rows = await ground.sql<{ bill: string }>(
    `select c.bill from payments.charge c join dossiers.dossier d on d.home_unit = c.home_unit and d.id = c.dossier_id
     where d.draft_id = any ($1)`,
    [drafts.map(({ id }) => id)],
  );
  assert.equal(rows.length, count, 'each of them owes one fee');
  return rows.map((each) => each.bill);
}

/** Presses the button of a payment page, again and again, until there is an order at the gateway; then pays it there. */
async function pays(luck: Chance, bill: string, n: number): Promise<void> {
  const headers = { 'x-forwarded-for': `10.2.${n >> 8}.${n & 255}` };
  const visitor = await product.signIn('visitor', null).catch(() => undefined);
  const until = performance.now() + patient(60_000);
  for (let tries = 0; performance.now() < until; tries++) {
    const page = await product
      .request('GET', `/thanh-toan/${bill}`, { headers, timeoutMs: 4000 })
      .catch(() => undefined);
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page?.text ?? '')?.[1];
    const cookie =
      /(__Host-mc-visitor=[^;]+)/.exec(String(page?.headers['set-cookie']))?.[1] ?? visitor?.cookie;
    const [khoan, csrf] = [field('khoan'), field('_csrf')];
    if (khoan && csrf && cookie)
      await product
        .request('POST', `/thanh-toan/${bill}/tra`, {
          cookie,
          headers,
          form: { _csrf: csrf, cong: 'npp', khoan, 'so-tien': field('so-tien') ?? '' },
          timeoutMs: 10_000,
        })
        .catch(() => undefined);
    // Whoever pays does it at the gateway, whatever becomes of us meanwhile.
    const [row] = await ground
      .sql<{ reference: string }>('select reference from payments.session where bill = $1', [bill])
      .catch(() => []);
    const order = row && platform.truth().find((each) => each.reference === row.reference);
    if (order) {
      await sleep(luck.whole(0, 400));
      platform.take(order.reference);
      return;
    }
    await sleep(100 + luck.whole(0, 200));
  }
  assert.fail(`${bill} was not begun`);
}

row(
  'M1',
  'kill -9 of web, worker or database at any moment of a payment: right within 15 s, nothing charged twice',
  { small: 100, full: 1800 },
  async () => {
    const luck = chance('P1');
    const rounds = times(1, 40);
    for (let round = 0; round < rounds; round++) {
      const all = await bills(times(14, 20));
      let paying = true;
      const killer = (async () => {
        let kills = 0;
        for (const victim of luck.shuffle(['web', 'worker', 'database'] as const)) {
          await sleep(luck.whole(50, 900));
          if (!paying && kills > 0) break;
          kills++;
          if (victim === 'database') signal(luck.shuffle(databaseProcesses(ground.folder)), 'SIGKILL');
          else signal([product.pid(victim)], 'SIGKILL');
          await product.untilReady(patient(20_000));
        }
        return kills;
      })();
      await Promise.all(all.map((bill, n) => pays(luck, bill, round * 100 + n)));
      paying = false;
      assert.ok((await killer) > 0);
      await product.untilReady(patient(20_000));
      const begun = performance.now();
      for (;;) {
        const [left] = await ground.sql<{ owed: number; untold: number }>(
          `select (select count(*)::int from payments.charge where bill = any ($1) and state <> 'paid') as owed,
             (select count(*)::int from dossiers.dossier d join payments.charge c on c.home_unit = d.home_unit and c.dossier_id = d.id
              where c.bill = any ($1) and d.money <> 'paid') as untold`,
          [all],
        );
        if (left?.owed === 0 && left.untold === 0) break;
        assert.ok(
          performance.now() - begun < patient(15_000),
          `after 15 s: ${JSON.stringify(left)} ${product.complaints()}`,
        );
        await sleep(100);
      }
      assert.ok((await assertBooks(ground, platform.truth())) >= all.length);
      for (const { takings, reference } of platform.truth()) assert.equal(takings.length, 1, reference);
    }
    await assertTrue({ database: ground.ownerUrl }, { I2: 1, I3: 1, I5: 1 });
  },
);
