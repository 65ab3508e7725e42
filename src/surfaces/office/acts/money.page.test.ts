import assert from 'node:assert/strict';
import test from 'node:test';
import { aHouse, type Filed, type House, type Visit, type Visitor } from '#test/pages';
import { officeRoutes } from '../index.ts';

const house: House = await aHouse({ routes: officeRoutes });
const desk: Visitor = 'officer:fee-desk@centreA';
const counter: Visitor = 'officer:one-stop-officer@centreA';
const specialist: Visitor = 'officer:specialist@committeeA';

const at = ({ code }: Filed, act = '') => `/mot-cua/ho-so/${code}${act && `/${act}`}`;
const get = (path: string, as: Visitor = desk) => house.visit('GET', path, { as });
const summary = (page: Visit) => /mc-summary-error[\s\S]*?<\/ul>/.exec(page.text)?.[0] ?? '';
/** What stands in a field of the page. */
const typedIn = (page: Visit, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(page.text)?.[0].match(/ value="([^"]*)"/)?.[1] ?? '';

async function aDossierInProcess(): Promise<Filed> {
  const filed = await house.aDossier();
  await house.act(filed, 'accept', {}, counter);
  await house.act(filed, 'take-over', {}, specialist);
  return filed;
}
async function owing(): Promise<Filed> {
  const filed = await aDossierInProcess();
  const fees = [{ id: 'them-1', kind: 'phi', name: 'Phí khai thác', amount: 20_000 }];
  await house.act(filed, 'ask-fee', { fees, reason: 'Theo biểu phí.' }, specialist);
  return filed;
}
async function send(
  filed: Filed,
  act: string,
  form: Record<string, string | readonly string[]>,
  as: Visitor = desk,
): Promise<Visit> {
  const page = await get(at(filed, act), as);
  assert.equal(page.status, 200);
  const seq = /name="expectedSeq" value="(\d+)"/.exec(page.text)?.[1] ?? '';
  return house.visit('POST', at(filed, act), { as, form: { expectedSeq: seq, ...form } });
}
const owedOf = async (filed: Filed) => {
  const { state, charges } = await house.view(filed, counter);
  return state.fees
    .filter(({ id }) => charges.find(({ fee }) => fee === id)?.state === 'owed')
    .map(({ id }) => id);
};

test('a fee is exempted by a paper of the dossier: what is missing is asked for, the paper is named wherever the exemption is', async () => {
  const filed = await owing();
  const khoan = await owedOf(filed);
  const paper = (await house.view(filed, desk)).documents[0];
  assert.ok(paper);
  const page = await get(at(filed, 'mien-phi'));
  assert.match(page.text, /Giấy tờ của hồ sơ chứng minh/);
  assert.ok(page.text.includes(paper.title));
  const ground = 'Nghị quyết 12/2025/NQ-HĐND, Điều 3';

  const noGround = await send(filed, 'mien-phi', { khoan, giay: paper.id });
  assert.equal(noGround.status, 422);
  assert.match(summary(noGround), /href="#can-cu"/);
  assert.match(noGround.text, new RegExp(`value="${paper.id}"[^>]*checked|checked[^>]*value="${paper.id}"`));
  const noProof = await send(filed, 'mien-phi', { khoan, 'can-cu': ground });
  assert.equal(noProof.status, 422);
  assert.match(summary(noProof), /href="#giay"[\s\S]*Hãy chọn giấy tờ của hồ sơ/);
  assert.equal(typedIn(noProof, 'can-cu'), ground);
  const onlyShown = await send(filed, 'mien-phi', { khoan, 'can-cu': ground, giay: 'chi-xuat-trinh' });
  assert.match(summary(onlyShown), /href="#chung-minh"/);
  const strange = await send(filed, 'mien-phi', { khoan, 'can-cu': ground, giay: filed.id });
  assert.equal(strange.status, 422);
  assert.match(summary(strange), /Giấy tờ này không còn trong hồ sơ/);
  assert.equal((await house.view(filed, desk)).charges.filter(({ state }) => state === 'exempt').length, 0);

  const done = await send(filed, 'mien-phi', { khoan, 'can-cu': ground, giay: paper.id });
  assert.equal(done.status, 303, summary(done));
  const { state, acts } = await house.view(filed, desk);
  const kept = { paper: { id: paper.id, title: paper.title, sha256: paper.sha256 } };
  assert.deepEqual(state.fees.find(({ id }) => id === khoan[0])?.exempt, { ground, proof: kept });
  const act = acts.findLast(({ kind }) => kind === 'fee-exempted');
  assert.deepEqual(act?.payload, { fees: khoan, ground, proof: kept });
  const entries = await house.db.sql(
    "select evidence, note from payments.transfer where dossier_id = $1 and kind = 'exempted'",
    [filed.id],
  );
  assert.deepEqual(
    entries,
    khoan.map(() => ({ evidence: ground, note: `Giấy tờ: ${paper.title}` })),
  );
  const shown = await get(at(filed));
  assert.match(shown.text, new RegExp(`được miễn[\\s\\S]*?<a href="[^"]*giay=${paper.id}[^"]*">`));
  assert.ok((await get(`${at(filed)}?xem=lich-su`)).text.includes(ground));
});

test('a paper that was only shown is proof by its name', async () => {
  const filed = await owing();
  const khoan = await owedOf(filed);
  const form = {
    khoan,
    'can-cu': 'Hộ nghèo',
    giay: 'chi-xuat-trinh',
    'chung-minh': 'Giấy chứng nhận hộ nghèo số 15',
  };
  const long = await send(filed, 'mien-phi', { ...form, 'chung-minh': 'x'.repeat(301) });
  assert.equal(long.status, 422);
  assert.match(summary(long), /href="#chung-minh"/);
  const done = await send(filed, 'mien-phi', form);
  assert.equal(done.status, 303, summary(done));
  const { state } = await house.view(filed, desk);
  assert.deepEqual(state.fees.find(({ id }) => id === khoan[0])?.exempt?.proof, {
    shown: 'Giấy chứng nhận hộ nghèo số 15',
  });
  assert.match((await get(at(filed))).text, /Giấy tờ: Giấy chứng nhận hộ nghèo số 15/);
});

test('money that another authority asks for needs its notice; what is wrong is said at its field and everything typed stays', async () => {
  const filed = await aDossierInProcess();
  const notice = {
    loai: 'tax',
    ten: 'Lệ phí trước bạ nhà đất',
    'so-tien': '1.250.000',
    'co-quan': 'Thuế cơ sở 7',
    'so-thong-bao': 'TB 0123',
    'ngay-thong-bao-day': '20',
    'ngay-thong-bao-month': '11',
    'ngay-thong-bao-year': '2026',
    'han-nop-day': '20',
    'han-nop-month': '12',
    'han-nop-year': '2026',
    'kho-bac': 'Kho bạc Nhà nước khu vực XX',
    'tai-khoan-thu': '7111.1054321',
    'ly-do': 'Theo thông báo của cơ quan thuế',
  };
  const wrong: readonly (readonly [Partial<typeof notice>, string])[] = [
    [{ 'so-tien': '0' }, 'so-tien'],
    [{ 'so-tien': 'một triệu' }, 'so-tien'],
    [{ ten: ' ' }, 'ten'],
    [{ 'co-quan': '' }, 'co-quan'],
    [{ 'so-thong-bao': '' }, 'so-thong-bao'],
    [{ 'ngay-thong-bao-day': '31', 'ngay-thong-bao-month': '2' }, 'ngay-thong-bao'],
    [{ 'han-nop-month': '13' }, 'han-nop'],
    [{ 'han-nop-month': '10' }, 'han-nop'],
    [{ 'kho-bac': '' }, 'kho-bac'],
    [{ 'tai-khoan-thu': '' }, 'tai-khoan-thu'],
    [{ 'ly-do': '' }, 'ly-do'],
  ];
  for (const [change, control] of wrong) {
    const sent = { ...notice, ...change };
    const page = await send(filed, 'yeu-cau-phi', sent, specialist);
    assert.equal(page.status, 422, control);
    assert.match(summary(page), new RegExp(`href="#${control}`), JSON.stringify(change));
    assert.doesNotMatch(summary(page), /undefined|too_|Invalid/);
    for (const [name, value] of Object.entries(sent))
      if (!['loai', 'ly-do'].includes(name)) assert.equal(typedIn(page, name), value, name);
    assert.match(page.text, /<details[^>]* open/, 'the notice stays open');
  }
  const numberless = await send(filed, 'yeu-cau-phi', { ...notice, 'so-thong-bao': '' }, specialist);
  assert.match(summary(numberless), /Hãy ghi số của thông báo/);
  const backwards = await send(filed, 'yeu-cau-phi', { ...notice, 'han-nop-month': '10' }, specialist);
  assert.match(summary(backwards), /Hạn nộp không được trước ngày thông báo/);
  const done = await send(filed, 'yeu-cau-phi', notice, specialist);
  assert.equal(done.status, 303, summary(done));
  const { charges } = await house.view(filed, specialist);
  const charge = charges.find(({ kind }) => kind === 'tax');
  assert.equal(charge?.amount, 1_250_000);
  assert.deepEqual(charge?.assessed, {
    authority: 'Thuế cơ sở 7',
    number: 'TB 0123',
    date: '2026-11-20',
    until: '2026-12-20',
    treasury: 'Kho bạc Nhà nước khu vực XX',
    treasuryAccount: '7111.1054321',
  });
  assert.match((await get(at(filed))).text, /Thông báo TB 0123, Thuế cơ sở 7/);
});

test('a fee is taken by card with its slip, or in cash into the till of the officer; the dossier shows the receipt', async () => {
  const filed = await owing();
  const khoan = await owedOf(filed);
  const none = await send(filed, 'thu-phi', { cach: 'cash', 'nguoi-nop': 'Trần Văn Nộp', 'bien-lai': '' });
  assert.equal(none.status, 422);
  assert.match(summary(none), /href="#khoan"/);
  assert.equal(typedIn(none, 'nguoi-nop'), 'Trần Văn Nộp');
  const card = { khoan, cach: 'card', 'nguoi-nop': 'Trần Văn Nộp' };
  const slipless = await send(filed, 'thu-phi', card);
  assert.equal(slipless.status, 422);
  assert.match(summary(slipless), /href="#so-the"[\s\S]*Hãy ghi số hóa đơn thẻ/);
  assert.match(slipless.text, /value="card"[^>]*checked|checked[^>]*value="card"/);
  const done = await send(filed, 'thu-phi', { ...card, 'so-the': '000123' });
  assert.equal(done.status, 303, summary(done));
  const [entry] = await house.db.sql(
    "select r.payer_name, r.way, split_part(r.evidence, ' ', 2) as slip from payments.receipt r where r.dossier_id = $1",
    [filed.id],
  );
  assert.deepEqual(entry, { payer_name: 'Trần Văn Nộp', way: 'card', slip: '000123' });
  assert.match((await get(at(filed))).text, /đã thu[\s\S]*biên lai/);

  const other = await owing();
  const cash = await send(other, 'thu-phi', { khoan: await owedOf(other), cach: 'cash' });
  assert.equal(cash.status, 303, summary(cash));
  const [till] = await house.db.sql<{ debit: string }>(
    "select debit from payments.transfer where dossier_id = $1 and kind = 'paid' limit 1",
    [other.id],
  );
  assert.match(till?.debit ?? '', /^till:[0-9a-f-]{36}$/);
});

test('a till that is open since yesterday is counted first; the way there is one press, and the way back too', async () => {
  const filed = await owing();
  const khoan = await owedOf(filed);
  house.clock.set(house.clock.now() + 24 * 3_600_000);
  const refused = await send(filed, 'thu-phi', { khoan, cach: 'cash', 'nguoi-nop': 'Trần Văn Nộp' });
  assert.equal(refused.status, 422);
  assert.match(summary(refused), /Ca thu của bạn mở từ hôm trước/);
  assert.equal(typedIn(refused, 'nguoi-nop'), 'Trần Văn Nộp');
  const [charge] = await house.db.sql<{ bill: string }>(
    'select bill from payments.charge where dossier_id = $1 limit 1',
    [filed.id],
  );
  const bill = charge?.bill ?? '';
  const take = await get(`/mot-cua/thu-phi/${bill}`);
  assert.doesNotMatch(take.text, /id="thu"/);
  const way = /href="([^"]*\/ca\/[0-9a-f-]{36}\?cho=[^"]*)"/.exec(take.text)?.[1] ?? '';
  assert.ok(way.endsWith(bill));
  for (const path of ['/mot-cua/thu-phi', '/mot-cua/thu-phi/ca'])
    assert.match((await get(path)).text, /mở từ hôm trước[\s\S]*Kiểm quỹ, đóng ca/, path);
  const shift = await get(way);
  assert.match(shift.text, /Ca mở từ hôm trước/);
  const [, must = ''] = /Trong két phải có[\s\S]*?<strong>([\d.]+)/.exec(shift.text) ?? [];
  const closing = /action="([^"]*\/dong[^"]*)"/.exec(shift.text)?.[1] ?? '';
  const short = await house.visit('POST', closing, { as: desk, form: { tong: '1', 'ghi-chu': '' } });
  assert.equal(short.status, 422);
  assert.ok(short.text.includes(closing), 'who waits is not forgotten over an error');
  const closed = await house.visit('POST', closing, { as: desk, form: { tong: must, 'ghi-chu': '' } });
  assert.equal(closed.status, 303, summary(closed));
  const after = await get(closed.location);
  assert.match(after.text, new RegExp(`href="/mot-cua/thu-phi/${bill}"[^>]*>(?:<span>)?Thu tiếp`));
  assert.match((await get(`/mot-cua/thu-phi/${bill}`)).text, /id="thu"/);
  const done = await send(filed, 'thu-phi', { khoan, cach: 'cash' });
  assert.equal(done.status, 303, summary(done));
});
