import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { askOnce, beginSession } from '#capabilities/payments';
import { systemActor } from '#kernel/actor';
import { localDate } from '#kernel/time';
import { drainOutbox } from '#platform/jobs';
import { createLog } from '#platform/log';
import { parseCsv } from '#platform/validation';
import { aCtx } from '#test/database';
import { aHouse, type Filed, type House, unitsOfHouse, type Visitor } from '#test/pages';
import { reactionsOf } from '../reactions/index.ts';
import { officeRoutes } from '../surfaces/office/index.ts';
import { portalRoutes } from '../surfaces/portal/index.ts';

const house: House = await aHouse({
  routes: (doors, people) => [...officeRoutes(doors, people), ...portalRoutes(doors)],
});
const accountant: Visitor = 'officer:accountant@committeeA';
const second: Visitor = 'officer:accountant@committeeA#2';
const leader: Visitor = 'officer:unit-leader@committeeA';
const books = '/mot-cua/so-sach';
const { committeeA, province } = unitsOfHouse;
const fees = [
  { id: 'phi-1', kind: 'phi' as const, name: 'Phí khai thác thông tin', amount: 20_000 },
  { id: 'le-phi-1', kind: 'le-phi' as const, name: 'Lệ phí hộ tịch', amount: 10_000 },
];
let dossier: Filed;

const worker = (name: string) => aCtx(house.db.worker, systemActor(name), house.clock);
const reacts = () =>
  drainOutbox({
    db: house.db.worker,
    clock: house.clock,
    log: createLog('test', 'silent'),
    ctxFor: worker,
    reactions: reactionsOf({
      services: house.services,
      messages: house.doors.messages,
      templatesOf: house.catalogue.templatesOf,
      publicUrl: 'https://motcua.example.vn',
    }),
  });

/** A dossier that owed two fees and has paid them online. */
async function aPaidDossier(): Promise<Filed> {
  const filed = await house.aDossier();
  await house.act(filed, 'accept', {}, 'officer:one-stop-officer@centreA');
  await house.act(filed, 'take-over', {}, 'officer:specialist@committeeA');
  await house.act(filed, 'ask-fee', { fees, reason: 'Theo biểu phí.' }, 'officer:specialist@committeeA');
  const [row] = await house.db.sql<{ bill: string }>(
    'select bill from payments.charge where dossier_id = $1 limit 1',
    [filed.id],
  );
  const begun = await beginSession(await house.ctx('citizen1'), house.doors.payments, {
    bill: row?.bill ?? '',
    gateway: 'npp',
    ip: '127.0.0.1',
  });
  assert.ok(begun.ok);
  house.gateway.move(begun.value.reference, 'captured');
  house.clock.set(house.clock.now() + 10_000);
  await askOnce(worker('payments.ask-gateways'), house.doors.payments);
  await reacts();
  return filed;
}
const get = (path: string, as: Visitor = accountant) => house.visit('GET', path, { as });
const post = (path: string, form: Record<string, string>, as: Visitor = accountant) =>
  house.visit('POST', path, { as, form });
const refundsOf = (filed: Filed) =>
  house.db.sql<{ code: string; kind: string; state: string; account: string }>(
    'select code, kind, state, account from payments.refund where dossier_id = $1 order by amount',
    [filed.id],
  );
const today = () => {
  const [year = '', month = '', day = ''] = localDate(house.clock.now()).split('-');
  return { 'ngay-day': day, 'ngay-month': month, 'ngay-year': year };
};
const account = { 'ngan-hang': '970405', 'so-tai-khoan': '6600205001234', 'chu-tai-khoan': 'Nguyễn Thị Lan' };

before(async () => {
  dossier = await aPaidDossier();
});

test('the day book shows every entry with its evidence and what stands on its accounts after it', async () => {
  const page = await get(books);
  assert.equal(page.status, 200, page.text.slice(0, 300));
  assert.match(page.text, /Ghi phải thu: Phí khai thác thông tin/);
  assert.match(page.text, /Thu: Lệ phí hộ tịch/);
  assert.match(page.text, new RegExp(dossier.code));
  assert.match(page.text, /Số dư cuối ngày[\s\S]*Cổng thử[\s\S]*30\.000/);
  assert.equal(page.text.match(/<h1/g)?.length, 1);
  assert.doesNotMatch(page.text, /undefined|NaN|\[object/);
  const nothing = await get(`${books}?ngay-day=01&ngay-month=01&ngay-year=2020`);
  assert.match(nothing.text, /Ngày này không có bút toán/);
  const wrong = await get(`${books}?ngay-day=31&ngay-month=02&ngay-year=2026`);
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Nhập ngày cần xem/);
});

test('a till has the name of its officer and its day, in the entries, the balances and the file; its receipt can be opened', async () => {
  const filed = await house.aDossier({ seed: 31 });
  const counter: Visitor = 'officer:one-stop-officer@centreA';
  const cashier: Visitor = 'officer:fee-desk@centreA';
  await house.act(filed, 'accept', {}, counter);
  await house.act(filed, 'take-over', {}, 'officer:specialist@committeeA');
  await house.act(filed, 'ask-fee', { fees, reason: 'Theo biểu phí.' }, 'officer:specialist@committeeA');
  await house.act(filed, 'take-fee', { fees: ['phi-1'] }, cashier);
  const ground = 'Nghị quyết 12/2025/NQ-HĐND của Hội đồng nhân dân tỉnh, Điều 3';
  const shown = 'Giấy chứng nhận hộ nghèo số 15';
  await house.act(filed, 'exempt-fee', { fees: ['le-phi-1'], ground, shown }, cashier);
  const reader: Visitor = 'officer:accountant@centreA';
  const page = await get(books, reader);
  assert.match(page.text, /Quỹ ca [^<,]+, 25\/11\/2026/);
  assert.doesNotMatch(page.text, /Quỹ của ca thu/);
  assert.ok(page.text.includes(ground) && page.text.includes(`Giấy tờ: ${shown}`));
  const receipt = /href="(\/mot-cua\/thu-phi\/bien-lai\/[0-9a-f-]{36})"/.exec(page.text)?.[1] ?? '';
  assert.equal((await get(receipt, reader)).status, 200);
  const day = new URLSearchParams({ ...today() }).toString();
  assert.match((await get(`${books}/nhat-ky.csv?${day}`, reader)).text, /Quỹ ca [^,]+, 25\/11\/2026/);
});

test('every number of the collections opens its entries, and they add up to it', async () => {
  for (const by of ['thu-tuc', 'cach', 'loai']) {
    const page = await get(`${books}/thu?theo=${by}`);
    assert.equal(page.status, 200);
    const links = [...page.text.matchAll(/href="([^"]*thu\/but-toan[^"]*)"[^>]*>([\d.-]+)</g)];
    assert.ok(links.length >= 4, by);
    for (let i = 0; i < links.length; i += 2) {
      const [, href = '', entries = ''] = links[i] ?? [];
      const net = Number((links[i + 1]?.[2] ?? '').replaceAll('.', ''));
      const path = href.replaceAll('&amp;', '&');
      const list = await get(path);
      const amounts = [...list.text.matchAll(/class="mc-number">(-?[\d.]+)<\/td>/g)].map(([, text = '']) =>
        Number(text.replaceAll('.', '')),
      );
      assert.equal(amounts.length, Number(entries), path);
      assert.equal(
        amounts.reduce((sum, each) => sum + each, 0),
        net,
        path,
      );
      const csv = parseCsv((await get(path.replace('but-toan?', 'but-toan.csv?'))).text.slice(1));
      assert.ok(csv.ok);
      assert.equal(csv.value.length, Number(entries) + 1);
    }
  }
});

test('a refund is asked by the owner, decided by one, paid by another, and followed on a page', async () => {
  const mine = `/cua-toi/hoan-phi/${dossier.code}`;
  const own = (path: string, as: Visitor = 'citizen1') => house.visit('GET', path, { as });
  const asked = await own(mine);
  assert.match(asked.text, /Đề nghị hoàn phí/);
  assert.equal((await own(mine, 'citizen2')).status, 404);
  const [, charge = ''] = asked.text.match(/name="khoan" value="([^"]+)"/) ?? [];
  const empty = await house.visit('POST', mine, { as: 'citizen1', form: { khoan: charge } });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Hãy viết vì sao bạn muốn hoàn/);
  const noBank = await house.visit('POST', mine, {
    as: 'citizen1',
    form: { khoan: charge, 'ly-do': 'Nộp nhầm' },
  });
  assert.match(noBank.text, /Hãy chọn ngân hàng nhận tiền/);
  const sent = await house.visit('POST', mine, {
    as: 'citizen1',
    form: { khoan: charge, 'ly-do': 'Nộp nhầm', ...account },
  });
  assert.equal(sent.location, `${mine}?xong=de-nghi`);
  const twice = await house.visit('POST', mine, {
    as: 'citizen1',
    form: { khoan: charge, 'ly-do': 'Nộp nhầm', ...account },
  });
  assert.match(twice.text, /đang được hoàn/);

  const list = await get(`${books}/hoan-phi`);
  const [, href = ''] = list.text.match(/href="(\/mot-cua\/so-sach\/hoan-phi\/HP[^"]+)"/) ?? [];
  assert.ok(href);
  for (const [path, as, status] of [
    [href, 'officer:accountant@committeeB', 404],
    [href, 'officer:fee-desk@centreA', 403],
    [href, 'officer:inspector@province', 200],
  ] as const)
    assert.equal((await get(path, as)).status, status, as);
  const way = await post(`${href}/duyet`, { cach: '' });
  assert.equal(way.status, 422);
  assert.match(way.text, /Hãy chọn cách hoàn/);
  assert.match(
    (await post(`${href}/duyet`, { cach: 'gateway' })).text,
    /Cổng thu gộp nhiều khoản hoặc không thu khoản này/,
  );
  assert.equal((await post(`${href}/duyet`, { cach: 'transfer' }, leader)).status, 303);
  const order = parseCsv((await get(`${books}/hoan-phi/lenh-chi.csv`)).text.slice(1));
  assert.ok(order.ok);
  const [, row = []] = order.value;
  assert.deepEqual(row.slice(1, 6), ['6600205001234', 'NGUYỄN THỊ LAN', '970405', 'Agribank', '20000']);
  assert.match(row[6] ?? '', /^HP[0-9A-Z]{12} hoan phi /);
  await reacts();
  assert.match((await own(mine)).text, /đã duyệt, chờ chuyển tiền/);
  assert.equal((await post(`${href}/da-chi`, { so: 'UNC 1', ...today() }, leader)).status, 403);
  assert.match((await post(`${href}/da-chi`, { so: '', ...today() }, second)).text, /Hãy ghi số chứng từ/);
  assert.equal((await post(`${href}/da-chi`, { so: 'UNC 1', ...today() }, second)).status, 303);
  await reacts();
  assert.match((await own(mine)).text, /đã hoàn[\s\S]*chứng từ UNC 1/);
  assert.match((await own('/cua-toi/hoan-phi')).text, /Phí khai thác thông tin/);
  const inbox = (await own('/cua-toi/hop-thu')).text;
  assert.match(inbox, /đã duyệt hoàn 20\.000 đồng/);
  assert.match(inbox, /Chứng từ: UNC 1/);
  assert.ok(
    inbox.includes(`<a href="${mine}">https://motcua.example.vn${mine}</a>`),
    'addresses of our own lead there',
  );
  const view = await house.view(dossier, 'citizen1');
  assert.ok(view.state.fees.some((fee) => 'refunded' in fee && fee.refunded));
});

test('a dossier that is withdrawn after payment has its refunds proposed once; the owner names the account', async () => {
  const filed = await aPaidDossier();
  await house.act(filed, 'request-withdrawal', { reason: 'Tôi chuyển nơi ở' }, 'citizen1');
  await house.act(filed, 'allow-withdrawal', {}, 'officer:specialist@committeeA');
  await reacts();
  await reacts();
  const proposed = await refundsOf(filed);
  assert.deepEqual(
    proposed.map(({ kind, state }) => [kind, state]),
    [
      ['proposed', 'asked'],
      ['proposed', 'asked'],
    ],
  );
  const mine = `/cua-toi/hoan-phi/${filed.code}`;
  assert.match((await house.visit('GET', '/cua-toi/hop-thu', { as: 'citizen1' })).text, /Bạn được hoàn/);
  const [one, two] = proposed;
  const named = await house.visit('POST', `${mine}/tai-khoan`, {
    as: 'citizen1',
    form: account,
  });
  assert.equal(named.status, 303, named.text.slice(0, 200));
  const other = await house.visit('POST', `${mine}/HP${two?.code}/thoi`, { as: 'citizen2', form: {} });
  assert.equal(other.status, 404);
  const code = one?.code ?? '';
  const refused = await post(`${books}/hoan-phi/HP${code}/tu-choi`, { 'tra-loi': '' });
  assert.equal(refused.status, 422);
  assert.equal(
    (await post(`${books}/hoan-phi/HP${code}/tu-choi`, { 'tra-loi': 'Đã thẩm định xong' })).status,
    303,
  );
  await reacts();
  const page = await house.visit('GET', mine, { as: 'citizen1' });
  assert.match(page.text, /Lý do: Đã thẩm định xong/);
});

test('what was collected is passed on, never more than is left, and each order once', async () => {
  const path = `${books}/chuyen-nop?don-vi=${committeeA}`;
  const page = await get(path);
  assert.equal(page.status, 200);
  assert.match(page.text, /Còn phải chuyển/);
  const fill = { cho: committeeA, tu: 'gateway:npp', 'so-tien': '5.000', so: 'UNC 9', ...today() };
  assert.match((await post(path, { ...fill, 'so-tien': '9000000' })).text, /Chỉ còn phải chuyển/);
  assert.match((await post(path, { ...fill, tu: '' })).text, /Hãy chọn nơi tiền đang nằm/);
  assert.match((await post(path, { ...fill, 'ngay-year': '2027' })).text, /không được sau hôm nay/);
  const done = await post(path, fill);
  assert.equal(done.status, 303, done.text.slice(0, 300));
  assert.match((await post(path, fill)).text, /Chứng từ này đã được ghi/);
  const after = await get(path);
  assert.match(after.text, /Đã chuyển gần đây[\s\S]*UNC 9[\s\S]*5\.000/);
  assert.equal((await post(path, fill, 'officer:inspector@province')).status, 403);
  const [sum] = await house.db.sql<{ zero: string }>(
    `select sum(s)::text as zero from (select amount as s from payments.transfer union all select -amount from payments.transfer) x`,
  );
  assert.equal(sum?.zero, '0');
  const csv = await get(`${books}/chuyen-nop/chuyen-nop.csv?don-vi=${committeeA}`);
  assert.match(csv.text, /Đơn vị thụ hưởng,Đã thu \(đồng\)/);
});

test('accounts are entered with sentences, by the accountant of the unit alone', async () => {
  const path = `${books}/tai-khoan/${committeeA}`;
  assert.match((await get(`${books}/tai-khoan`)).text, /dùng tài khoản của Tỉnh An Giang/);
  const form = {
    ten: 'UBND xã A',
    'ma-so-thue': '1600000002',
    'ngan-hang': '970405',
    'so-tai-khoan': '6700 201 000 001',
    'chu-tai-khoan': 'UBND xã A',
    'kho-bac': '',
    'tai-khoan-thu': '',
  };
  assert.match((await post(path, { ...form, 'so-tai-khoan': '12' })).text, /4 đến 19 chữ số/);
  assert.match((await post(path, { ...form, 'kho-bac': '1161' })).text, /cả mã kho bạc và tài khoản thu/);
  assert.equal((await post(`${books}/tai-khoan/${province}`, form)).status, 403);
  assert.equal((await post(path, form)).status, 303);
  assert.match((await get(`${books}/tai-khoan`)).text, /Agribank[\s\S]*6700201000001/);
});

test('books are for those who keep or oversee them', async () => {
  for (const path of ['', '/thu', '/thu/but-toan', '/chuyen-nop', '/hoan-phi', '/tai-khoan']) {
    assert.equal((await get(books + path, 'officer:specialist@committeeA')).status, 403, path);
    assert.equal((await get(books + path, 'officer:inspector@province')).status, 200, path);
  }
  const foreign = await get(`${books}/thu?don-vi=${committeeA}`, 'officer:accountant@committeeB');
  assert.doesNotMatch(foreign.text, /but-toan/);
  const [entry] = await house.db.sql<{ n: number }>(
    "select count(*)::int as n from audit.entry where action = 'books.export'",
  );
  assert.ok((entry?.n ?? 0) > 0);
});
