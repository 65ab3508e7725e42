import assert from 'node:assert/strict';
import test from 'node:test';
import { readPaper } from '#builders/papers';
import { aHouse, type Filed, type House, type Visitor } from '#test/pages';
import { officeRoutes } from '../index.ts';

const house: House = await aHouse({ routes: officeRoutes });
const desk: Visitor = 'officer:fee-desk@centreA';
const specialist: Visitor = 'officer:specialist@committeeA';
const till = '/mot-cua/thu-phi';

async function owing(): Promise<{ readonly filed: Filed; readonly bill: string }> {
  const filed = await house.aDossier();
  await house.act(filed, 'accept', {}, 'officer:one-stop-officer@centreA');
  await house.act(filed, 'take-over', {}, specialist);
  const fees = [
    { id: 'them-1', kind: 'phi', name: 'Phí khai thác', amount: 20_000 },
    { id: 'them-2', kind: 'le-phi', name: 'Lệ phí hộ tịch', amount: 10_000 },
  ];
  await house.act(filed, 'ask-fee', { fees, reason: 'Theo biểu phí.' }, specialist);
  const [row] = await house.db.sql<{ bill: string }>(
    'select bill from payments.charge where dossier_id = $1 limit 1',
    [filed.id],
  );
  return { filed, bill: row?.bill ?? '' };
}
const get = (path: string, as: Visitor = desk) => house.visit('GET', path, { as });
const post = (path: string, form: Record<string, string | string[]>, as: Visitor = desk) =>
  house.visit('POST', path, { as, form });
const chargesIn = (text: string) =>
  [
    ...text.matchAll(/name="khoan"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="khoan"/g),
  ].map(([, one, other]) => one ?? other ?? '');

test('a code is typed or scanned, the money is taken, the receipt is printed, cancelled, and the shift is counted', async () => {
  const { bill } = await owing();
  const wrong = await get(`${till}?ma=ABC`);
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Không tìm thấy mã này/);
  const found = await get(`${till}?ma=${encodeURIComponent(`https://motcua.example.vn/thanh-toan/${bill}`)}`);
  assert.equal(found.location, `${till}/${bill}`);
  const page = await get(found.location);
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.text, /undefined|NaN|\[object/);
  const charges = chargesIn(page.text);
  assert.ok(charges.length >= 2);
  const khoa = /name="khoa" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const card = await post(`${till}/${bill}`, { khoa, khoan: charges, cach: 'card', 'so-the': '' });
  assert.equal(card.status, 422);
  assert.match(card.text, /Hãy ghi số hóa đơn thẻ/);
  const form = { khoa, khoan: charges, cach: 'cash', 'nguoi-nop': 'Trần Văn Nộp' };
  const [one, two] = await Promise.all([post(`${till}/${bill}`, form), post(`${till}/${bill}`, form)]);
  assert.deepEqual([one.status, two.status], [303, 303]);
  const path = one.location.split('?')[0] ?? '';
  const receipt = await get(one.location);
  assert.match(receipt.text, /Trần Văn Nộp/);
  assert.match(receipt.text, /Ca thu đã tự mở/);
  const pdf = await get(`${path}/in`);
  assert.equal(pdf.headers['content-type'], 'application/pdf');
  const { text, pages } = await readPaper(pdf.bytes);
  assert.equal(pages.length, 2);
  for (const page of pages)
    assert.equal(page.match(/CỘNG HÒA XÃ HỘI/g)?.length, 1, 'each copy has its own head');
  for (const words of ['Liên 1', 'Liên 2', 'Trần Văn Nộp', '01BLP2-001', 'nghìn đồng', '1600000001'])
    assert.ok(text.includes(words), words);
  assert.equal((await get(path, 'officer:one-stop-officer@centreB')).status, 404);

  const cancelled = await post(`${path}/huy`, { 'ly-do': 'Thu nhầm hồ sơ' });
  assert.equal(cancelled.location, `${path}?xong=huy`);
  assert.match((await readPaper((await get(`${path}/in`)).bytes)).text, /ĐÃ HỦY/);

  const shifts = await get(`${till}/ca`);
  const shift = /href="(\/mot-cua\/thu-phi\/ca\/[0-9a-f-]{36})"/.exec(shifts.text)?.[1] ?? '';
  const open = await get(shift);
  assert.match(open.text, /Trong két phải có/);
  const short = await post(`${shift}/dong`, { tong: '1.000', 'ghi-chu': '' });
  assert.equal(short.status, 422);
  assert.match(short.text, /Hãy đếm lại/);
  const closed = await post(`${shift}/dong`, { tong: '1.000', 'ghi-chu': 'Đếm hai lần' });
  assert.equal(closed.location, `${shift}?xong=dong`);
  assert.match((await get(closed.location)).text, /Thiếu/);
});

test('a mistaken fee is taken back, and the dossier hears of it', async () => {
  const head: Visitor = 'officer:one-stop-officer@centreA';
  const { bill, filed } = await owing();
  const page = await get(`${till}/${bill}`, head);
  const id =
    /name="khoan-huy"[^>]*value="([0-9a-f-]{36})"/.exec(page.text)?.[1] ?? chargesIn(page.text).at(-1) ?? '';
  const answer = await post(`${till}/${bill}/huy-khoan`, { 'khoan-huy': id, 'ly-do': 'Ghi nhầm' }, head);
  assert.equal(answer.status, 303, /mc-summary-error.*?<\/ul>/.exec(answer.text)?.[0]);
  await house.settles();
  const view = await house.view(filed, head);
  assert.ok(view.charges.some(({ state }) => state === 'void'));
});
