import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPackageKey } from '#builders/catalogue';
import { sampleDefinition } from '#builders/forms';
import { type DraftContent, draftTables, type Finding } from '#capabilities/catalogue';
import { checkDefinition } from '#capabilities/forms';
import { aHouse, type Visitor } from '#test/pages';
import { questionView, triedAct, triedDossier, triedTracking } from '#test/questions';
import { designerRoutes } from './index.ts';

let findings: readonly Finding[] = [];
const services = {
  draftFromNational: (): DraftContent => ({ definition: sampleDefinition('1.004873') }),
  lint: () => findings,
  key: aPackageKey(),
  ...draftTables(),
  openWork: async () => [{ version: 1, drafts: 2, dossiers: 3 }],
};
const house = await aHouse({
  routes: (doors, people) =>
    designerRoutes(doors, {
      services,
      drawQuestion: questionView,
      drawTracked: triedTracking,
      drawAtDesk: triedDossier,
      drawActAtDesk: triedAct,
      actors: people.actors,
    }),
});
const drafter = 'officer:unit-administrator@committeeA';
const approver = 'officer:system-administrator@province';
const get = (path: string, as: Visitor = drafter) => house.visit('GET', path, { as });
const post = (path: string, form: Record<string, string | readonly string[]>, as: Visitor = drafter) =>
  house.visit('POST', path, { as, form });

function wellMade(text: string, path: string): void {
  assert.equal((text.match(/<h1/g) ?? []).length, 1, `${path}: one h1`);
  assert.ok((text.match(/mc-button--primary/g) ?? []).length <= 1, `${path}: one primary button`);
  assert.doesNotMatch(text, / style="|<script>|undefined|\[object/, path);
  const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, [...new Set(ids)], `${path}: ids are unique`);
}

async function begin(code: string, from: string): Promise<string> {
  const begun = await post('/thiet-ke', { _ma: code, _tu: from });
  assert.equal(begun.status, 303, begun.text);
  return begun.location;
}
const revisionOf = (text: string): string => /name="_phien-ban" value="(\d+)"/.exec(text)?.[1] ?? '';
/** Presses a button of a page as it now stands. */
async function press(path: string, form: Record<string, string | readonly string[]>, as: Visitor = drafter) {
  const page = await get(path, as);
  return post(path.split('?')[0] ?? '', { '_phien-ban': revisionOf(page.text), ...form }, as);
}

const current = await begin('1.001193', 'current');
const slugs = [
  '',
  '/to-khai',
  '/chung',
  '/truong-hop',
  '/giay-to',
  '/phi',
  '/thoi-han',
  '/quy-trinh',
  '/can-cu',
  '/cach-nop',
  '/hoi-truoc',
  '/ket-qua',
  '/ket-qua-khac',
  '/ghi-chu',
  '/khoi',
  '/xem/can-bo',
  '/xem/giay',
  '/khac-biet',
  '/trinh-duyet',
];

test('every page opens for those who design, and for nobody else', async () => {
  for (const path of ['/thiet-ke', '/thiet-ke?q=khai+sinh', ...slugs.map((slug) => current + slug)]) {
    const page = await get(path);
    assert.equal(page.status, 200, path);
    wellMade(page.text, path);
    assert.equal((await house.visit('GET', path)).status, 401, path);
    for (const as of ['citizen1', 'officer:specialist@committeeA', 'officer:inspector@province'] as const)
      assert.equal((await get(path, as)).status, 403, `${path} as ${as}`);
  }
  assert.equal((await get('/thiet-ke/018f0000-0000-7000-a000-000000000099')).status, 404);
});

test('every question and page of a big form can be chosen, with its own fields beside the preview', async () => {
  const { form } = sampleDefinition('1.001193');
  for (const page of form.pages) {
    wellMade((await get(`${current}/to-khai?trang=${page.id}`)).text, page.id);
    const shown = await get(
      `${current}/xem?_trang=${page.id}&_khung=dien-thoai&_chu=lon&_tieng=en&_script=khong`,
    );
    wellMade(shown.text, `preview of ${page.id}`);
    assert.doesNotMatch(shown.text, /enhance/);
    for (const question of page.questions) {
      const { text } = await get(`${current}/to-khai?cau=${question.id}`);
      wellMade(text, question.id);
      assert.match(
        text,
        new RegExp(`name="_ma"[^>]*value="${question.id}"|value="${question.id}"[^>]*name="_ma"`),
      );
    }
  }
});

test('a form with a condition and a repeating group is typed down, and shows itself as it will be', async () => {
  const path = await begin('1.000656', 'empty');
  const form = `${path}/to-khai`;
  await press(form, { _lam: 'them-trang', '_trang-moi': 'Người yêu cầu' });
  let at = '';
  const add = async (label: string, type: string, more: Record<string, string> = {}) => {
    const added = await press(`${form}${at}`, {
      _lam: 'them',
      _moi: label,
      '_moi-loai': type,
      '_moi-nua': ['bat-buoc', 'nhom'],
      _trang: 'nguoiYeuCau',
      ...more,
    });
    assert.equal(added.status, 303, added.text);
    at = new URL(added.location, 'http://x').search;
    return new URLSearchParams(at).get('cau') ?? '';
  };
  let last = '';
  for (const [label, type] of [
    ['Họ tên', 'text'],
    ['Ngày sinh', 'date'],
    ['Số định danh', 'personal-number'],
    ['Bạn có con không', 'yes-no'],
  ] as const)
    last = await add(label, type, last === '' ? {} : { _cau: last });
  assert.equal(last, 'banCoConKhong');
  const group = await add('Các con', 'group', { _cau: last });
  last = await add('Tên con', 'text', { _cau: group });
  assert.equal(last, 'cacCon.tenCon');
  last = await add('Ngày sinh của con', 'date', { _cau: last });
  assert.equal(last, 'cacCon.ngaySinhCuaCon');
  const chosen = await get(`${form}?cau=${group}`);
  wellMade(chosen.text, 'group');
  const saved = await post(form, {
    '_phien-ban': revisionOf(chosen.text),
    _lam: 'luu',
    _cau: group,
    _nhan: 'Các con',
    '_nhan-en': 'Children',
    _loai: 'group',
    '_nhieu-nhat': '5',
    '_hien-khi': 'banCoConKhong = true',
    _ma: 'con',
  });
  assert.equal(saved.status, 303, saved.text);
  assert.match((await get(saved.location)).text, /banCoConKhong = true/);
  const shown = await get(`${path}/xem?banCoConKhong=yes&_them=con`);
  assert.match(shown.text, /name="con\.0\.tenCon"|name="con\.1\.tenCon"/);
  assert.doesNotMatch((await get(`${path}/xem?banCoConKhong=no`)).text, /name="con\./);
  assert.match((await get(`${path}/xem?_di=tiep`)).text, /mc-summary-error/);
});

test('what was typed stays beside its error, and beside a colleague’s faster save', async () => {
  const form = `${current}/to-khai`;
  const [question] = sampleDefinition('1.001193').form.pages[0]?.questions ?? [];
  const id = question?.id ?? '';
  const page = await get(`${form}?cau=${id}`);
  const typed = {
    '_phien-ban': revisionOf(page.text),
    _lam: 'luu',
    _cau: id,
    _nhan: 'Câu vừa gõ',
    '_nhan-en': 'Typed',
    _loai: question?.type ?? 'text',
    _ma: id,
    '_lua-chon': 'Một | One | 1\nHai | Two | 2',
  };
  const faulty = await post(form, { ...typed, '_hien-khi': 'khong co (' });
  assert.equal(faulty.status, 422);
  assert.match(faulty.text, /href="#_hien-khi"/);
  assert.match(faulty.text, /value="Câu vừa gõ"/);
  wellMade(faulty.text, 'faulty');
  const later = await post(form, { ...typed, '_hien-khi': 'khongCoCauNay = true' });
  assert.equal(later.status, 422);
  assert.match(later.text, /khongCoCauNay/);
  await press(`${current}/can-cu`, { _lam: 'luu', '_can-cu': 'Luật Hộ tịch 2014' });
  const slower = await post(form, typed);
  assert.equal(slower.status, 422);
  assert.match(slower.text, /Đồng nghiệp vừa lưu trước/);
  assert.match(slower.text, /value="Câu vừa gõ"/);
  assert.equal((await post(form, { ...typed, '_phien-ban': revisionOf(slower.text) })).status, 303);
});

test('documents, fees, times and steps are added, changed, moved, copied and taken out', async () => {
  for (const slug of ['giay-to', 'phi', 'thoi-han', 'quy-trinh', 'truong-hop', 'hoi-truoc', 'ket-qua-khac']) {
    const path = `${current}/${slug}`;
    const empty = await press(path, { _lam: 'them', _moi: '' });
    assert.equal(empty.status, 422, slug);
    assert.match(empty.text, /href="#_moi"/);
    const added = await press(path, { _lam: 'them', _moi: 'Mục thử' });
    assert.equal(added.status, 303, slug);
    const page = await get(added.location);
    wellMade(page.text, slug);
    const entry = new URL(added.location, 'http://x').searchParams.get('muc') ?? '';
    const without = await press(path, { _lam: 'luu', _muc: entry });
    assert.equal(without.status, 422, `${slug}: a name or channel is needed`);
    wellMade(without.text, `${slug} faulty`);
    const copied = await press(path, { _lam: 'nhan-ban', _muc: entry });
    assert.equal(copied.status, 303, slug);
    const copy = new URL(copied.location, 'http://x').searchParams.get('muc') ?? '';
    assert.notEqual(copy, entry);
    const moved = await press(path, { _lam: 'len', _muc: copy });
    assert.equal(moved.status, 303, slug);
    const now = new URL(moved.location, 'http://x').searchParams.get('muc') ?? '';
    for (const each of ['thoi-han', 'ket-qua-khac'].includes(slug) ? [now, now] : [copy, entry])
      assert.equal((await press(path, { _lam: 'bo', _muc: each })).status, 303, slug);
  }
});

test('findings stand beside their part and lead to their place', async () => {
  findings = [
    { level: 'error', at: 'form.pages.a.questions.b.items.c', code: 'english-missing', details: {} },
    { level: 'warning', at: 'time.0', code: 'sentence-long', details: {} },
  ];
  const { text } = await get(current);
  wellMade(text, 'overview');
  assert.match(text, /to-khai\?cau=b\.c/);
  assert.match(text, /thoi-han\?muc=1"/);
  assert.match(text, /1 lỗi phải sửa/);
  findings = [];
});

test('findings stand beside the question they concern, and an office word is replaced by one press', async () => {
  const [page] = sampleDefinition('1.001193').form.pages;
  const question = page?.questions[1];
  const id = question?.id ?? '';
  const [word = ''] = (question?.label.vi ?? '').split(' ').slice(1);
  findings = [
    {
      level: 'warning',
      at: `form.pages.${page?.id}.questions.${id}.label`,
      code: 'officialese',
      details: { word, instead: 'chữ thường' },
    },
    { level: 'error', at: `form.pages.${page?.id}`, code: 'page-unreachable', details: {} },
  ];
  const form = `${current}/to-khai`;
  const shown = await get(`${form}?cau=${id}`);
  wellMade(shown.text, 'findings');
  assert.match(shown.text, /Thay bằng «chữ thường»/);
  assert.match(shown.text, /1 điều nên xem/);
  assert.doesNotMatch(shown.text, /Không ai đến được trang này/);
  assert.match((await get(`${form}?trang=${page?.id}`)).text, /Không ai đến được trang này/);
  const replaced = await press(`${form}?cau=${id}`, {
    _lam: 'thay',
    _cau: id,
    _chu: word,
    _bang: 'chữ thường',
  });
  assert.equal(replaced.status, 303, replaced.text);
  assert.match((await get(replaced.location)).text, /name="_nhan"[^>]*value="[^"]*chữ thường/i);
  findings = [];
});

test('it is compared, sent, sent back, sent again, and approved by somebody else', async () => {
  const path = await begin('1.004873', 'current');
  await press(`${path}/chung`, {
    _lam: 'luu',
    _ten: 'Tên mới của thủ tục',
    '_ten-en': 'New name',
    _cap: 'commune',
    '_truc-tuyen': 'full',
    '_doi-tuong': ['citizen'],
    '_ket-qua': 'Giấy xác nhận',
    '_ket-qua-en': 'Certificate',
    '_ma-ket-qua': 'local',
    '_ten-to-khai': 'Tờ khai',
    '_ten-to-khai-en': 'Form',
  });
  const compared = await get(`${path}/khac-biet`);
  assert.match(compared.text, /Tên mới của thủ tục/);
  wellMade(compared.text, 'compared');
  const gate = `${path}/trinh-duyet`;
  assert.doesNotMatch((await get(gate)).text, /phiên bản mới hơn/, 'no newer version stands');
  assert.equal((await press(gate, { _lam: 'trinh' })).status, 303);
  const closedButton = /id="duyet"[^>]* disabled/;
  assert.match((await get(gate)).text, closedButton, 'who may not approve sees why before pressing');
  assert.doesNotMatch((await get(gate, approver)).text, closedButton);
  const closed = await press(`${path}/can-cu`, { _lam: 'luu', '_can-cu': 'Luật' });
  assert.equal(closed.status, 422);
  assert.match(closed.text, /đang chờ duyệt hoặc đã xong/);
  const mute = await press(gate, { _lam: 'tra-lai', '_ghi-chu': '' }, approver);
  assert.equal(mute.status, 422);
  assert.equal((await press(gate, { _lam: 'tra-lai', '_ghi-chu': 'Sửa tên' }, approver)).status, 303);
  assert.match((await get(path)).text, /Sửa tên/);
  await press(gate, { _lam: 'trinh' });
  const day = { '_hieu-luc-day': '26', '_hieu-luc-month': '11', '_hieu-luc-year': '2026' };
  assert.equal(
    (await press(gate, { _lam: 'duyet', ...day })).status,
    422,
    'whoever drafted does not approve',
  );
  const undated = await press(gate, { _lam: 'duyet' }, approver);
  assert.equal(undated.status, 422);
  assert.match(undated.text, /href="#_hieu-luc"/);
  findings = [{ level: 'error', at: 'basis', code: 'basis-missing', details: {} }];
  const faulty = await press(gate, { _lam: 'duyet', ...day }, approver);
  assert.equal(faulty.status, 422);
  assert.match(faulty.text, /Còn 1 lỗi phải sửa/);
  findings = [];
  const approved = await press(gate, { _lam: 'duyet', ...day }, approver);
  assert.equal(approved.status, 303, approved.text);
  const versions = await house.catalogue.versions('1.004873');
  assert.equal(versions.length, 2);
  const published = await house.catalogue.definitionOf('1.004873', 2);
  assert.deepEqual(checkDefinition(published), []);
});

test('an earlier version comes back in one act, for those who publish', async () => {
  const path = '/thiet-ke/thu-tuc/1.004873';
  house.clock.set(house.clock.now() + 24 * 3_600_000);
  const page = await get(path, approver);
  wellMade(page.text, path);
  assert.match(page.text, /Các phiên bản đã công bố/);
  const compared = await get(`${path}/khac-biet`, approver);
  wellMade(compared.text, `${path}/khac-biet`);
  assert.match(compared.text, /Từ phiên bản 1 sang 2/);
  assert.equal((await post(path, { _ban: '1' })).status, 403, 'who drafts does not publish');
  const before = (await house.catalogue.versions('1.004873')).length;
  const unknown = await post(path, { _ban: '99' }, approver);
  assert.equal(unknown.status, 422);
  assert.match(unknown.text, /Không có phiên bản này/);
  const back = await post(path, { _ban: '2' }, approver);
  assert.ok(back.status === 303 || /đang được dùng/.test(back.text), back.text);
  assert.ok((await house.catalogue.versions('1.004873')).length >= before);
  assert.equal((await get('/thiet-ke/thu-tuc/9.999999')).status, 404);
});
