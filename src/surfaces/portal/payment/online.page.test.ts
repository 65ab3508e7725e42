import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHouse, type Visit } from '#test/pages';
import { portalRoutes } from '../index.ts';
import { anOwing, orderOf, pays } from './testing/owing.ts';

const minute = 60_000;
const primaries = ({ text }: Visit): number => text.match(/mc-button--primary/g)?.length ?? 0;

test('paying online', async (t) => {
  const house = await aHouse({ routes: portalRoutes });
  const get = (path: string) => house.visit('GET', path);
  await t.test('paid online: out to the gateway, back again, receipts by kind', async () => {
    const owing = await anOwing(house);
    const { path } = owing;
    const pressed = await pays(house, path);
    assert.equal(pressed.status, 303);
    const reference = orderOf(house, owing);
    assert.equal(pressed.location, `${path}/sang/${reference}`);
    const out = await get(pressed.location);
    assert.equal(out.headers['refresh'], `0; url=https://cong.example/${reference}`);
    assert.match(out.text, new RegExp(`href="https://cong.example/${reference}"`));

    const during = await get(path);
    assert.match(during.text, /Đang kiểm tra/);
    assert.match(during.text, /Không ai bị thu hai lần/);
    assert.match(during.text, /tự đóng lúc 09:\d\d/);
    assert.match(during.text, new RegExp(`${path}/sang/${reference}`));
    assert.doesNotMatch(
      during.text,
      /trực tuyến<\/span><\/button>|1012345678/,
      'no second way while it is checked',
    );
    assert.equal(during.headers['refresh'], undefined, 'a page that nobody waits at stands still');
    assert.equal(primaries(during), 1);

    house.gateway.move(reference, 'captured');
    assert.match((await get(path)).text, /Đang kiểm tra/, 'the gateway has not been asked yet');
    house.clock.set(house.clock.now() + minute);
    await house.settles();
    const settled = await get(path);
    assert.match(settled.text, /Đã nộp đủ/);
    assert.match(settled.text, /AA-26E 0000001/);
    assert.match(settled.text, /AB-26E 0000001/);
    assert.match(settled.text, /trả trực tuyến/);
    assert.doesNotMatch(settled.text, new RegExp(`action="${path}`));
    assert.equal((await get(`${path}/ve`)).location, path);
    assert.equal((await get(`${path}/sang/${reference}`)).location, path);
  });

  await t.test('pressed in two windows and a hundred times, it is one order', async () => {
    const owing = await anOwing(house);
    const before = house.gateway.orders.size;
    const first = await get(owing.path);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, nth) =>
        pays(house, owing.path, `198.51.100.${nth}`).catch(() => undefined),
      ),
    );
    assert.ok(answers.some((answer) => answer?.status === 303));
    assert.equal(house.gateway.orders.size, before + 1);
    assert.match(first.text, /trực tuyến/);
    const orders = new Set(answers.flatMap((answer) => (answer?.status === 303 ? [answer.location] : [])));
    assert.equal(orders.size, 1, 'everybody is sent to the same place');
  });

  await t.test('a window left open pays what it says or nothing', async () => {
    const owing = await anOwing(house);
    const form = { khoan: '', 'so-tien': '30000', cong: 'npp' };
    const [charge] = await house.db.sql<{ id: string }>(
      `select id from payments.charge where dossier_id = $1 and kind = 'phi'`,
      [owing.filed.id],
    );
    const changed = await house.visit('POST', `${owing.path}/tra`, {
      form: { ...form, khoan: charge?.id ?? '' },
    });
    assert.equal(changed.status, 422);
    assert.match(changed.text, /Số tiền vừa thay đổi/);
    const nothing = await house.visit('POST', `${owing.path}/tra`, {
      form: { ...form, khoan: owing.filed.id },
    });
    assert.equal(nothing.status, 422);
    assert.match(nothing.text, /không còn phải nộp/);
    const other = await house.visit('POST', `${owing.path}/tra`, {
      form: { khoan: charge?.id ?? '', 'so-tien': '20000', cong: 'cong-la' },
    });
    assert.equal(other.status, 422);
    assert.match(other.text, /Chưa trả trực tuyến được/);
    assert.equal(primaries(other), 1);
  });

  await t.test('a gateway that is silent: the state is told, tried again, and ends by itself', async () => {
    const owing = await anOwing(house);
    house.gateway.silent = true;
    const pressed = await pays(house, owing.path);
    assert.equal(pressed.location, `${owing.path}?cho=24`);
    const waiting = await get(pressed.location);
    assert.match(waiting.text, /Cổng thanh toán chưa trả lời/);
    assert.equal(waiting.headers['refresh'], `5; url=${owing.path}?cho=23`);
    assert.match(waiting.text, /Dừng tự tải lại/);
    assert.equal((await get(`${owing.path}?cho=0`)).headers['refresh'], undefined);
    assert.equal((await get(`${owing.path}?cho=9000`)).headers['refresh'], undefined);
    house.gateway.silent = false;
    const again = await pays(house, owing.path);
    assert.equal(
      again.location,
      `${owing.path}/sang/${orderOf(house, owing)}`,
      'the same order, answered now',
    );
    house.clock.set(house.clock.now() + minute);
    await house.settles();
    assert.match((await get(owing.path)).text, /Đang kiểm tra/, 'its order lives: it came through after all');
    house.gateway.move(orderOf(house, owing), 'failed');
    house.clock.set(house.clock.now() + minute);
    await house.settles();
    const free = await get(owing.path);
    assert.match(free.text, /Lần trả trực tuyến trước đã đóng lúc .*, không thu tiền/);
    assert.match(free.text, /Trả 30\.000\u00a0đồng trực tuyến/);
  });

  await t.test('a gateway that does not want it: the page says which other ways there are', async () => {
    const owing = await anOwing(house);
    const { begin } = house.gateway;
    Object.assign(house.gateway, { begin: async () => ({ kind: 'refused', code: '97', words: 'Sai' }) });
    const refused = await pays(house, owing.path);
    Object.assign(house.gateway, { begin });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /<title>Lỗi: /);
    assert.match(refused.text, /Cổng thanh toán chưa nhận lần này/);
    assert.match(refused.text, /chuyển khoản hoặc tại quầy/);
    assert.doesNotMatch(refused.text, /Sai</, 'what the gateway says is for the log');
    // It has never heard of the order: after a minute everything is free again.
    house.clock.set(house.clock.now() + 2 * minute);
    await house.settles();
    assert.match((await get(owing.path)).text, /Trả 30\.000\u00a0đồng trực tuyến/);
  });

  await t.test('cancelled: what the gateway says is told, and then it is free at once', async () => {
    const owing = await anOwing(house);
    await pays(house, owing.path);
    const cancel = () => house.visit('POST', `${owing.path}/huy`, { form: {} });
    const tried = await cancel();
    assert.equal(tried.location, `${owing.path}?huy=1`);
    assert.match((await get(tried.location)).text, /Trang của cổng vẫn còn mở/);
    const reference = orderOf(house, owing);
    house.gateway.move(reference, 'failed');
    const asked = cancel();
    await house.settles();
    await new Promise((done) => setTimeout(done, 300));
    await house.settles();
    assert.equal((await asked).location, owing.path);
    assert.match((await get(owing.path)).text, /Bạn trả lại được ngay/);
    await pays(house, owing.path);
    assert.notEqual(orderOf(house, owing), reference, 'another order, never the dead one again');
  });

  await t.test('back from the gateway the worker is asked to look now', async () => {
    const owing = await anOwing(house);
    await pays(house, owing.path);
    house.gateway.move(orderOf(house, owing), 'captured');
    const back = get(`${owing.path}/ve`);
    await new Promise((done) => setTimeout(done, 250));
    await house.settles();
    assert.equal((await back).location, owing.path);
    assert.match((await get(owing.path)).text, /Đã nộp đủ/);
  });
});
