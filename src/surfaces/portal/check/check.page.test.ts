import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { judgeCarried } from '#capabilities/public-log';
import { publicActor } from '#kernel/actor';
import { done } from '#kernel/outcome';
import { asPlainDate } from '#kernel/time';
import { publicScope } from '#platform/db';

import { readVerifier } from '#platform/tlog';
import { provenPaper } from '#surfaces/shared';
import { aCtx, aWorkingMorning } from '#test/database';
import { aHouse, logOfHouse, secondsOfTheLog, unitsOfHouse } from '#test/pages';
import { aRegistered, aSignedPaper, end, groundOfTest, postFile } from '#test/registered';
import { smallAuthority } from '#test/small-authority';

import { portalRoutes } from '../index.ts';

const authority = await smallAuthority(aWorkingMorning);
const house = await aHouse({ routes: portalRoutes, doors: { trust: { roots: [authority.root] } } });
const origin = await house.listen();
const post = (so: string, headers = {}) => house.visit('POST', '/kiem-tra', { form: { so }, headers });
const see = (token: string, headers = {}) => house.visit('GET', `/kiem-tra/${token}`, { headers });
const send = (bytes: Uint8Array | undefined, name?: string) => postFile(house, origin, bytes, name);
const file = (n: number): Buffer => Buffer.from(`%PDF-1.7 ${n}\n%%EOF\n`);
const english = { cookie: '__Host-mc-visitor=visitor; mc-lang=en' };

test('the code on a paper leads to what anybody may know of it, and to no name', async () => {
  const { token, number } = await aRegistered(house, file(1), { validUntil: asPlainDate('2027-11-25') });
  const page = await see(token);
  assert.equal(page.status, 200);
  assert.equal(page.headers['cache-control'], 'no-store');
  for (const words of [
    'Kết quả này còn giá trị',
    number,
    'Nguyễn T. L.',
    'UBND xã Châu Phong',
    'Lê Văn Ký',
    '25/11/2027',
    '4a1c09f27b3385d2',
    'Con dấu cơ quan',
    createHash('sha256').update(file(1)).digest('hex'),
    'Đối chiếu tờ giấy trong tay bạn với nội dung này',
    `https://motcua.example.vn/kiem-tra/${token}`,
  ])
    assert.ok(page.text.includes(words), words);
  assert.doesNotMatch(page.text, /Thị Lan/);
  assert.match((await see(token, english)).text, /This result is valid/);
});

test('what became of it is seen at once, with its ground and the newer one', async () => {
  const [old, newer] = [await aRegistered(house, file(2)), await aRegistered(house, file(3))];
  assert.match((await see(old.token)).text, /còn giá trị/);
  await end(house, old, newer.number);
  const replaced = await see(old.token);
  assert.match(replaced.text, /Kết quả này đã thay bằng bản khác/);
  assert.ok(replaced.text.includes(`href="/kiem-tra/${newer.token}"`));
  await end(house, newer);
  const revoked = await see(newer.token);
  assert.match(revoked.text, /Kết quả này đã thu hồi/);
  assert.doesNotMatch(revoked.text, /Đối chiếu tờ giấy/, 'nobody compares what is not to be relied on');
  assert.ok(revoked.text.includes(groundOfTest));
  assert.match(revoked.text, /25\/11\/2026, 09:00/);
  const { token } = await aRegistered(house, file(4), { validUntil: asPlainDate('2026-11-24') });
  assert.match((await see(token)).text, /Kết quả này hết hạn/);
});

test('a number is answered at once, and leads nobody to the code that stands on the paper', async () => {
  const { token, number } = await aRegistered(house, file(5));
  const found = await post(`  ${number.toLowerCase()}\u200b `);
  assert.equal(found.status, 200);
  assert.match(found.text, /Kết quả này còn giá trị/);
  assert.ok(found.text.includes(number) && !found.text.includes(`kiem-tra/${token}`));
  assert.match(found.text, /Quét mã QR trên giấy để so từng dòng/);
  assert.equal((await post(`https://motcua.example.vn/kiem-tra/${token}`)).location, `/kiem-tra/${token}`);
  house.clock.set(house.clock.now() + 60_000);
  const other = await aRegistered(house, file(6), {
    number,
    issuer: { id: unitsOfHouse.committeeB, name: 'UBND xã Vĩnh Lợi' },
  });
  const choice = await post(number);
  assert.match(choice.text, /Có nhiều kết quả mang số này/);
  for (const one of [token, other.token]) assert.ok(!choice.text.includes(one));
  const times = [...choice.text.matchAll(/name="luc" value="(\d+)"/g)].map(([, at]) => at ?? '');
  assert.equal(times.length, 2);
  const [newest] = times;
  const chosen = await house.visit('POST', '/kiem-tra', { form: { so: number, luc: newest ?? '' } });
  assert.match(chosen.text, /UBND xã Vĩnh Lợi/);
  assert.doesNotMatch(chosen.text, /UBND xã Châu Phong<\/dd>/);
});

const compare = (token: string, dong: string, chu: string, headers = {}) =>
  house.visit('POST', `/kiem-tra/${token}/tung-dong`, { form: { dong, chu }, headers });
const content = { 'Họ tên trẻ': 'Nguyễn Bảo Ngọc', 'Ngày sinh': '18/11/2026' };

test('a print is compared line by line: what was changed in it is said, what it should say is not', async () => {
  const { token } = await aRegistered(house, file(20), { content });
  const page = await see(token);
  const lines = [...page.text.matchAll(/<option value="(\d+)"[^>]*>([^<]+)/g)].map(([, at, name]) => [
    name,
    at,
  ]);
  assert.deepEqual(lines, [
    ['Họ, chữ đệm, tên (tên tổ chức)', '0'],
    ['Họ tên trẻ', '1'],
    ['Ngày sinh', '2'],
  ]);
  for (const words of Object.values(content)) assert.ok(!page.text.includes(words), 'no content is shown');
  for (const [line, words] of [
    ['1', '  nguyễn  bảo ngọc '],
    ['1', 'Nguyễn Bảo Ngọc'.normalize('NFD')],
    ['2', '18/11/2026.'],
    ['0', 'Nguyễn Thị Lan'],
  ] as const) {
    const same = await compare(token, line, words);
    assert.equal(same.status, 200);
    assert.match(same.text, /Khớp bản đã cấp/, words);
    assert.doesNotMatch(same.text, /Không khớp/);
  }
  for (const [line, words] of [
    ['2', '18/11/2016'],
    ['1', 'Nguyễn Bảo Ngoc'],
    ['0', 'Nguyễn Thị Lân'],
    ['0', 'N'],
  ] as const) {
    const other = await compare(token, line, words);
    assert.match(other.text, /Không khớp bản đã cấp/, words);
    assert.match(other.text, /giấy này đã bị sửa/);
    for (const right of [...Object.values(content), 'Nguyễn Thị Lan'])
      assert.ok(!other.text.includes(right), 'the right words are not given away');
  }
  assert.match((await compare(token, '2', '1/1/2020', english)).text, /It does not agree: Ngày sinh/);
});

test('a line that is missing is asked for, what was typed stays; without the code there is nothing to compare', async () => {
  const { token } = await aRegistered(house, file(21), { content });
  for (const [line, words, sentence] of [
    ['', '18/11/2026', /Hãy chọn một dòng/],
    ['99', '18/11/2026', /Hãy chọn một dòng/],
    ['-1', '18/11/2026', /Hãy chọn một dòng/],
    ['2', '   ', /Hãy gõ lại dòng đó/],
  ] as const) {
    const answer = await compare(token, line, words);
    assert.equal(answer.status, 422);
    assert.match(answer.text, sentence);
    assert.doesNotMatch(answer.text, /hớp bản đã cấp/);
    if (words.trim()) assert.ok(answer.text.includes(`value="${words}"`));
  }
  assert.equal((await compare('f'.repeat(32), '0', 'Nguyễn Thị Lan')).status, 404);
  const revoked = await aRegistered(house, file(22), { content });
  await end(house, revoked);
  const over = await compare(revoked.token, '2', '18/11/2026');
  assert.match(over.text, /đã thu hồi/);
  assert.doesNotMatch(over.text, /hớp bản đã cấp/);
});

test('a stranger’s connection reads no content, and compares nothing without a code', async () => {
  await aRegistered(house, file(23), { content });
  const asStranger = (text: string) => house.db.tryAs(publicScope, text);
  assert.deepEqual(await asStranger("select label from results.lines_of('')"), []);
  const [row] = await asStranger("select results.line_agrees('', 'Ngày sinh', '18/11/2026') as agrees");
  assert.equal((row as { agrees: boolean | null }).agrees, null);
  assert.deepEqual(await asStranger('select content from results.result'), []);
});

test('what cannot be found is said beside the field, which keeps what was typed', async () => {
  const missing = await post('   ');
  assert.equal(missing.status, 422);
  assert.match(missing.text, /Hãy nhập số ghi trên giấy/);
  const unknown = await post('99/"><b>');
  assert.equal(unknown.status, 422);
  assert.match(unknown.text, /Không có kết quả nào mang số này/);
  assert.match(unknown.text, /value="99\/&quot;&gt;&lt;b&gt;"/);
  assert.match((await post('9', english)).text, /No result has this number/);
  for (const token of ['f'.repeat(32), '%00', 'a%27b']) {
    const page = await see(token);
    assert.equal(page.status, 404);
    assert.match(page.text, /Không có kết quả nào ở mã này/);
  }
  assert.equal((await see('tep')).location, '/kiem-tra');
});

test('the file as it was signed is the result; a letter more is a changed file', async () => {
  const paper = await aSignedPaper(house, authority);
  const { number } = await aRegistered(house, paper);
  const same = await send(paper);
  assert.equal(same.status, 200);
  assert.equal(same.headers.get('cache-control'), 'no-store');
  assert.match(same.text, /Kết quả này còn giá trị/);
  assert.match(same.text, /Tệp còn nguyên từ khi ký/);
  assert.ok(same.text.includes(number));
  for (const more of ['\n', '1 0 obj\n<</Type /Catalog>>\nendobj\nstartxref\n1\n%%EOF\n']) {
    const changed = await send(Buffer.concat([paper, Buffer.from(more)]));
    assert.match(changed.text, /<h1>Tệp này đã bị sửa sau khi ký<\/h1>/);
    assert.ok(changed.text.includes(number));
    assert.doesNotMatch(changed.text, /còn nguyên từ khi ký/);
  }
});

test('a result carries its own proof when it is given out, and is the same result', async () => {
  const paper = await aSignedPaper(house, authority);
  const { dossier, number } = await aRegistered(house, paper);
  await secondsOfTheLog(house.db, house.clock)();
  for (const reader of ['citizen1', undefined] as const) {
    const ctx = reader ? await house.ctx(reader) : aCtx(house.db.web, publicActor, house.clock);
    const about = { ref: dossier, name: 'ket-qua' };
    const given = await provenPaper(ctx, house.doors, about, done({ bytes: paper, fileName: 'ket-qua.pdf' }));
    assert.ok(given.ok);
    const { origin: name, least } = logOfHouse;
    const [key, witness] = [logOfHouse.verifier, logOfHouse.witnesses[0]?.verifier ?? ''].map(readVerifier);
    assert.ok(key && witness);
    const policy = { origin: name, keys: [key], witnesses: [witness], least };
    const judged = judgeCarried(given.value.bytes, policy);
    assert.ok(judged.ok && judged.value.source === 'result-file' && judged.value.content.includes(number));
    const page = await send(given.value.bytes);
    assert.match(page.text, /Tệp còn nguyên từ khi ký/);
    const longer = await send(Buffer.concat([given.value.bytes, Buffer.from('\n')]));
    assert.match(longer.text, /<h1>Tệp này đã bị sửa sau khi ký<\/h1>/);
  }
});

test('a file that was not issued here is said to be so, with what its signatures say', async () => {
  const paper = await aSignedPaper(house, authority);
  const foreign = await send(paper);
  assert.match(foreign.text, /Tệp này không phải bản do hệ thống phát hành/);
  assert.match(foreign.text, /chữ ký đúng/);
  const broken = Buffer.from(paper);
  const at = broken.indexOf('/MediaBox');
  broken.write('/MediaBux', at);
  assert.match((await send(broken)).text, /1 chữ ký không tin được/);
  assert.match((await send(file(8))).text, /không phải bản do hệ thống phát hành/);
});

test('files that are none, too large or no PDF are refused with a sentence', async () => {
  const none = await send(undefined);
  assert.equal(none.status, 422);
  assert.match(none.text, /Hãy chọn tệp PDF của kết quả/);
  assert.match((await send(Buffer.from('PK\u0003\u0004'), 'a.docx')).text, /không phải PDF/);
  const large = await send(Buffer.alloc(10_000_500, '%PDF-1.7\n'));
  assert.equal(large.status, 422);
  assert.match(large.text, /Tệp lớn hơn 10 MB/);
});

test('asking is bounded by the minute', async () => {
  const from = { 'x-forwarded-for': '203.0.113.9' };
  for (let n = 0; n < 20; n++) assert.equal((await post('0/KHONG', from)).status, 422);
  assert.equal((await post('0/KHONG', from)).status, 429);
});
