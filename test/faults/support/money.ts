import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { somePayments } from '#builders/payments';
import {
  askOnce,
  type Bill,
  beginSession,
  chargeRows,
  findBill,
  hearNotice,
  type PricedFee,
  raiseCharges,
} from '#capabilities/payments';
import { publicActor, systemActor } from '#kernel/actor';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { SetClock } from '#kernel/time';
import { scopeOf } from '#platform/context';
import {
  openNationalPayment,
  type PaymentSimulator,
  startPaymentSimulator,
  type TrueOrder,
} from '../../../src/integrations/national-payment/index.ts';
import { aCtx, aDatabase, aWorkingMorning, type TestDatabase } from '../../support/database.ts';
import type { Chance } from './seed.ts';

export const merchant = { partner: 'MOTCUA', secret: 'bi-mat-cua-hai-ben' };
const centre = '018f0000-0000-7000-8000-0000000000c1' as UnitId;
const committee = '018f0000-0000-7000-8000-0000000000c2' as UnitId;

/** What the gateway holds of an order: taken from the payer, less what went back. */
export const heldBy = ({ takings }: TrueOrder): number =>
  takings.reduce((sum, { kind, amount }) => sum + (kind === 'payment' ? amount : -amount), 0);

/**
 * Books on a database of their own, the real adapter, and the simulated platform behind it with the truth in its hands. The
 * clock stands until it is moved; messages of the platform come over HTTP, as they would.
 */
export async function aMoneyWorld(options: { readonly patienceMs?: number } = {}) {
  const db = await aDatabase();
  const clock = new SetClock(aWorkingMorning);
  const heard = { genuine: 0, refused: 0 };
  let notices = '';
  const platform: PaymentSimulator = await startPaymentSimulator({
    port: 0,
    ...merchant,
    notifyUrl: () => notices,
    clock,
    pausesMs: [20, 50],
  });
  const gateway = openNationalPayment({
    url: platform.url,
    ...merchant,
    patienceMs: options.patienceMs ?? 2000,
  });
  const services = somePayments([gateway]);
  const anybody = aCtx(db.web, publicActor, clock);
  const worker = aCtx(db.worker, systemActor('payments.ask-gateways'), clock);

  const server = createServer((request, response) => {
    bodyOf(request).then(
      async (body) => {
        const answer = await hearNotice(anybody, services, 'npp', {
          contentType: request.headers['content-type'] ?? '',
          contentEncoding: request.headers['content-encoding'] ?? '',
          body,
          at: clock.now(),
        });
        heard[answer?.status === 200 ? 'genuine' : 'refused']++;
        response.writeHead(answer?.status ?? 404).end(answer?.body);
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  notices = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  after(async () => {
    await platform.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  let count = 0;

  return {
    db,
    clock,
    platform,
    gateway,
    services,
    anybody,
    worker,
    heard,
    /** A dossier that owes one to three fees, drawn by chance. @returns its payment code. */
    async aBill(luck: Chance): Promise<string> {
      const fees: PricedFee[] = Array.from({ length: luck.whole(1, 3) }, (_, line) => ({
        id: `fee-${line}`,
        kind: luck.pick(['phi', 'le-phi'] as const),
        name: `Khoản ${line + 1}`,
        amount: luck.whole(1, 400) * 500,
        when: 'submission',
      }));
      const rows = chargeRows({
        fees,
        ownerName: 'Nguyễn Thị Lan',
        procedure: { code: '2.000635', name: 'Bản sao trích lục', version: 1 },
        payee: committee,
        at: clock.now(),
      });
      const dossier = {
        homeUnit: centre as string,
        id: uuidv7(clock.now()),
        code: `H01.1-261125-${String(++count).padStart(6, '0')}`,
        person: null,
      };
      await db.worker.transact(scopeOf(worker.actor), (transactor) =>
        raiseCharges(transactor, dossier, rows),
      );
      return rows[0]?.bill ?? '';
    },
    begin: (bill: string, charges?: readonly string[]) =>
      beginSession(anybody, services, {
        bill,
        gateway: 'npp',
        ip: '127.0.0.1',
        ...(charges ? { charges } : {}),
      }),
    async look(code: string): Promise<Bill> {
      const bill = await findBill(anybody, code);
      assert.ok(bill);
      return bill;
    },
    /** The clock goes on, and the worker asks until nothing is due. */
    async asks(ms: number): Promise<void> {
      clock.set(clock.now() + ms);
      for (let round = 0; round < 200; round++) {
        if ((await askOnce(worker, services)) > 0) continue;
        // One that a message holds locked at this moment is passed over, and due all the same.
        const due = await db.sql('select 1 from payments.session where ask_at <= $1 limit 1', [
          new Date(clock.now()),
        ]);
        if (due.length === 0) return;
        await sleep(20);
      }
      assert.fail('the worker asks without end');
    },
  };
}
export type MoneyWorld = Awaited<ReturnType<typeof aMoneyWorld>>;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > 16_384) throw new Error('Too much');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/**
 * I4, by SQL of its own and the gateway's truth: what is booked at the gateway is what it holds, order by order; the books are in
 * balance; a charge is paid exactly once or not at all, and never without its money and its receipt. @returns how many orders.
 */
export async function assertBooks(
  db: Pick<TestDatabase, 'sql'>,
  truth: readonly TrueOrder[],
): Promise<number> {
  const held = await db.sql<{ reference: string; held: string }>(
    `select s.reference, coalesce(sum(case when t.debit like 'gateway:%' then t.amount when t.credit like 'gateway:%' then -t.amount end), 0)::text as held
     from payments.session s left join payments.transfer t on t.session_id = s.id group by s.reference`,
  );
  const booked = new Map(held.map((row) => [row.reference, Number(row.held)]));
  const wrong = truth
    .filter((order) => (booked.get(order.reference) ?? 0) !== heldBy(order))
    .map(
      (order) =>
        `${order.reference}: the gateway holds ${heldBy(order)}, booked are ${booked.get(order.reference)}; it went ${order.history.map(({ state }) => state).join(' → ')}`,
    );
  assert.deepEqual(wrong.slice(0, 5), [], `${wrong.length} orders differ`);
  const known = new Set(truth.map(({ reference }) => reference));
  assert.deepEqual(
    [...booked].filter(([reference, sum]) => sum !== 0 && !known.has(reference)),
    [],
    'money of an order that the gateway does not know',
  );
  const broken = await db.sql<{ what: string; id: string }>(
    `with entries as (select charge_id, sum(case when credit = 'owed' then amount when debit = 'owed' then -amount else 0 end) as settled
       from payments.transfer where charge_id is not null group by charge_id)
     select 'settled by another sum than its price' as what, c.id::text from payments.charge c join entries e on e.charge_id = c.id
       where c.state in ('paid', 'exempt', 'void') and e.settled <> 0
     union all
     select 'owed, and settled', c.id::text from payments.charge c join entries e on e.charge_id = c.id where c.state = 'owed' and e.settled <> -c.amount
     union all
     select 'paid without a receipt that holds', c.id::text from payments.charge c left join payments.receipt r on r.id = c.receipt_id
       where c.state = 'paid' and (r.id is null or r.cancelled_at is not null)
     union all
     select 'paid without evidence', t.id::text from payments.transfer t where t.kind = 'paid' and t.evidence = ''
     union all
     select 'in two live sessions', l.charge_id::text from payments.session_line l where l.live group by l.charge_id having count(*) > 1`,
  );
  assert.deepEqual(broken.slice(0, 5), [], `${broken.length} broken`);
  const [sum] = await db.sql<{ paid: string; receipts: string }>(
    `select (select coalesce(sum(amount), 0) from payments.charge where state = 'paid')::text as paid,
       (select coalesce(sum(amount), 0) from payments.receipt where cancelled_at is null)::text as receipts`,
  );
  assert.equal(sum?.paid, sum?.receipts, 'the sum of what is paid is the sum of the receipts');
  return truth.length;
}
