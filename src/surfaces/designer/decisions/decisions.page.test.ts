import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { procedureDraft } from '#capabilities/catalogue';
import { aHouse, type Visitor } from '#test/pages';
import { designerForTests } from '../testing/designer.ts';

const house = await aHouse({ routes: designerForTests });
const drafter: Visitor = 'officer:unit-administrator@committeeA';
const sample = readFileSync(
  new URL('../../../../samples/procedures/1.004222/decisions.dmn', import.meta.url),
  'utf8',
);
let page = '';
let id = '';

before(async () => {
  const begun = await house.visit('POST', '/thiet-ke', {
    as: drafter,
    form: { _ma: '1.004222', _tu: 'current' },
  });
  page = `${begun.location}/quyet-dinh`;
  id = begun.location.split('/').at(-1) ?? '';
});

const draftNow = async () => {
  const draft = await procedureDraft(await house.ctx(drafter), id);
  assert.ok(draft);
  return draft;
};
const look = (query = '') => house.visit('GET', `${page}${query}`, { as: drafter });
async function act(form: Record<string, string | string[]>) {
  const { revision } = await draftNow();
  return house.visit('POST', page, { as: drafter, form: { '_phien-ban': String(revision), ...form } });
}
/** Fields of the cells as the page shows them. */
const cells = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input[^>]*name="(o-[^"]+)"[^>]*>/g)].map(([input, name = '']) => [
      name,
      (/value="([^"]*)"/.exec(input)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&lt;', '<'),
    ]),
  );
const done = async (form: Record<string, string | string[]>) => {
  const reply = await act(form);
  assert.equal(reply.status, 303, reply.text.slice(0, 3000));
  return look('?bang=fees');
};

test('a fee table is made, filled, tried and checked without any script', async () => {
  const empty = await look();
  assert.equal(empty.status, 200);
  assert.match(empty.text, /Chưa có bảng nào/);
  assert.doesNotMatch(String(empty.headers['content-security-policy']), /unsafe-inline/);

  const begun = await done({ _lam: 'them-bang', _ma: 'fees', _ten: 'Lệ phí', _cach: 'U' });
  assert.match(begun.text, /→ amount/, 'the columns that fees need are there');
  await done({
    _lam: 'them-cot',
    _bang: 'fees',
    _phia: 'input',
    '_bieu-thuc': 'channel',
    _nhan: 'Cách nộp',
    _kieu: 'string',
    '_gia-tri': '"online", "direct"',
  });
  const shown = await done({ _lam: ['luu', 'them-dong'], _bang: 'fees' });
  const filled = {
    ...cells(shown.text),
    'o-0-0': '"online"',
    'o-0-1': '"truc-tuyen"',
    'o-0-2': '10000',
    'o-0-note': 'Trực tuyến | Online',
  };
  const gap = await done({ ...filled, _lam: 'luu', _bang: 'fees' });
  assert.match(gap.text, /Không dòng nào nói tới: &quot;direct&quot;/);

  const wider = await done({ ...cells(gap.text), _lam: ['luu', 'them-dong'], _bang: 'fees' });
  assert.match(
    wider.text,
    /Dòng 1 và dòng 2 cùng đúng với: &quot;online&quot;/,
    'a fresh row is for anything',
  );
  const second = { ...cells(wider.text), 'o-1-0': '"direct"', 'o-1-1': '"truc-tiep"', 'o-1-2': '20000 +' };
  const faulty = await done({ ...second, _lam: 'luu', _bang: 'fees' });
  assert.match(faulty.text, /Ô này chưa đọc được \(dòng 2, cột 3/);
  assert.match(faulty.text, /aria-invalid="true"[^>]*name="o-1-2"|name="o-1-2"[^>]*aria-invalid="true"/);

  const right = await done({ ...cells(faulty.text), 'o-1-2': '20000', _lam: 'luu', _bang: 'fees' });
  assert.match(right.text, /Không có chỗ hở, chỗ chồng hay ô sai/);

  const tried = await look('?bang=fees&thu=1&v-channel=direct&feel=1%20%2B%201');
  assert.match(tried.text, /&quot;amount&quot;:20000/);
  assert.match(tried.text, /<label[^>]*for="v-channel"[^>]*>Kênh nộp\s*</, 'a name is said in words');
  assert.match(tried.text, /Lệ phí: dòng 2/);
  assert.match(tried.text, /<th scope="row">2 ✓<\/th>/);
  assert.match(tried.text, /Biểu thức: <code>2<\/code>/);
  const none = await look('?bang=fees&thu=1&v-channel=fax');
  assert.match(none.text, /ngoài danh sách cho phép/);
});

test('rows and columns move, are copied and go', async () => {
  const first = async () => cells((await look('?bang=fees')).text)['o-0-0'];
  const press = async (act: string, row: string) =>
    done({ ...cells((await look('?bang=fees')).text), _lam: ['luu', act], _bang: 'fees', _dong: row });
  await press('xuong', '0');
  assert.equal(await first(), '"direct"');
  await press('len', '1');
  assert.equal(await first(), '"online"');
  const copied = await press('chep-dong', '0');
  assert.match(copied.text, /Dòng 1 và dòng 2 cùng đúng/);
  await press('bo-dong', '1');
  await done({ _lam: 'bo-cot', _bang: 'fees', _phia: 'output', _thu: '2' });
  assert.ok(!(await look('?bang=fees')).text.includes('→ ground'));
  const gone = await act({ _lam: 'bo-bang', _bang: 'fees' });
  assert.equal(gone.status, 303);
  assert.equal((await draftNow()).content.decisions, undefined, 'without tables there is no file');
});

test('a file is taken in, shown, and given back as it came', async () => {
  const origin = await house.listen();
  const action = /action="([^"]*\/tep\?_csrf=[^"]*)"/.exec((await look()).text)?.[1] ?? '';
  const upload = async (text: string) => {
    const form = new FormData();
    form.append('_phien-ban', String((await draftNow()).revision));
    form.append('tep', new Blob([text]), 'phi.dmn');
    const headers = { cookie: `__Host-mc=${await house.cookieOf(drafter)}` };
    return fetch(`${origin}${action}`, { method: 'POST', body: form, headers, redirect: 'manual' });
  };
  const faulty = await upload('xin chào');
  assert.equal(faulty.status, 422);
  assert.match(await faulty.text(), /không phải XML/);
  assert.equal((await upload(sample)).status, 303);
  const shown = await look();
  assert.match(shown.text, /Lệ phí đăng ký thường trú/);
  const back = await house.visit('GET', `${page}/tep`, { as: drafter });
  assert.equal(back.text, sample.trim());
  assert.match(String(back.headers['content-disposition']), /1\.004222\.dmn/);
});

test('what is no table file is refused with a sentence, and nothing is saved', async () => {
  const { revision } = await draftNow();
  for (const [dmn, says] of [
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /DOCTYPE/],
    ['xin chào', /không phải XML/],
    ['<a/>', /không phải/],
  ] as const) {
    const refused = await act({ _lam: 'van-ban', dmn });
    assert.equal(refused.status, 422);
    assert.match(refused.text, says);
  }
  assert.equal((await draftNow()).revision, revision);
});

test('the drawing has a policy of its own, and its script is for designers only', async () => {
  const drawn = await house.visit('GET', `${page}/ve`, { as: drafter });
  assert.equal(drawn.status, 200);
  assert.match(String(drawn.headers['content-security-policy']), /style-src 'self' 'unsafe-inline'/);
  assert.match(String(drawn.headers['content-security-policy']), /script-src 'self'(;|$)/);
  assert.match(drawn.text, /data-dmn="dmn"/);
  const script = await house.visit('GET', '/thiet-ke/dao/quyet-dinh.js', { as: drafter });
  assert.match(String(script.headers['content-type']), /javascript/);
  assert.ok(script.text.length > 300_000);
  assert.equal((await house.visit('GET', '/thiet-ke/dao/quyet-dinh.js', { as: 'citizen1' })).status, 403);
});

test('nobody else sees the tables of a draft', async () => {
  assert.equal((await house.visit('GET', page, { as: 'citizen1' })).status, 403);
});
