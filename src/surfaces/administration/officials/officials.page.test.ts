import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHouse, unitsOfHouse, type Visitor } from '#test/pages';
import { administrationRoutes } from '../index.ts';
import { officialsExample, officialsHome } from './addresses.ts';

const house = await aHouse({
  routes: (doors, people) =>
    administrationRoutes(doors, { actors: people.actors, sessions: people.sessions }),
});
const ofA: Visitor = 'officer:unit-administrator@committeeA';
const technical: Visitor = 'officer:system-administrator@province';
const origin = await house.listen();
const get = (path: string, as: Visitor = ofA) => house.visit('GET', path, { as });

/** Posts a file as a browser does that runs no script. */
async function handIn(content: BlobPart | undefined, as: Visitor = ofA) {
  const page = await get(officialsHome, as);
  const action = /action="(\/quan-tri\/can-bo-tu-tep\?_csrf=[^"]+)"/.exec(page.text)?.[1];
  assert.ok(action, 'the page has the form');
  const body = new FormData();
  if (content !== undefined) body.append('tep', new Blob([content]), 'cán bộ.csv');
  const answer = await fetch(origin + action.replaceAll('&amp;', '&'), {
    method: 'POST',
    body,
    headers: { cookie: `__Host-mc=${await house.cookieOf(as)}` },
    redirect: 'manual',
  });
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() };
}
const confirm = (path: string, page: string, lam: string, as: Visitor = ofA) =>
  house.visit('POST', path, { as, form: { lam, dau: /name="dau" value="([^"]*)"/.exec(page)?.[1] ?? '' } });

const header =
  'Họ và tên;Số định danh cá nhân;Thư điện tử;Tài khoản;Mã đơn vị;Chức vụ;Vai trò;Từ ngày;Đến hết ngày';
const row = (n: number, more: { unit?: string; roles?: string; name?: string } = {}): string =>
  `${more.name ?? 'Trần Thị Mới'};0890000000${10 + n};m${n}@angiang.example.vn;m${n};${more.unit ?? 'H01.101'};Chuyên viên;${more.roles ?? 'Chuyên viên|Văn thư'};;`;
const file = (...rows: string[]): string => [header, ...rows].join('\n');

test('a file is looked at row by row without script, confirmed, and told what is still to do', async () => {
  const handed = await handIn(
    file(row(1), row(2, { roles: 'Lãnh đạo đơn vị', name: 'Lê Ký <b>'.slice(0, 5) })),
  );
  assert.equal(handed.status, 303, handed.text);
  const looked = await get(handed.location);
  assert.equal(looked.status, 200);
  assert.match(
    looked.text,
    /Xem trước: cán bộ\.csv[\s\S]*Nhập 2 người[\s\S]*Trần Thị Mới[\s\S]*Tài khoản mới[\s\S]*Giao Văn thư/,
  );
  assert.equal((await get(handed.location, technical)).status, 422, 'it is seen by whoever handed it in');
  const done = await confirm(handed.location, looked.text, 'tat-ca');
  assert.equal(done.status, 303, done.text);
  const report = await get(done.location);
  assert.match(report.text, /Tài khoản mới[\s\S]*>2</);
  assert.match(report.text, /1 người ký kết quả chưa có chứng thư[\s\S]*name-key H01\.101 --officer=/);
  assert.equal(
    (await confirm(handed.location, looked.text, 'tat-ca')).status,
    422,
    'a second press does nothing',
  );
  const people = await get(`/quan-tri/don-vi/${unitsOfHouse.committeeA}/nguoi`);
  assert.match(people.text, /Trần Thị Mới/);
  assert.match((await get('/quan-tri/nhat-ky', technical)).text, /Nhập cán bộ từ tệp/);
  const again = await handIn(file(row(1), row(2, { roles: 'Lãnh đạo đơn vị', name: 'Lê Ký' })));
  assert.match((await get(`${again.location}?loai=same`)).text, /Đã đúng như tệp/);
});

test('a row that is refused says column and remedy in both languages, and holds the file up until the good rows are asked for', async () => {
  const handed = await handIn(
    file(
      row(3),
      row(4, { unit: 'H01.102' }),
      row(5, { name: '=HYPERLINK(1)' }),
      row(6, { roles: 'Vua' }),
      row(7, { name: '<img>' }),
    ),
  );
  const looked = await get(handed.location);
  for (const words of [
    /4 dòng chưa nhập được/,
    /Cột Mã đơn vị: Đơn vị này ngoài phạm vi quản trị của bạn; hãy nhờ quản trị ở đó\./,
    /Cột Họ và tên: Ô bắt đầu bằng dấu của công thức/,
    /Cột Vai trò: Không có vai trò “vua”/,
    /Chỉ nhập 1 người đúng/,
  ])
    assert.match(looked.text, words);
  assert.doesNotMatch(looked.text, /<img>/);
  assert.match(
    (
      await house.visit('GET', handed.location, {
        as: ofA,
        headers: { cookie: `__Host-mc=${await house.cookieOf(ofA)}; mc-lang=en` },
      })
    ).text,
    /Column Unit code: This unit is outside what you administer; ask its administrator\./,
  );
  assert.match((await get(`${handed.location}?loai=refused`)).text, /Chỉ loại/);
  const whole = await confirm(handed.location, looked.text, 'tat-ca');
  assert.equal(whole.status, 422);
  assert.match(whole.text, /Còn 4 dòng chưa nhập được/);
  const good = await confirm(handed.location, looked.text, 'dong-dung');
  assert.equal(good.status, 303, good.text);
  assert.match((await get(good.location)).text, /Dòng để lại[\s\S]*>4</);
});

test('what is no file of officials is refused beside its field; others do not reach the page', async () => {
  for (const [content, sentence] of [
    [undefined, /Hãy chọn tệp CSV/],
    ['Tên;Lương\nA;1\n', /Tên cột “Tên” không có trong mẫu/],
    ['Họ và tên;Vai trò\nA;1\n', /Thiếu cột “Số định danh cá nhân”/],
    [header, /chưa có dòng cán bộ nào/],
    [Uint8Array.from([0xff, 0xfe, 65, 0]), /không phải văn bản UTF-8/],
    ['a'.repeat(2_000_001), /lớn hơn 2 MB/],
  ] as const) {
    const refused = await handIn(content);
    assert.equal(refused.status, 422, String(sentence));
    assert.match(refused.text, sentence);
    assert.match(refused.text, /href="#tep"/);
  }
  assert.equal((await get(officialsHome, 'officer:specialist@committeeA')).status, 403);
  assert.equal((await house.visit('GET', officialsHome)).status, 401);
  const example = await get(officialsExample);
  assert.equal(example.text.split('\r\n')[0], `\ufeff${header}`);
  const tried = await handIn(example.text, technical);
  assert.match((await get(tried.location, technical)).text, /Nguyễn Văn Mẫu/);
});
