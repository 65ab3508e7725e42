import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { judgeCarried } from '#capabilities/public-log';
import { publicActor } from '#kernel/actor';
import { done } from '#kernel/outcome';
import { asPlainDate } from '#kernel/time';

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

test('a number leads there; one that several agencies gave is chosen from', async () => {
  const { token, number } = await aRegistered(house, file(5));
  const found = await post(`  ${number.toLowerCase()}\u200b `);
  assert.equal(found.location, `/kiem-tra/${token}`);
  assert.equal((await post(`https://motcua.example.vn/kiem-tra/${token}`)).location, `/kiem-tra/${token}`);
  const other = await aRegistered(house, file(6), {
    number,
    issuer: { id: unitsOfHouse.committeeB, name: 'UBND xã Vĩnh Lợi' },
  });
  const choice = await post(number);
  assert.ok(choice.text.includes(token) && choice.text.includes(other.token));
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
