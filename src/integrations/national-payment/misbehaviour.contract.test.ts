import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Asked } from '#ports/payments';
import { type Behaviour, openNationalPayment } from './index.ts';
import { anOrder, aPlatform, shared } from './testing/builders.ts';
import { queryAnswer } from './wire/answers.ts';
import { sealed } from './wire/seal.ts';

const patienceMs = 300;
const { simulator, gateway, stop } = await aPlatform({ patienceMs });
after(stop);

/** The verdict in short, after having made sure that it came in time. */
async function timed(work: Promise<Asked<unknown>>): Promise<string> {
  const from = performance.now();
  const answer = await work;
  assert.ok(performance.now() - from < patienceMs + 700, 'it ends in time');
  return answer.kind === 'answered'
    ? answer.kind
    : `${answer.kind} ${answer.kind === 'refused' ? answer.code : answer.why}`;
}

const misbehaviours: readonly (readonly [Behaviour, begin: RegExp, ask: RegExp])[] = [
  [{ slowMs: 50 }, /^answered/, /^answered/],
  [{ slowMs: 5000 }, /^unclear too-late/, /^unclear too-late/],
  [{ down: true }, /^unclear no-answer/, /^unclear no-answer/],
  [{ errors: true }, /^unclear status-503/, /^unclear status-503/],
  [{ errors: 500 }, /^unclear status-500/, /^unclear status-500/],
  [{ cutAfterCharging: true }, /^unclear no-answer/, /^answered/],
  [{ garbage: true }, /^unclear content-type/, /^unclear content-type/],
  [{ garbage: 'json' }, /^unclear fields/, /^unclear fields/],
  [{ garbage: 'huge' }, /^unclear too-big/, /^unclear too-big/],
  [{ garbage: 'redirect' }, /^unclear status-307/, /^unclear status-307/],
  [{ garbage: 'empty' }, /^unclear (json|empty)/, /^unclear (json|empty)/],
  [{ garbage: 'gzip' }, /^unclear content-encoding/, /^unclear content-encoding/],
  [{ halfAnswer: true }, /^unclear no-answer/, /^unclear no-answer/],
  [{ answers: 'forged' }, /^unclear seal/, /^unclear seal/],
  [{ answers: 'otherTenant' }, /^unclear seal/, /^unclear seal/],
  [{ answers: 'wrongMerchant' }, /^unclear another-merchant/, /^unclear another-merchant/],
  [{ answers: 'wrongOrder' }, /^unclear another-order/, /^unclear another-order/],
  [{ answers: 'wrongQuestion' }, /^unclear fields/, /^unclear fields/],
  // What was taken is for the room to compare; what was asked for is compared here.
  [{ answers: 'wrongAmount' }, /^unclear another-amount/, /^answered/],
  [{ slowMs: 5000, garbage: 'huge', halfAnswer: true }, /^unclear too-late/, /^unclear too-late/],
  [{ garbage: 'json', halfAnswer: true }, /^unclear no-answer/, /^unclear no-answer/],
];

describe('whatever the platform does', () => {
  for (const [behaviour, begin, ask] of misbehaviours)
    it(`ends in time with the right verdict: ${JSON.stringify(behaviour)}`, async () => {
      const known = anOrder();
      await gateway.begin(known);
      simulator.behave(behaviour);
      try {
        const fresh = anOrder();
        const all = await Promise.all(
          [gateway.begin(fresh), gateway.ask(known), gateway.bill(known)].map(timed),
        );
        assert.match(all[0] ?? '', begin);
        assert.match(all[1] ?? '', ask);
        // No receipt yet: where the question is answered at all, it is refused.
        if (all[1] === 'answered') assert.equal(all[2], 'refused 95');
        else assert.match(all[2] ?? '', /^unclear/);
      } finally {
        simulator.behave({});
      }
    });

  it('an order that was cut off is there afterwards, at one address', async () => {
    for (const behaviour of [
      { cutAfterCharging: true },
      { slowMs: 5000 },
      { halfAnswer: true },
      { garbage: 'html' },
    ] as const) {
      const order = anOrder();
      simulator.behave(behaviour);
      assert.equal((await gateway.begin(order)).kind, 'unclear');
      simulator.behave({});
      const record = await gateway.ask(order);
      assert.equal(record.kind === 'answered' && record.value.state, 'created');
      assert.deepEqual(await gateway.begin(order), await gateway.begin(order));
      assert.equal(simulator.truth().filter(({ reference }) => reference === order.reference).length, 1);
    }
  });

  it('an order that never arrived is unknown afterwards', async () => {
    for (const behaviour of [{ down: true }, { errors: true }]) {
      const order = anOrder();
      simulator.behave(behaviour);
      assert.equal((await gateway.begin(order)).kind, 'unclear');
      simulator.behave({});
      const record = await gateway.ask(order);
      assert.equal(record.kind === 'answered' && record.value.state, 'unknown');
    }
  });

  it('a refusal has a code and words for the log', async () => {
    const stranger = openNationalPayment({ url: simulator.url, ...shared, partner: 'KHAC' });
    const answer = await stranger.begin(anOrder());
    assert.deepEqual(answer, { kind: 'refused', code: '02', words: 'Mã đối tác chưa đăng ký' });
  });

  it('a wrong secret makes nothing clear: the refusal is not under our seal', async () => {
    const confused = openNationalPayment({ url: simulator.url, ...shared, secret: 'khac' });
    assert.deepEqual(await confused.begin(anOrder()), { kind: 'unclear', why: 'seal' });
  });
});

describe('whatever the network does', () => {
  const through = (fetched: () => Promise<Response>) =>
    openNationalPayment({ url: simulator.url, ...shared, patienceMs, fetch: fetched });
  const jsonType = { headers: { 'content-type': 'application/json' } };
  const dripping = () =>
    new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 20).unref());
        controller.enqueue(new Uint8Array([0x20]));
      },
    });
  const networks: Readonly<Record<string, readonly [fetched: () => Promise<Response>, why: RegExp]>> = {
    'nobody ever answers, deaf to every signal': [() => new Promise(() => {}), /^too-late/],
    'the answer drips for ever': [async () => new Response(dripping(), jsonType), /^too-late/],
    'it throws at once': [
      () => {
        throw new Error('no network');
      },
      /^no-answer/,
    ],
    'it throws what is no error': [() => Promise.reject('no'), /^no-answer: unknown/],
    'there is no body': [async () => new Response(null, jsonType), /^empty/],
    'the body is not UTF-8': [async () => new Response(new Uint8Array([0x7b, 0xff]), jsonType), /^utf-8/],
  };
  for (const [name, [fetched, why]] of Object.entries(networks))
    it(name, async () => {
      const answer = await through(fetched).ask(anOrder());
      assert.match(answer.kind === 'unclear' ? answer.why : answer.kind, why);
    });

  it('money without a number of its own is not clear, though under the right seal', async () => {
    const order = anOrder();
    const paid = (MaGiaoDich: string) =>
      sealed(
        queryAnswer,
        {
          LoaiBanTin: 'QUERY',
          MaLoi: '00',
          MoTaLoi: '',
          MaDoiTac: shared.partner,
          MaThamChieu: order.reference,
          SoTien: '150000',
          MaTienTe: 'VND',
          MaGiaoDich,
          MaNganHang: 'BIDV',
          ThoiGianGD: '20261125094100',
          ThongTinGiaoDich: '',
          TrangThaiGD: '1',
        },
        shared.secret,
      );
    const ask = (MaGiaoDich: string) =>
      through(async () => new Response(paid(MaGiaoDich), jsonType)).ask(order);
    assert.equal((await ask('1')).kind, 'answered');
    assert.deepEqual(await ask(''), { kind: 'unclear', why: 'no-transaction' });
  });

  it('no bytes but the platform’s are an answer', async () => {
    let body = '';
    const any = through(async () => new Response(body, jsonType));
    const values = fc.oneof(fc.json(), fc.string(), fc.constant('{"MaLoi":"00"}'), fc.constant('null'));
    await fc.assert(
      fc.asyncProperty(values, async (text) => {
        body = text;
        const answers = await Promise.all([any.begin(anOrder()), any.ask(anOrder()), any.bill(anOrder())]);
        assert.deepEqual(new Set(answers.map(({ kind }) => kind)), new Set(['unclear']));
      }),
    );
  });

  it('no changed byte of a genuine answer is one', async () => {
    const order = anOrder();
    await gateway.begin(order);
    let genuine = new Uint8Array();
    const listening = openNationalPayment({
      url: simulator.url,
      ...shared,
      fetch: async (...asked) => {
        const response = await fetch(...asked);
        genuine = new Uint8Array(await response.clone().arrayBuffer());
        return response;
      },
    });
    assert.equal((await listening.ask(order)).kind, 'answered');
    let shown = genuine;
    const changed = through(async () => new Response(shown, jsonType));
    await fc.assert(
      fc.asyncProperty(fc.nat(genuine.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        shown = genuine.map((byte, place) => (place === at ? byte ^ change : byte));
        assert.equal((await changed.ask(order)).kind, 'unclear');
      }),
    );
    shown = genuine;
    assert.equal((await changed.ask(order)).kind, 'answered');
    assert.equal((await changed.ask(anOrder())).kind, 'unclear', 'about another order');
    assert.equal((await changed.begin(order)).kind, 'unclear', 'to another question');
  });
});
