import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginSession, billedIn, differenceKinds, findBill } from '#capabilities/payments';
import { systemActor } from '#kernel/actor';
import { aCtx } from '#test/database';
import { aHouse, type Filed, type House, type Visitor } from '#test/pages';
import { officeRoutes } from '../index.ts';
import { hasMatchingSentence } from './sentences.ts';
import { kindWords } from './words.ts';

const house: House = await aHouse({ routes: officeRoutes });
const accountant: Visitor = 'officer:accountant@province';
const colleague: Visitor = 'officer:accountant@centreA';
const inspector: Visitor = 'officer:inspector@province';
const home = '/mot-cua/doi-soat';
const header = 'MaThamChieu,MaGiaoDich,LoaiGiaoDich,SoTien,ThoiGianGD,MaDoiTac,MaNganHang';
const statementHeader = 'Số bút toán,Số tài khoản,Ngày giao dịch,Ghi có,Ghi nợ,Nội dung';
const anybody = aCtx(house.db.web, systemActor('test'), house.clock);
const origin = house.listen();

/** A file as a browser sends it. */
async function handIn(
  text: string,
  fields: Readonly<Record<string, string>>,
  as: Visitor = accountant,
): Promise<{ readonly status: number; readonly text: string; readonly location: string }> {
  const page = await house.visit('GET', home, { as });
  const csrf = /\?_csrf=([^"]+)"/.exec(page.text)?.[1] ?? '';
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('tep', new Blob([text], { type: 'text/csv' }), 'tep.csv');
  const answer = await fetch(`${await origin}${home}/tep?_csrf=${csrf}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { cookie: `__Host-mc=${await house.cookieOf(as)}` },
  });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') ?? '' };
}
const today = { 'ngay-day': '25', 'ngay-month': '11', 'ngay-year': '2026' };
const settlement = { loai: 'npp', ...today };
const statement = { loai: 'sao-ke' };

/** A dossier that owes, with its payment code. */
async function owing(): Promise<{ readonly filed: Filed; readonly code: string; readonly owed: number }> {
  const filed = await house.aWalkIn({ code: '1.004873' });
  const charges = await billedIn(house.db.worker.direct, { homeUnit: filed.homeUnit, id: filed.id });
  const [first] = charges;
  assert.ok(first, 'the dossier owes');
  return { filed, code: first.bill, owed: charges.reduce((sum, { amount }) => sum + amount, 0) };
}
async function paidOnline(): Promise<{ readonly reference: string; readonly owed: number }> {
  const { code, owed } = await owing();
  const begun = await beginSession(anybody, house.doors.payments, { bill: code, gateway: 'npp', ip: '' });
  assert.ok(begun.ok);
  house.gateway.move(begun.value.reference, 'captured');
  house.clock.set(house.clock.now() + 10_000);
  await house.settles();
  return { reference: begun.value.reference, owed };
}
const itemNamed = async (name: string, as: Visitor = accountant): Promise<string> => {
  const list = await house.visit('GET', `${home}/viec`, { as });
  return new RegExp(`href="(${home}/viec/[0-9a-f-]{36})">${name}`).exec(list.text)?.[1] ?? '';
};

test('who keeps the account hands files in; the inspector reads; others see none of it', async () => {
  const page = await house.visit('GET', home, { as: accountant });
  assert.equal(page.status, 200);
  assert.match(page.text, /Đưa vào và so sánh/);
  assert.match(page.text, /So lại các ngày này/);
  const read = await house.visit('GET', home, { as: inspector });
  assert.equal(read.status, 200);
  assert.doesNotMatch(read.text, /Đưa vào và so sánh/);
  // A unit below has statements of its own, and no file of the gateway.
  const below = await house.visit('GET', home, { as: colleague });
  assert.match(below.text, /Sao kê tài khoản của đơn vị/);
  assert.doesNotMatch(below.text, /Tệp đối soát của một ngày/);
  assert.equal((await handIn(header, settlement, colleague)).status, 422);
  for (const as of ['officer:specialist@committeeA', 'citizen1'] as const)
    assert.notEqual((await house.visit('GET', home, { as })).status, 200);
  const form = { loai: 'npp' };
  assert.equal((await house.visit('POST', `${home}/chay-lai`, { as: inspector, form })).status, 403);
});

test('a settlement file is compared; what differs is worked off step by step, and leaves as a spreadsheet', async () => {
  const [right, wrong] = [await paidOnline(), await paidOnline()];
  const file = [
    header,
    `${right.reference},GD1,THANH_TOAN,${right.owed},20261125090100,H01,VCB`,
    `${wrong.reference},GD2,THANH_TOAN,${wrong.owed + 1000},20261125090200,H01,VCB`,
    'LAKHONGBIET1,GD3,THANH_TOAN,5000,20261125090300,H01,VCB',
  ].join('\n');
  const handed = await handIn(file, settlement);
  assert.equal(handed.location, `${home}?xong=tep`, handed.text.slice(0, 300));
  await house.matches();
  const overview = await house.visit('GET', `${home}?xong=tep`, { as: accountant });
  assert.match(overview.text, /Đã nhận tệp/);
  assert.match(overview.text, /3 dòng/);
  assert.match((await handIn(file, settlement)).text, /đã được đưa vào rồi/);

  const list = await house.visit('GET', `${home}/viec?nhom=cong`, { as: accountant });
  assert.match(list.text, /Lệch số tiền/);
  assert.match(list.text, /Mã tham chiếu lạ/);
  assert.match(list.text, /2 việc/);
  assert.doesNotMatch(list.text, new RegExp(right.reference));

  const item = await itemNamed('Lệch số tiền');
  const form = { 'noi-dung': 'Đã gọi cổng.' };
  assert.equal((await house.visit('POST', `${item}/nhan`, { as: inspector, form })).status, 403);
  assert.equal((await house.visit('GET', item, { as: colleague })).status, 404);
  assert.equal((await house.visit('POST', `${item}/nhan`, { as: accountant, form })).status, 303);
  const empty = await house.visit('POST', `${item}/dong`, { as: accountant, form: { 'noi-dung': ' ' } });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Hãy viết lý do/);
  assert.match(empty.text, /href="#noi-dung-dong"/);
  for (const [step, fields] of [
    ['giai-trinh', form],
    ['hoi-lai', {}],
    ['danh-dau', { la: 'refund' }],
    ['dong', { 'noi-dung': 'Cổng đã sửa.' }],
  ] as const)
    assert.equal(
      (await house.visit('POST', `${item}/${step}`, { as: accountant, form: fields })).status,
      303,
      step,
    );
  const closed = await house.visit('GET', item, { as: inspector });
  for (const words of ['Nhận xử lý', 'Đã gọi cổng.', 'Hỏi lại cổng', 'Phải hoàn', 'Cổng đã sửa.', 'GD2'])
    assert.match(closed.text, new RegExp(words));
  assert.doesNotMatch(closed.text, /<textarea/);

  const sheet = await house.visit('GET', `${home}/viec.csv?dong=1`, { as: inspector });
  assert.match(String(sheet.headers['content-type']), /text\/csv/);
  assert.match(sheet.text, new RegExp(wrong.reference));
  const done = await house.visit('GET', `${home}/viec?dong=1&cua=toi`, { as: accountant });
  assert.match(done.text, /Lệch số tiền/);
});

test('a hostile file is refused whole, with its first line that cannot be read', async () => {
  const cases: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
    [
      `${header}\n=HYPERLINK("http://x"),GD9,THANH_TOAN,1,20261125090100,H01,VCB`,
      settlement,
      /Dòng 2 không đúng dạng CSV/,
    ],
    [
      `${header}\nREF,GD9,THANH_TOAN,-1,20261125090100,H01,VCB`,
      settlement,
      /Dòng 2 không đọc được \(SoTien\)/,
    ],
    [`${header}\nREF,GD9,THANH_TOAN,1,20261101090100,H01,VCB`, settlement, /Dòng 2 là của ngày 01\/11\/2026/],
    ['<script>alert(1)</script>', settlement, /Dòng đầu không có đủ các cột/],
    ['\u0000\u0001', statement, /Dòng đầu không có đủ các cột/],
    [`${statementHeader}\nFT1,999999,25/11/2026 09:00:00,5000,,x`, statement, /tài khoản 999999/],
    [
      `${statementHeader}\nFT1,1012345678,25/11/2026 09:00:00,1e9,,x`,
      statement,
      /Dòng 2 không đọc được \(Ghi có\)/,
    ],
    ['\u001f\u008bkhông phải gzip', statement, /cột|giải nén/],
  ];
  for (const [text, fields, sentence] of cases) {
    house.clock.set(house.clock.now() + 1000);
    const handed = await handIn(text, fields);
    assert.equal(handed.status, 303, text);
    await house.matches();
    const [file] = /id="tep-da-dua">.*/s.exec((await house.visit('GET', home, { as: accountant })).text) ?? [
      '',
    ];
    assert.match(file.replace(/<[^>]*>/g, ' ').slice(0, 900), sentence);
  }
  assert.equal((await handIn('', settlement)).status, 422);
  const [kept] = await house.db.sql<{ n: number }>(
    "select (select count(*)::int from payments.bank_line) + (select count(*)::int from payments.settlement_line where reference like 'REF%') as n",
  );
  assert.equal(kept?.n, 0);
});

test('a day that is none, or of the future, is said beside its field', async () => {
  for (const [change, sentence] of [
    [{ 'ngay-day': '31' }, /Hãy ghi ngày có thật/],
    [{ 'ngay-year': '2027' }, /Ngày không được sau hôm nay/],
  ] as const) {
    const answer = await handIn(`${header}\n`, { ...settlement, ...change });
    assert.equal(answer.status, 422);
    assert.match(answer.text, sentence);
    assert.match(answer.text, /href="#ngay"/);
  }
  const period = {
    loai: 'npp',
    'tu-day': '26',
    'tu-month': '11',
    'tu-year': '2026',
    'den-day': '25',
    'den-month': '11',
    'den-year': '2026',
  };
  const wrong = await house.visit('POST', `${home}/chay-lai`, { as: accountant, form: period });
  assert.equal(wrong.status, 422);
  const again = await house.visit('POST', `${home}/chay-lai`, {
    as: accountant,
    form: { ...period, 'tu-day': '25' },
  });
  assert.equal(again.location, `${home}?xong=chay`);
});

test('a statement pays what its words name; the rest is given to a dossier by hand', async () => {
  const [named, lost] = [await owing(), await owing()];
  const file = [
    statementHeader,
    `FT1,1012345678,25/11/2026 09:00:00,${named.owed},,MBVCB.12.MC${named.code}.CT`,
    `FT2,1012345678,25/11/2026 09:01:00,${lost.owed + 500},,"nop phi <b>=1+1</b>"`,
  ].join('\n');
  assert.equal((await handIn(file, statement)).location, `${home}?xong=tep`);
  await house.matches();
  await house.settles();
  const states = async (code: string) =>
    (await findBill(anybody, code))?.charges.map(({ way, state }) => way ?? state);
  assert.ok((await states(named.code))?.every((way) => way === 'transfer'));
  const seen = await house.view(named.filed, 'officer:one-stop-officer@centreA');
  assert.ok(seen.state.fees.every(({ paid }) => paid));

  const item = await itemNamed('Chuyển khoản không có mã');
  const page = await house.visit('GET', item, { as: accountant });
  assert.match(page.text, /nop phi &lt;b&gt;=1\+1&lt;\/b&gt;/);
  const wrong = await house.visit('POST', `${item}/gan`, { as: accountant, form: { 'ma-nop': 'KHONGCO' } });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Không có mã nộp này/);
  assert.match(wrong.text, /value="KHONGCO"/);
  const given = await house.visit('POST', `${item}/gan`, { as: accountant, form: { 'ma-nop': lost.code } });
  assert.equal(given.status, 303);
  assert.ok((await states(lost.code))?.every((way) => way === 'transfer'));
  await house.matches();
  const rest = await house.visit('GET', `${home}/viec?nhom=chua-xong`, { as: accountant });
  assert.match(rest.text, /Tiền thừa chưa trả/);
  assert.match(rest.text, /500 đồng/);
  const both = await house.visit('GET', `${item}?xong=gan`, { as: accountant });
  assert.match(both.text, /Gán cho hồ sơ/);
});

test('a transfer marked to be given back is followed from the item over its refund to the line by which it left', async () => {
  const file = (row: string) => handIn([statementHeader, row].join('\n'), statement);
  await file('FT8,1012345678,25/11/2026 09:10:00,7500,,nop nham <i>');
  await house.settles();
  await house.matches();
  const item = await itemNamed('Chuyển khoản không có mã');
  const refunds = '/mot-cua/so-sach/hoan-phi';
  assert.doesNotMatch((await house.visit('GET', refunds, { as: accountant })).text, /id="phai-hoan"/);
  await house.visit('POST', `${item}/danh-dau`, { as: accountant, form: { la: 'refund' } });
  const toReturn = async (as: Visitor = accountant) =>
    /id="phai-hoan">.*?<\/table>/s.exec((await house.visit('GET', refunds, { as })).text)?.[0] ?? '';
  const listed = await toReturn();
  assert.match(listed, new RegExp(`href="${item}"`));
  assert.match(listed, /nop nham &lt;i&gt;/);
  assert.match(listed, /7\.500/);
  assert.doesNotMatch(await toReturn(inspector), /tien-thua/);
  assert.equal(await toReturn('officer:accountant@committeeB'), '');
  const [, form = ''] = /href="([^"]*tien-thua[^"]*)"/.exec(listed) ?? [];
  const asked = await house.visit('POST', form, {
    as: accountant,
    form: {
      'ngan-hang': '970405',
      'so-tai-khoan': '6600205001234',
      'chu-tai-khoan': 'Lan',
      'ly-do': 'Nộp nhầm',
    },
  });
  const [code = ''] = /HP[0-9A-Z]{12}/.exec(asked.location ?? '') ?? [];
  assert.match(await toReturn(), new RegExp(`${code}</a>[\\s\\S]*chờ duyệt`));

  await file(`FT9,1012345678,25/11/2026 10:00:00,,7500,CT ${code} hoan phi`);
  await house.matches();
  const early = await itemNamed('Chi hoàn khi chưa duyệt');
  const page = await house.visit('GET', early, { as: accountant });
  assert.match(
    page.text,
    new RegExp(`name="ma-hoan"[^>]*value="${code}"|value="${code}"[^>]*name="ma-hoan"`),
  );
  assert.match(page.text, /−7\.500/);
  const tie = (typed: string) =>
    house.visit('POST', `${early}/gan-hoan`, { as: accountant, form: { 'ma-hoan': typed } });
  for (const [typed, sentence] of [
    ['KHONGCO', /Không có mã hoàn này/],
    [code, /chưa được duyệt; hãy duyệt rồi gắn lại/],
  ] as const) {
    const refusedPage = await tie(typed);
    assert.equal(refusedPage.status, 422);
    assert.match(refusedPage.text, sentence);
    assert.match(refusedPage.text, /href="#ma-hoan"/);
    assert.match(refusedPage.text, new RegExp(`value="${typed}"`));
  }
  const approve = await house.visit('POST', `${refunds}/${code}/duyet`, {
    as: 'officer:unit-leader@province',
    form: { cach: 'transfer' },
  });
  assert.equal(approve.status, 303);
  assert.equal((await tie(code)).status, 303);
  const tied = await house.visit('GET', `${early}?xong=gan-hoan`, { as: inspector });
  assert.match(tied.text, /Gắn với khoản hoàn[\s\S]*HP/);
  assert.match(await toReturn(), /đã hoàn/);
  await house.matches();
  assert.equal(await toReturn(), '');
  assert.match((await house.visit('GET', item, { as: accountant })).text, /Đã hoàn tiền/);
});

test('what has no end stands in its list with its age', async () => {
  const { code } = await owing();
  const begun = await beginSession(anybody, house.doors.payments, { bill: code, gateway: 'npp', ip: '' });
  assert.ok(begun.ok);
  house.clock.set(house.clock.now() + 3 * 3_600_000);
  await house.matches();
  const list = await house.visit('GET', `${home}/viec?nhom=chua-xong`, { as: accountant });
  assert.match(list.text, /Chưa rõ kết quả/);
  house.clock.set(house.clock.now() + 30 * 60_000);
  assert.match(
    (await house.visit('GET', `${home}/viec?nhom=chua-xong`, { as: accountant })).text,
    /3\u00a0giờ/,
  );
});

test('every kind and every refusal has its words', () => {
  for (const kind of differenceKinds) assert.ok(kindWords[kind].name.vi && kindWords[kind].todo.en);
  for (const code of [
    'file-large',
    'file-text',
    'file-empty',
    'file-header',
    'file-csv',
    'file-rows',
    'file-line',
  ])
    assert.ok(hasMatchingSentence(code), code);
});
