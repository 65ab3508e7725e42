import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import type { PaymentOrder } from '#ports/payments';
import { anOrder, aPlatform, morning } from './testing/builders.ts';

const platform = await aPlatform();
const { clock, merchant, simulator, gateway } = platform;
after(() => platform.stop());
beforeEach(() => {
  simulator.behave({});
  clock.set(morning);
  merchant.forget();
});

const begun = async (order: PaymentOrder = anOrder()) => {
  const answer = await gateway.begin(order);
  assert.ok(answer.kind === 'answered', JSON.stringify(answer));
  return { order, payAt: answer.value.payAt };
};
const told = async (order: PaymentOrder) => {
  const answer = await gateway.ask(order);
  assert.ok(answer.kind === 'answered', JSON.stringify(answer));
  return answer.value;
};
const press = (address: string, form: Record<string, string> = {}) =>
  fetch(address, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
const truthOf = (order: PaymentOrder) =>
  simulator.truth().find(({ reference }) => reference === order.reference);

describe('the page of an order', () => {
  it('says to whom, how much and for what, and runs no script', async () => {
    const { order, payAt } = await begun();
    const page = await fetch(payAt);
    const text = await page.text();
    for (const words of ['UBND xã An Phú', '150.000 đồng', order.dossier.code, 'Thanh toán', 'Hủy giao dịch'])
      assert.ok(text.includes(words), words);
    assert.doesNotMatch(text, /<script|style=|onclick/);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    const style = await fetch(new URL('/kieu.css', payAt));
    assert.equal(style.headers.get('content-type'), 'text/css; charset=utf-8');
  });

  it('takes the money once, leads back, and tells the merchant', async () => {
    const { order, payAt } = await begun();
    const presses = await Promise.all([1, 2, 3].map(() => press(`${payAt}/tra`, { bank: 'BIDV' })));
    for (const answer of presses)
      assert.deepEqual([answer.status, answer.headers.get('location')], [303, order.returnUrl]);
    const record = await told(order);
    assert.deepEqual(record, {
      reference: order.reference,
      state: 'captured',
      amount: 150_000,
      transaction: truthOf(order)?.takings[0]?.transaction,
      bank: 'BIDV',
      at: morning,
    });
    assert.equal(truthOf(order)?.takings.length, 1);
    await simulator.idle();
    assert.deepEqual(merchant.verdicts(), ['captured 150000']);
    assert.match(await (await fetch(payAt)).text(), /Đã thanh toán/);
    const bill = await gateway.bill(order);
    assert.ok(bill.kind === 'answered');
    assert.match(await (await fetch(bill.value.url)).text(), new RegExp(record.transaction));
  });

  it('cancels, and cannot be paid afterwards', async () => {
    const { order, payAt } = await begun();
    assert.equal((await press(`${payAt}/huy`)).headers.get('location'), order.returnUrl);
    assert.equal((await told(order)).state, 'failed');
    assert.equal((await press(`${payAt}/tra`)).headers.get('location'), new URL(payAt).pathname);
    assert.match(await (await fetch(payAt)).text(), /không bị trừ tiền/);
    assert.equal(truthOf(order)?.takings.length, 0);
    assert.equal((await gateway.begin(order)).kind, 'refused');
    await simulator.idle();
    assert.deepEqual(merchant.verdicts(), ['failed 150000']);
  });

  it('is dead after a quarter of an hour, to the moment', async () => {
    const { order, payAt } = await begun();
    clock.set(morning + 15 * 60_000 - 1);
    assert.equal((await told(order)).state, 'created');
    clock.set(morning + 15 * 60_000);
    await press(`${payAt}/tra`);
    assert.deepEqual([(await told(order)).state, (await told(order)).at], ['failed', morning + 15 * 60_000]);
    assert.equal((await gateway.begin(order)).kind, 'refused');
  });

  it('survives strangers', async () => {
    const { payAt } = await begun();
    assert.equal((await fetch(`${simulator.origin}/thanh-toan/khong-co`)).status, 404);
    assert.equal((await fetch(`${simulator.origin}/`)).status, 404);
    assert.equal((await fetch(`${payAt}/tra`)).status, 405);
    assert.equal((await fetch(simulator.url)).status, 415);
    const nonsense = { method: 'POST', headers: { 'content-type': 'application/json' } };
    for (const body of ['', '{', 'null', '[]', '{"LoaiBanTin":"INIT"}', 'x'.repeat(70_000)])
      await (await fetch(simulator.url, { ...nonsense, body })).arrayBuffer();
    assert.equal((await press(`${payAt}/tra`, { bank: 'KHONG-CO' })).status, 303);
  });

  it('takes the money and cuts the line, on request', async () => {
    const { order, payAt } = await begun();
    simulator.behave({ cutAfterCharging: true });
    await assert.rejects(press(`${payAt}/tra`));
    assert.equal((await told(order)).state, 'captured');
  });
});

describe('money that goes back, and words that come late', () => {
  it('is refunded or charged back once, and QUERY says so with what was taken', async () => {
    for (const [act, state] of [
      ['giveBack', 'refunded'],
      ['chargeBack', 'charged-back'],
    ] as const) {
      const { order } = await begun();
      assert.equal(simulator[act](order.reference), false, 'nothing was taken yet');
      simulator.take(order.reference);
      assert.equal(simulator[act](order.reference), true);
      assert.equal(simulator[act](order.reference), false);
      const record = await told(order);
      assert.deepEqual([record.state, record.amount], [state, 150_000]);
      const truth = truthOf(order);
      assert.deepEqual(
        truth?.history.map((moment) => moment.state),
        ['created', 'pending', 'captured', state],
      );
      assert.deepEqual(
        truth?.history.map(({ version }) => version),
        [1, 2, 3, 4],
      );
      assert.equal(new Set(truth?.takings.map(({ transaction }) => transaction)).size, 2);
    }
  });
  it('is taken from a dead order only where the bank insists, and maybe another amount', async () => {
    const { order } = await begun();
    simulator.pend(order.reference);
    assert.equal((await told(order)).state, 'pending');
    simulator.cancel(order.reference);
    assert.equal(simulator.take(order.reference), false);
    assert.equal(simulator.take(order.reference, { evenIfDead: true, amount: 149_000 }), true);
    assert.deepEqual([(await told(order)).state, (await told(order)).amount], ['captured', 149_000]);
  });
  it('does nothing to an order that is not there', async () => {
    for (const act of ['pend', 'take', 'cancel', 'giveBack', 'chargeBack'] as const)
      assert.equal(simulator[act]('Z'.repeat(20)), false);
    assert.deepEqual(await simulator.notify('Z'.repeat(20)), []);
  });
});

describe('the settlement file', () => {
  it('has all money of a day in Viet Nam, and no other', async () => {
    const day = Date.UTC(2026, 10, 30, 16, 59, 58);
    clock.set(day);
    const { order } = await begun(anOrder({ at: day }));
    const { order: other } = await begun(anOrder({ at: day }));
    simulator.take(order.reference, { bank: 'BIDV' });
    clock.set(day + 1000);
    simulator.giveBack(order.reference);
    clock.set(day + 2000);
    simulator.take(other.reference);
    clock.set(day + 3000);
    simulator.chargeBack(other.reference);
    const file = async (ngay: string) =>
      (await (await fetch(`${simulator.origin}/mo-phong/doi-soat.csv?ngay=${ngay}`)).text()).split('\n');
    const [one, two] = truthOf(order)?.takings ?? [];
    const header = 'MaThamChieu,MaGiaoDich,LoaiGiaoDich,SoTien,ThoiGianGD,MaDoiTac,MaNganHang';
    assert.deepEqual(await file('2026-11-30'), [
      header,
      `${order.reference},${one?.transaction},THANH_TOAN,150000,20261130235958,MOTCUA-TG,BIDV`,
      `${order.reference},${two?.transaction},HOAN_TIEN,150000,20261130235959,MOTCUA-TG,BIDV`,
      '',
    ]);
    const next = await file('2026-12-01');
    assert.deepEqual(
      next.map((line) => line.split(',')[2]),
      ['LoaiGiaoDich', 'THANH_TOAN', 'TRA_SOAT', undefined],
    );
    assert.deepEqual(await file('2026-12-02'), [header, '']);
    assert.equal((await fetch(`${simulator.origin}/mo-phong/doi-soat.csv?ngay=hom-nay`)).status, 400);
  });
});

describe('the doors under /mo-phong/', () => {
  const post = (where: string, body: unknown, type = 'application/json') =>
    fetch(`${simulator.origin}/mo-phong/${where}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(body),
    });
  it('set the behaviour, though the rest is down', async () => {
    const { order } = await begun();
    assert.equal((await post('hanh-vi', { down: true })).status, 204);
    assert.equal((await gateway.ask(order)).kind, 'unclear');
    assert.equal((await post('hanh-vi', {})).status, 204);
    assert.equal((await told(order)).state, 'created');
  });
  it('take nothing but JSON they know', async () => {
    assert.equal((await post('hanh-vi', { down: true }, 'text/plain')).status, 415);
    assert.equal((await post('hanh-vi', { dwon: true })).status, 400);
    assert.equal((await post('khac', {})).status, 404);
    assert.equal((await post('viec', { viec: 'rob', reference: 'x' })).status, 400);
    assert.throws(() => simulator.behave({ slowMs: -1 }));
  });
  it('act and tell the truth for other processes', async () => {
    const { order } = await begun();
    const { reference } = order;
    const act = async (what: object) => (await post('viec', { reference, ...what })).json();
    assert.deepEqual(await act({ viec: 'take', bank: 'BIDV' }), { changed: true });
    assert.deepEqual(await act({ viec: 'cancel' }), { changed: false });
    assert.deepEqual(await act({ viec: 'notify', copies: 2 }), { statuses: [200, 200] });
    const truth = (await (await fetch(`${simulator.origin}/mo-phong/su-that`)).json()) as {
      orders: unknown[];
    };
    assert.deepEqual(truth.orders, JSON.parse(JSON.stringify(simulator.truth())));
  });
});

describe('a restart', () => {
  it('forgets nothing, not even after a torn last line', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'mc-npp-'));
    const started: { stop(): Promise<void> }[] = [];
    const start = async () => {
      const one = await aPlatform({ dataDir });
      started.push(one);
      return one;
    };
    try {
      const first = await start();
      const paid = anOrder();
      const waiting = anOrder();
      for (const order of [paid, waiting]) await first.gateway.begin(order);
      first.simulator.take(paid.reference);
      const truth = first.simulator.truth();
      await first.stop();
      const file = path.join(dataDir, 'national-payment/su-that.jsonl');
      assert.equal(readFileSync(file, 'utf8').split('\n').length, 5);
      appendFileSync(file, '{"what":"became","at":1,"refer');

      const second = await start();
      assert.deepEqual(second.simulator.truth(), truth);
      second.simulator.take(waiting.reference);
      const numbers = second.simulator
        .truth()
        .flatMap(({ takings }) => takings.map((one) => one.transaction));
      assert.equal(new Set(numbers).size, 2, 'numbers of transactions go on');
      const last = second.simulator.truth();
      await second.stop();

      const third = await start();
      assert.deepEqual(third.simulator.truth(), last);
    } finally {
      for (const one of started) await one.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
