import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPaymentCode } from '#capabilities/payments';
import { aHouse, unitsOfHouse, type Visit } from '#test/pages';
import { portalRoutes } from '../index.ts';
import { anOwing, orderOf, pays } from './testing/owing.ts';

const minute = 60_000;
const primaries = ({ text }: Visit): number => text.match(/mc-button--primary/g)?.length ?? 0;

test('the payment page', async (t) => {
  const house = await aHouse({ routes: portalRoutes });
  const get = (path: string) => house.visit('GET', path);
  await t.test('a code is typed in any manner, and a wrong one is told how to mend', async () => {
    const { bill, path } = await anOwing(house);
    const typed = (ma: string) => get(`/thanh-toan?ma=${encodeURIComponent(ma)}`);
    assert.equal((await get('/thanh-toan')).status, 200);
    for (const ma of [bill, bill.toLowerCase(), formatPaymentCode(bill), ` MC${bill} `])
      assert.equal((await typed(ma)).location, path);
    const mistyped = bill.slice(0, 11) + (bill.endsWith('0') ? '1' : '0');
    for (const [ma, words] of [
      ['', /Hãy nhập mã thanh toán/],
      [mistyped, /có chỗ gõ nhầm/],
      ['7K3Q9ZPM2C4', /có chỗ gõ nhầm/],
      ['000000000000', /Chưa có khoản nào mang mã này/],
    ] as const) {
      const page = await typed(ma);
      assert.equal(page.status, 422, ma);
      assert.match(page.text, words);
      assert.match(page.text, /<title>Lỗi: /);
      assert.match(page.text, /href="#ma"/);
    }
    assert.equal((await get(`/thanh-toan/${mistyped}`)).status, 404);
    assert.equal((await get('/thanh-toan/000000000000')).status, 404);
    assert.equal((await get(`/thanh-toan/${bill.toLowerCase()}`)).location, path);
  });

  await t.test(
    'what is owed: sums, grounds and ways, and nothing of the person but a short name',
    async () => {
      const { filed, bill, path } = await anOwing(house);
      const page = await get(path);
      assert.equal(page.status, 200);
      for (const words of [
        /Cần nộp<span class="mc-hidden">: <\/span><\/span> <strong>30\.000\u00a0đồng/,
        /20\.000\u00a0đồng/,
        /lệ phí, nộp khi/,
        /biểu phí phiên bản 1/,
        /Trả 30\.000\u00a0đồng trực tuyến/,
        /1012345678/,
        /Vietcombank/,
        new RegExp(`MC${bill}`),
        new RegExp(formatPaymentCode(bill)),
        new RegExp(`https://motcua.example.vn${path}<`),
        /chưa nộp/,
        /name="robots" content="noindex"/,
      ])
        assert.match(page.text, words);
      const view = await house.view(filed, 'citizen1');
      assert.ok(!page.text.includes(view.dossier.owner_name), 'the name is shortened');
      assert.ok(!page.text.includes(view.dossier.secret));
      assert.equal(primaries(page), 1);
      assert.equal(page.text.match(/<h1/g)?.length, 1);
      assert.doesNotMatch(page.text, /<title>[^<]*(H01|30\.000)|undefined|NaN/);
      assert.ok(!page.text.match(/<title>[^<]*/)?.[0].includes(bill));
      assert.ok(page.bytes.length <= 60_000, `${page.bytes.length} bytes`);
      assert.equal(page.headers['cache-control'], 'no-store');
      assert.equal(page.headers['referrer-policy'], 'same-origin');
      assert.equal(page.headers['refresh'], undefined);
      const mine = await house.visit('GET', path, { as: 'citizen1' });
      assert.match(mine.text, new RegExp(`href="/cua-toi/ho-so/${filed.code}"`));
      assert.doesNotMatch(page.text, /cua-toi\/ho-so/);
    },
  );

  await t.test('the code to transfer by is large, and a picture of it to keep', async () => {
    const owing = await anOwing(house);
    const page = await get(owing.path);
    const drawn = Number(/mc-qr--large"[\s\S]*?<svg width="(\d+)"/.exec(page.text)?.[1]);
    assert.ok(drawn >= 240 && drawn <= 320, `${drawn} px`);
    const href = page.text.match(/href="([^"]+\/ma-qr\/[^"]+)"/)?.[1] ?? '';
    assert.ok(href.startsWith(owing.path));
    const picture = await get(href);
    assert.equal(picture.status, 200);
    assert.equal(picture.headers['content-type'], 'image/png');
    assert.equal(picture.headers['content-disposition'], `attachment; filename="ma-qr-MC${owing.bill}.png"`);
    assert.equal(picture.headers['cache-control'], 'private, no-store');
    assert.deepEqual([...picture.bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    assert.equal((await get(`${owing.path}/ma-qr/${unitsOfHouse.department}`)).status, 404, 'not a payee');
    assert.equal((await get(href.replace(owing.bill, '000000000000'))).status, 404);
    await pays(house, owing.path);
    assert.equal((await get(href)).status, 404, 'nothing to transfer while it is paid online');
  });

  await t.test('only its owner is led to refunds, once something was paid', async () => {
    const owing = await anOwing(house);
    const refunds = new RegExp(`href="/cua-toi/hoan-phi/${owing.filed.code}"`);
    const seenBy = async (as?: 'citizen1' | 'citizen2') =>
      (await house.visit('GET', owing.path, { as })).text;
    assert.doesNotMatch(await seenBy('citizen1'), refunds, 'nothing was paid');
    await house.act(owing.filed, 'take-fee', { fees: ['phi-1'] }, 'officer:fee-desk@centreA');
    assert.match(await seenBy('citizen1'), refunds);
    assert.doesNotMatch(await seenBy('citizen2'), /hoan-phi/);
    assert.doesNotMatch(await seenBy(), /hoan-phi/);
  });

  await t.test('odd money is told as it is, and nothing can be paid twice over it', async () => {
    const owing = await anOwing(house);
    await pays(house, owing.path);
    house.gateway.move(orderOf(house, owing), 'captured', 29_000);
    house.clock.set(house.clock.now() + minute);
    await house.settles();
    const page = await get(owing.path);
    assert.match(page.text, /Cơ quan đang đối chiếu/);
    assert.doesNotMatch(page.text, new RegExp(`action="${owing.path}/tra"`));
  });

  await t.test('partly paid at a counter, exempt, taken back by the bank', async () => {
    const owing = await anOwing(house);
    await house.act(owing.filed, 'take-fee', { fees: ['phi-1'] }, 'officer:fee-desk@centreA');
    const rest = await get(owing.path);
    assert.match(rest.text, /Còn phải nộp một phần/);
    assert.match(rest.text, /Trả 10\.000\u00a0đồng trực tuyến/);
    assert.match(rest.text, /tiền mặt tại quầy/);
    await house.act(
      owing.filed,
      'exempt-fee',
      { fees: ['le-phi-1'], ground: 'Hộ nghèo', shown: 'Thẻ số 15' },
      'officer:fee-desk@centreA',
    );
    const done = await get(owing.path);
    assert.match(done.text, /được miễn/);
    assert.match(done.text, /Đã nộp đủ/);

    const lost = await anOwing(house);
    await pays(house, lost.path);
    const reference = orderOf(house, lost);
    house.gateway.move(reference, 'captured');
    house.clock.set(house.clock.now() + minute);
    await house.settles();
    house.gateway.move(reference, 'charged-back');
    await house.db.sql('update payments.session set ask_at = $1 where reference = $2', [
      new Date(house.clock.now()).toISOString(),
      reference,
    ]);
    await house.settles();
    const again = await get(lost.path);
    assert.match(again.text, /Ngân hàng đã lấy lại tiền/);
    assert.match(again.text, /Trả 30\.000\u00a0đồng trực tuyến/);
  });

  await t.test('two payees are two payments, each by its own button', async () => {
    const owing = await anOwing(house);
    await house.db.sql(`update payments.charge set payee = $1 where dossier_id = $2 and kind = 'le-phi'`, [
      unitsOfHouse.department,
      owing.filed.id,
    ]);
    const page = await get(owing.path);
    assert.match(page.text, /Trả 20\.000\u00a0đồng trực tuyến/);
    assert.match(page.text, /Trả 10\.000\u00a0đồng trực tuyến/);
    assert.equal(primaries(page), 1);
    await pays(house, owing.path);
    const half = await get(owing.path);
    assert.match(half.text, /Đang kiểm tra/);
    assert.match(half.text, /Trả 10\.000\u00a0đồng trực tuyến/);
    assert.equal(primaries(half), 1);
    assert.ok(half.bytes.length <= 60_000);
  });

  await t.test('in English too, well shaped in every state', async () => {
    const owing = await anOwing(house);
    await house.db.sql(`update payments.charge set payee = $1 where dossier_id = $2 and kind = 'le-phi'`, [
      unitsOfHouse.department,
      owing.filed.id,
    ]);
    const look = async (words: RegExp) => {
      const headers = { cookie: '__Host-mc-visitor=visitor; mc-lang=en' };
      const page = await house.visit('GET', owing.path, { headers });
      assert.match(page.text, words);
      const ids = [...page.text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, 'identifiers are unique');
      assert.doesNotMatch(page.text, / style="| onclick=|<script>|undefined|NaN/);
      assert.equal(page.text.match(/<h1/g)?.length, 1);
    };
    await look(/Pay 20\.000\u00a0đồng online/);
    await pays(house, owing.path);
    await look(/Being checked/);
    house.gateway.move(orderOf(house, owing), 'captured');
    house.clock.set(house.clock.now() + minute);
    await house.settles();
    await look(/Partly paid/);
  });

  await t.test('nobody needs an account to pay, and forms of other sites do nothing', async () => {
    const owing = await anOwing(house);
    const forged = await house.visit('POST', `${owing.path}/tra`, {
      form: { khoan: '', cong: 'npp' },
      headers: { origin: 'https://evil.example' },
    });
    assert.equal(forged.status, 403);
    await house.act(
      owing.filed,
      'exempt-fee',
      { fees: ['phi-1', 'le-phi-1'], ground: 'Hộ nghèo', shown: 'Thẻ số 15' },
      'officer:fee-desk@centreA',
    );
    assert.match((await get(owing.path)).text, /Không phải nộp/);
  });
});
