import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { asDong } from '#kernel/money';
import type { Gateway } from '#ports/payments';
import { openNationalPayment } from './index.ts';
import { anOrder, aPlatform } from './testing/builders.ts';

const platform = await aPlatform();
after(() => platform.stop());

/** The real one takes part once there is an account for tests: NPP_URL, NPP_PARTNER, NPP_SECRET. */
const real = ['NPP_URL', 'NPP_PARTNER', 'NPP_SECRET'].map((name) => process.env[name] ?? '');
const [url = '', partner = '', secret = ''] = real;
const ways: { readonly name: string; readonly gateway: Gateway; readonly now: () => number }[] = [
  { name: 'the simulator', gateway: platform.gateway, now: () => platform.clock.now() },
  ...(real.every((value) => value !== '')
    ? [
        {
          name: 'the platform',
          gateway: openNationalPayment({ url, partner, secret }),
          now: () => Date.now(),
        },
      ]
    : []),
];

for (const { name, gateway, now } of ways) {
  const order = (change: Parameters<typeof anOrder>[0] = {}) =>
    anOrder({ at: now(), until: now() + gateway.orderLivesMs, ...change });

  describe(`payments by ${name}`, () => {
    it('has a name for people and a life of a quarter of an hour', (t) => {
      if (ways.length === 1)
        t.diagnostic('NPP_URL, NPP_PARTNER, NPP_SECRET are not set: the simulator alone');
      assert.deepEqual(
        [gateway.key, gateway.name, gateway.orderLivesMs],
        ['npp', 'Nền tảng thanh toán quốc gia', 900_000],
      );
    });

    it('gives an order an address, and the same one again', async () => {
      const asked = order();
      const first = await gateway.begin(asked);
      assert.ok(first.kind === 'answered', JSON.stringify(first));
      assert.ok(URL.canParse(first.value.payAt));
      assert.deepEqual(await gateway.begin(asked), first);
      const [one, two] = await Promise.all([gateway.begin(asked), gateway.begin(asked)]);
      assert.deepEqual([one, two], [first, first]);
    });

    it('takes a tax notice for the treasury beside a fee, and names of any length and script', async () => {
      const asked = order({
        amount: asDong(2_000_001),
        lines: [
          {
            charge: 'c1',
            kind: 'tax',
            code: 'TAX',
            name: `Thuế ${'rất '.repeat(300)}dài`,
            amount: asDong(2_000_000),
          },
          { charge: 'c2', kind: 'phi', code: 'PHI', name: 'Phí "đo đạc" \\ 測量 🏠', amount: asDong(1) },
        ],
        payer: { name: 'H’Hen Niê Ê\u0300', idNumber: '', address: '' },
        returnUrl: 'https://dich-vu.example.vn/thanh-toan/ve?ma=%20a#x',
      });
      assert.equal((await gateway.begin(asked)).kind, 'answered');
    });

    it('refuses another amount under a reference that was used', async () => {
      const asked = order();
      await gateway.begin(asked);
      const other = { ...asked, amount: asDong(1000), lines: [{ ...asked.lines[0]!, amount: asDong(1000) }] };
      const answer = await gateway.begin(other);
      assert.equal(answer.kind, 'refused');
    });

    it('knows an order that nobody has paid, and has no receipt for it', async () => {
      const asked = order();
      await gateway.begin(asked);
      const record = await gateway.ask(asked);
      assert.ok(record.kind === 'answered', JSON.stringify(record));
      assert.deepEqual(record.value, {
        reference: asked.reference,
        state: 'created',
        amount: 0,
        transaction: '',
        bank: '',
        at: record.value.at,
      });
      assert.equal((await gateway.bill(asked)).kind, 'refused');
    });

    it('has never heard of an order that was not begun', async () => {
      const asked = order();
      assert.deepEqual(await gateway.ask(asked), {
        kind: 'answered',
        value: {
          reference: asked.reference,
          state: 'unknown',
          amount: 0,
          transaction: '',
          bank: '',
          at: undefined,
        },
      });
      assert.equal((await gateway.bill(asked)).kind, 'refused');
    });

    it('refuses an order that is dead already', async () => {
      const at = now() - gateway.orderLivesMs - 1000;
      assert.equal((await gateway.begin(order({ at }))).kind, 'refused');
    });
  });
}

describe('an order that must not be sent', () => {
  const never: Gateway = openNationalPayment({
    url: 'https://thanh-toan.example.vn/api',
    partner: 'A',
    secret: 'b',
    fetch: () => assert.fail('it was sent'),
  });
  const base = anOrder();
  const orders = {
    'a pipe in the name of the payer': anOrder({ payer: { ...base.payer, name: 'Hoa|Mai' } }),
    'a line break in an address': anOrder({ payer: { ...base.payer, address: 'Xã A\nTỉnh B' } }),
    'a NUL in the procedure': anOrder({ dossier: { ...base.dossier, procedureName: 'a\u0000b' } }),
    'half a character in a unit': anOrder({ unit: { ...base.unit, name: 'a\udc00' } }),
    'a pipe in the code of a dossier': anOrder({ dossier: { ...base.dossier, code: 'H01|1' } }),
    'a pipe in the address to come back to': anOrder({ returnUrl: 'https://a.example.vn/?a|b' }),
    'a script to come back to': anOrder({ returnUrl: 'javascript:alert(1)' }),
    'a reference that is too short': anOrder({ reference: 'ABC' }),
    'lines that are not the amount': anOrder({ amount: asDong(150_001) }),
    'an amount of nothing': anOrder({ amount: asDong(0), lines: [] }),
    'an address of no machine': anOrder({ ip: 'localhost' }),
  };
  for (const [name, order] of Object.entries(orders))
    it(name, async () => {
      const answer = await never.begin(order);
      assert.equal(answer.kind === 'refused' && answer.code, 'not-sent', JSON.stringify(answer));
    });
  it('nor a question about a reference that cannot be', async () => {
    const order = { reference: 'a|b', at: base.at };
    assert.equal((await never.ask(order)).kind, 'refused');
    assert.equal((await never.bill(order)).kind, 'refused');
  });
});

describe('settings that cannot be right', () => {
  const good = { url: 'https://thanh-toan.example.vn/api', partner: 'A', secret: 'b' };
  for (const bad of [
    { url: 'http://thanh-toan.example.vn/api' },
    { url: 'http://127.0.0.1.example.vn/' },
    { url: 'ftp://127.0.0.1/' },
    { secret: '' },
    { partner: '' },
    { partner: 'A|B' },
  ])
    it(JSON.stringify(bad), () => assert.throws(() => openNationalPayment({ ...good, ...bad }), /platform/));
});
