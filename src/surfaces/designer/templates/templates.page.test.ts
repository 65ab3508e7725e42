import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPaper } from '#builders/papers';
import { aHouse, type Visitor } from '#test/pages';
import { designerForTests } from '../testing/designer.ts';

const house = await aHouse({ routes: designerForTests });
const drafter: Visitor = 'officer:unit-administrator@committeeA';
const code = '1.004873';
const begun = await house.visit('POST', '/thiet-ke', { as: drafter, form: { _ma: code, _tu: 'current' } });
const home = begun.location;
const get = (path: string, as: Visitor = drafter) => house.visit('GET', path, { as });
async function press(path: string, form: Record<string, string>, from = path) {
  const { text } = await get(from);
  const revision = /name="_phien-ban" value="(\d+)"/.exec(text)?.[1] ?? '';
  return house.visit('POST', path, { as: drafter, form: { '_phien-ban': revision, ...form } });
}
const copy = (key: string) => press(`${home}/mau`, { _mau: key, _lam: 'chep' });
const wellMade = (text: string): void => {
  assert.equal((text.match(/<h1/g) ?? []).length, 1);
  assert.ok((text.match(/mc-button--primary/g) ?? []).length <= 1);
  assert.doesNotMatch(text, / style="|<script>|undefined|\[object/);
  const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, [...new Set(ids)], 'ids are unique');
};

test('every paper and message is listed, looked at as text, and each paper as a PDF', async () => {
  const list = await get(`${home}/mau`);
  assert.equal(list.status, 200);
  wellMade(list.text);
  const looks = [...list.text.matchAll(/href="([^"]*\/mau\/[^"]*\/xem)"/g)].map(([, href]) => href ?? '');
  assert.ok(looks.length > 20, String(looks.length));
  for (const href of looks) {
    const page = await get(href);
    assert.equal(page.status, 200, href);
    wellMade(page.text);
    if (href.includes('message-')) continue;
    const pdf = await get(href.replace(/xem$/, 'pdf'));
    assert.equal(pdf.bytes.subarray(0, 4).toString(), '%PDF', href);
  }
  for (const key of ['99', '01-en', 'message-x'])
    assert.notEqual((await get(`${home}/mau/${key}/xem`)).status, 200, `${key} is nobody’s`);
  assert.equal((await get(`${home}/mau`, 'citizen1')).status, 403);
});

test('the pages of a paper stand as pictures beside its text, each with words for who does not see it', async () => {
  const { text } = await get(`${home}/mau/01/xem`);
  wellMade(text);
  const images = [...text.matchAll(/<img src="([^"]*)" alt="([^"]*)"/g)];
  assert.equal(images.length, 2);
  for (const [n, [, src = '', alt = '']] of images.entries()) {
    assert.match(alt, new RegExp(`trang ${n + 1} trên 2`));
    assert.equal((await get(src)).bytes.subarray(1, 4).toString(), 'PNG');
    assert.equal((await get(`${src}?rong=1600`)).status, 200);
  }
  assert.match(text, /Nội dung với dữ liệu mẫu/);
  for (const page of ['3.png', '0.png', '1.jpg'])
    assert.notEqual((await get(`${home}/mau/01/hinh/${page}`)).status, 200, page);
  assert.equal((await get(`${home}/mau/01/hinh/1.png`, 'citizen1')).status, 403);
});

test('a paper is copied, changed by its texts and blocks, looked at, and given back', async () => {
  const made = await copy('01');
  assert.equal(made.status, 303, made.text);
  const edit = `${home}/mau/01`;
  const page = await get(edit);
  wellMade(page.text);
  assert.match(page.text, /\{\{procedure_name\}\}/);
  const block = /name="(t\.blocks\.\d+\.text)"/.exec(page.text)?.[1] ?? '';
  const saved = await press(edit, { _lam: 'luu', [block]: 'GIẤY HẸN CỦA RIÊNG THỦ TỤC' });
  assert.equal(saved.status, 303, saved.text);
  const added = await press(edit, { _lam: 'them', _khoi: 'note' });
  assert.equal(added.status, 303, added.text);
  const names = [...(await get(edit)).text.matchAll(/name="(t\.blocks\.(\d+)\.text)"/g)];
  const last = names.at(-1)?.[1] ?? '';
  const n = names.at(-1)?.[2] ?? '';
  const empty = await press(edit, { _lam: 'luu', [last]: ' ' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, new RegExp(`href="#${last.replaceAll('.', '\\.')}"`));
  await press(edit, { _lam: 'luu', [last]: 'Trẻ: {{answer_nycHoTen}}, {{nobody}}' });
  assert.match((await get(edit)).text, /không có gì để điền vào \{\{nobody\}\}/);
  await press(edit, { _lam: 'luu', [last]: 'Người yêu cầu: {{answer_nycHoTen}}' });
  assert.doesNotMatch((await get(edit)).text, /Mẫu còn lỗi/);
  assert.equal((await press(edit, { _lam: `len.${n}` })).status, 303);
  assert.equal((await press(edit, { _lam: 'len.0' })).status, 422, 'nothing is above the first');
  assert.equal((await press(edit, { _lam: 'bo.99' })).status, 422);
  const { text } = await readPaper((await get(`${edit}/pdf`)).bytes);
  assert.match(text, /GIẤY HẸN CỦA RIÊNG THỦ TỤC/);
  assert.match(text, /Người yêu cầu:/);
  const back = await press(`${home}/mau`, { _mau: '01', _lam: 'chung' });
  assert.equal(back.status, 303);
  assert.equal((await get(edit)).status, 404);
  assert.doesNotMatch((await readPaper((await get(`${edit}/pdf`)).bytes)).text, /RIÊNG THỦ TỤC/);
});

test('an English paper begins as a copy, and says so in its PDF', async () => {
  assert.equal((await copy('01-en')).status, 303);
  const { text } = await readPaper((await get(`${home}/mau/01-en/pdf`)).bytes);
  assert.match(text, /SOCIALIST REPUBLIC OF VIET NAM/);
  assert.equal((await copy('01-en')).status, 422, 'it is there already');
});

test('a message is changed in both languages; what is wrong stands beside its text', async () => {
  assert.equal((await copy('message-accepted')).status, 303);
  const edit = `${home}/mau/message-accepted`;
  const texts = {
    'title.vi': 'Hồ sơ {code} đã nhận',
    'title.en': 'Dossier {code} taken',
    'body.vi': 'Hẹn trả {due}.\nXem {link}',
    'body.en': '',
  };
  assert.equal((await press(edit, texts)).status, 303, 'an unfinished draft is kept');
  const page = await get(edit);
  wellMade(page.text);
  assert.match(page.text, /Nội dung tiếng Anh: còn trống/);
  await press(edit, { ...texts, 'body.en': 'Promised {due}. {secret}' });
  assert.match((await get(edit)).text, /không có gì để điền vào \{secret\}/);
  await press(edit, { ...texts, 'body.en': 'Promised {due}.' });
  const look = await get(`${edit}/xem`);
  assert.match(look.text, /Hồ sơ H01\.105-261125-0042 đã nhận/);
  assert.match(look.text, /Promised 16:30/);
});

test('a sector’s form stands in the place of a common one, once it is copied and written', async () => {
  const forms = { _lam: 'giay', '_tiep-nhan': 'HT-01', '_bo-sung': '02', '_tu-choi': '03' };
  const wrong = await press(`${home}/mau`, { ...forms, '_tu-choi': 'số 3!' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /href="#_tu-choi"/);
  assert.match(wrong.text, /name="_tiep-nhan"[^>]*value="HT-01"|value="HT-01"[^>]*name="_tiep-nhan"/);
  wellMade(wrong.text);
  assert.equal((await press(`${home}/mau`, forms)).status, 303);
  assert.equal((await copy('ht-01')).status, 303);
  const look = await get(`${home}/mau/ht-01/xem`);
  assert.match(look.text, /GIẤY TIẾP NHẬN HỒ SƠ[\s\S]*UBND TỈNH AN GIANG|UBND TỈNH AN GIANG/);
  const tried = await get(`${home}/chay-thu`);
  assert.match(
    tried.text,
    /chay-thu\/giay\/giay-tiep-nhan/,
    'the tried dossier is given the sector’s receipt',
  );
  assert.equal((await press(`${home}/mau`, { ...forms, '_tiep-nhan': '01' })).status, 303);
});

test('a template that nobody asks for is listed, and can be taken out', async () => {
  const id = home.split('/').at(-1) ?? '';
  await house.db.sql(
    `update catalogue.draft set content = jsonb_set(content, '{templates,ct04}', '{"id":"ct04","title":"Lạc"}') where id = $1`,
    [id],
  );
  assert.match((await get(`${home}/mau`)).text, /Lạc[\s\S]*Không dùng đến[\s\S]*Bỏ mẫu/);
  assert.equal((await press(`${home}/mau`, { _mau: 'ct04', _lam: 'chung' })).status, 303);
  assert.doesNotMatch((await get(`${home}/mau`)).text, /Lạc/);
});

test('a slower colleague’s save is refused, and what was typed stays', async () => {
  const edit = `${home}/mau/message-accepted`;
  const stale = await house.visit('POST', edit, {
    as: drafter,
    form: { '_phien-ban': '1', 'title.vi': 'Chữ vừa gõ', 'title.en': 'x', 'body.vi': 'x', 'body.en': 'x' },
  });
  assert.equal(stale.status, 422);
  assert.match(stale.text, /value="Chữ vừa gõ"/);
});
