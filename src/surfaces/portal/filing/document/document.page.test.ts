import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { resident } from '#builders/identity';
import { formsOn } from '../testing/forms-on.ts';
import { aHouse } from '../testing/house.ts';
import type { Page } from '../testing/visitor.ts';
import { answerPage, aPhoto, begin, draftIn, errorsIn } from '../testing/walk.ts';

const house = await aHouse();
const hoa = await house.person(resident, 'Nguyễn Thị Hoa');
after(() => house.close());

const given = {
  'bat-dau': { nycQuanHe: 'me', nksLoaiKhaiSinh: 'thong-thuong' },
  'giay-chung-sinh': { loaiGiayChungSinh: 'giay' },
};
const walk = { house, visitor: hoa, code: '1.001193', given };

async function papers(): Promise<Page> {
  let page = await begin(walk);
  while (/trang/.test(page.url)) page = await answerPage(walk, page);
  return page;
}

test('papers are listed with the rule beforehand, and going on without one says which', async () => {
  const page = await papers();
  assert.match(page.html, /mỗi tệp tối đa 10 MB/);
  assert.match(page.html, /Giấy chứng sinh/);
  assert.match(page.html, /Chỉ khi được yêu cầu/);
  assert.match(page.html, /Cán bộ tra trong Cơ sở dữ liệu dân cư/);
  const sent = await hoa.send(page);
  assert.equal(sent.status, 422);
  assert.match(errorsIn(sent.html), /Hãy thêm: Giấy chứng sinh\./);
});

test('several files at once; each bad one has its own sentence and takes no other with it', async () => {
  const list = await papers();
  const page = await hoa.get(`${list.url}/giay-chung-sinh`);
  assert.match(page.html, /capture="environment"/);
  assert.match(page.html, /data-max-bytes="10000000"/);
  const sent = await hoa.upload(page, [
    { name: 'trang1.jpg', bytes: aPhoto },
    { name: 'rong.jpg', bytes: Buffer.alloc(0) },
    { name: 'virus.pdf', bytes: Buffer.from('MZ…') },
  ]);
  assert.equal(sent.status, 422);
  assert.match(sent.html, /rong\.jpg: Tệp này trống/);
  assert.match(sent.html, /virus\.pdf: Nội dung tệp khác với tên/);
  assert.match(sent.html, /<strong>trang1\.jpg<\/strong>/);
  const more = await hoa.upload(sent, [{ name: 'trang2.pdf', bytes: Buffer.from('%PDF-1.7 abc') }]);
  assert.match(more.html, /Đã nhận 1 tệp/);
  assert.match((await hoa.get(list.url)).html, /2 tệp/);
});

test('pressing upload with nothing chosen says what to do', async () => {
  const list = await papers();
  const page = await hoa.get(`${list.url}/giay-chung-sinh`);
  const sent = await hoa.upload(page, [{ name: '', bytes: Buffer.alloc(0) }]);
  assert.equal(sent.status, 422);
  assert.match(errorsIn(sent.html), /href="#tep">Hãy chọn ảnh hoặc tệp/);
});

test('a file is taken away again', async () => {
  const list = await papers();
  const page = await hoa.upload(await hoa.get(`${list.url}/giay-chung-sinh`), [
    { name: 'a.jpg', bytes: aPhoto },
  ]);
  const remove = formsOn(page.html).find((form) => form.action.endsWith('/bo'));
  assert.ok(remove);
  const gone = await hoa.sendForm(page, remove);
  assert.doesNotMatch(gone.html, /a\.jpg/);
});

test('a paper that is not asked for, and a note, take no file', async () => {
  const list = await papers();
  assert.equal((await hoa.get(`${list.url}/khong-co`)).status, 404);
  assert.equal((await hoa.get(`${list.url}/luu-y-nuoc-ngoai`)).status, 404);
  assert.ok(draftIn(list.url));
});
