import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { aHouse, type Filed, type House, type Visitor } from '#test/pages';
import { officeRoutes } from '../index.ts';

const house: House = await aHouse({ routes: officeRoutes });
const counter: Visitor = 'officer:one-stop-officer@centreA';
const specialist: Visitor = 'officer:specialist@committeeA';
let dossier: Filed;
const listening = house.listen();
const at = (rest = '') => `/mot-cua/ho-so/${dossier.code}${rest}`;
const get = (rest = '', as: Visitor = specialist) => house.visit('GET', at(rest), { as });

before(async () => {
  dossier = await house.aDossier({ receiver: 'centreB' });
  await house.aDossier({ seed: 2, receiver: 'centreB' });
  await house.act(dossier, 'accept', {}, 'officer:one-stop-officer@centreB');
});

test('facts left, paper right, one filled button, and why the rest cannot be done', async () => {
  const page = await get('?tu=moi-tiep-nhan');
  assert.equal(page.status, 200);
  assert.match(page.text, /Họ, chữ đệm, tên của trẻ/);
  assert.match(page.text, /Phi địa giới: nhận tại Trung tâm phường Bình Đức/);
  assert.match(page.text, /\/giay\/[0-9a-f-]+\/trang\/1\.png/);
  assert.equal(page.text.match(/mc-button--primary/g)?.length, 1);
  assert.match(page.text, /mc-button--primary[^>]*>(?:<[^>]*>)*<span>Nhận bàn giao/);
  assert.match(page.text, /id="chua-phe-duyet"[^>]*disabled/);
  assert.match(
    page.text,
    /Bước “Thẩm tra, dự thảo kết quả” không có việc này\.|Việc này thuộc vai trò hoặc đơn vị khác\./,
  );
  assert.match(page.text, /data-key="h"/);
  assert.match(page.text, /1 trên 1/);
  assert.match(page.text, /thứ Tư 25\/11\/2026/);
});

test('who opens it is recorded once, the person can see it, and two officers see each other', async () => {
  const head: Visitor = 'officer:head-of-office@committeeA';
  await get('', head);
  await get('', head);
  const readings = (await house.view(dossier, 'citizen1')).readings.filter(
    ({ unit_name }) => unit_name === 'UBND xã An Phú',
  );
  const names = readings.map(({ officer_name }) => officer_name);
  assert.equal(
    new Set(names).size,
    names.length,
    'a second look within the quarter of an hour is not a second reading',
  );
  const { name } = (await house.actor(head)) as { name: string };
  const page = await get();
  assert.match(page.text, new RegExp(`${name}[^<]* cũng đang mở hồ sơ này\\.`));
  const ping = await get('/co-mat');
  assert.match(String(ping.headers['content-type']), /text\/plain/);
  assert.match(ping.text, new RegExp(name));
  assert.equal((await get('/co-mat', 'officer:specialist@committeeB#2')).status, 404);
  assert.match((await get('?muc-dich=giai-dap&mat=lich-su')).text, /Bạn đang xem để giải đáp cho người nộp/);
});

test('pages are images, the file is only ever an attachment', async () => {
  const page = await get();
  const image = /\/mot-cua\/ho-so\/[^"]+\/trang\/1\.png/.exec(page.text)?.[0] ?? '';
  const drawn = await house.visit('GET', image, { as: specialist });
  assert.equal(drawn.headers['content-type'], 'image/png');
  assert.equal(drawn.bytes.subarray(1, 4).toString(), 'PNG');
  const file = await house.visit('GET', image.replace(/\/trang\/.*/, '/tep'), { as: specialist });
  assert.match(String(file.headers['content-disposition']), /^attachment/);
  assert.equal(file.headers['x-content-type-options'], 'nosniff');
  assert.match(String(file.headers['content-security-policy']), /sandbox/);
  for (const path of [image, image.replace(/\/trang\/.*/, '/tep')])
    assert.equal((await house.visit('GET', path, { as: 'officer:specialist@committeeB' })).status, 404);
  assert.equal((await get(`/giay/${dossier.id}/tep`)).status, 404);
});

test('messages and notes are written below, and an empty one is refused with its words kept', async () => {
  const post = (form: string, text: string) =>
    house.visit('POST', at(`/${form}`), { as: specialist, form: { 'noi-dung': text } });
  const sent = await post('tin-nhan', 'Mời bạn kiểm tra tên của trẻ.');
  assert.match(sent.location, /mat=trao-doi&xong=tin-nhan/);
  await post('ghi-chu', 'Đã gọi điện, chưa gặp.');
  const page = await get('?mat=trao-doi');
  assert.match(page.text, /Mời bạn kiểm tra tên của trẻ\./);
  assert.match(page.text, /Đã gọi điện, chưa gặp\./);
  const view = await house.view(dossier, 'citizen1');
  assert.equal(view.messages.length, 1);
  assert.equal(view.notes.length, 0, 'the person does not see notes');
  const empty = await post('ghi-chu', '   ');
  assert.equal(empty.status, 422);
  assert.match(empty.text, /href="#ghi-chu-noi-dung"/);
});

test('the history is told in words, the custody with its times, the papers are drawn', async () => {
  const page = await get('?mat=lich-su');
  assert.match(page.text, /Chuyển tới UBND xã An Phú/);
  assert.match(page.text, /chưa nhận/);
  const papers = [...(await get()).text.matchAll(/\/in\/([a-z-]+)/g)].map((found) => found[1] ?? '');
  assert.ok(papers.includes('giay-tiep-nhan'), papers.join(' '));
  const receipt = await get('/in/giay-tiep-nhan');
  assert.equal(receipt.bytes.subarray(0, 5).toString(), '%PDF-');
  assert.equal((await get('/in/ket-qua')).status, 404);
});

test('outside the scope there is no such dossier', async () => {
  for (const as of ['officer:specialist@committeeB', 'officer:one-stop-officer@centreA'] as const)
    assert.equal((await get('', as)).status, 404);
  assert.equal((await get('', 'officer:system-administrator@province')).status, 403);
  assert.equal((await get('', 'citizen1')).status, 403);
  assert.equal((await get('', 'officer:inspector@province')).status, 200);
  assert.equal((await house.visit('GET', '/mot-cua/ho-so/H01-1', { as: counter })).status, 404);
});

/** A message with files as a browser without script sends it: action and token are read from the page. */
async function sendMessage(as: Visitor, text: string, file?: { name: string; body: string }) {
  const page = await get('?mat=trao-doi', as);
  const action =
    /enctype="multipart\/form-data"[^>]*action="([^"]+)"|action="([^"]+)" enctype="multipart/.exec(page.text);
  const body = new FormData();
  body.append('noi-dung', text);
  body.append('tep', new Blob([file?.body ?? '']), file?.name ?? '');
  return fetch(`${await listening}${action?.[1] ?? action?.[2]}`, {
    method: 'POST',
    body,
    headers: { cookie: `__Host-mc=${await house.cookieOf(as)}` },
    redirect: 'manual',
  });
}

test('a message carries files: judged as every upload, saved by both sides, closed to others', async () => {
  const sent = await sendMessage(specialist, '', { name: 'mau-to-khai.pdf', body: '%PDF-1.7 mẫu' });
  assert.equal(sent.status, 303, await sent.text());
  const page = await get('?mat=trao-doi');
  const link = /href="([^"]+\/tin-nhan\/[^"]+\/tep\/0)"/.exec(page.text)?.[1] ?? '';
  assert.match(page.text, /mau-to-khai\.pdf/);
  const file = await house.visit('GET', link, { as: specialist });
  assert.equal(file.text, '%PDF-1.7 mẫu');
  assert.match(String(file.headers['content-disposition']), /^attachment/);
  assert.match(String(file.headers['content-security-policy']), /sandbox/);
  const stranger: Visitor = 'officer:specialist@committeeB';
  assert.equal((await house.visit('GET', link, { as: stranger })).status, 404);
  const { messages } = await house.view(dossier, 'citizen1');
  const carried = messages.flatMap(({ files }) => files.map(({ name }) => name));
  assert.deepEqual(carried, ['mau-to-khai.pdf'], 'the person has it too');

  const hollow = await sendMessage(specialist, 'Gửi bạn mẫu.', { name: 'mau.pdf', body: '' });
  assert.equal(hollow.status, 422);
  const text = await hollow.text();
  assert.match(text, /href="#tin-nhan-tep"/);
  assert.match(text, /Gửi bạn mẫu\./, 'what was typed is kept');
  assert.equal((await house.view(dossier, 'citizen1')).messages.length, messages.length);
  assert.equal((await sendMessage(specialist, ' ')).status, 422, 'neither words nor a file');
});
