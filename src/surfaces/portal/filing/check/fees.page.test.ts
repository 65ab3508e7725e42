import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { sampleDefinition, sampleWithDecisions, seededPick } from '#builders/forms';
import { resident } from '#builders/identity';
import { asPlainDate, instantAt } from '#kernel/time';
import { aHouse } from '../testing/house.ts';
import type { Fields } from '../testing/visitor.ts';
import { toCheck } from '../testing/walk.ts';

const codes = ['1.000656', '1.004194', '1.014063'];
const house = await aHouse({
  definitions: [
    await sampleWithDecisions('1.004222'),
    await sampleWithDecisions('1.001612'),
    ...codes.map(sampleDefinition),
  ],
});
const hoa = await house.person(resident, 'Nguyễn Thị Hoa');
after(() => house.close());

/** Answers by the page that asks for the first of them. */
const answering = (code: string, fields: Fields): Record<string, Fields> => {
  const { pages } = sampleDefinition(code).form;
  return Object.fromEntries(
    Object.entries(fields).map(([id, value]) => {
      const page = pages.find(({ questions }) => questions.some((question) => question.id === id));
      return [page?.id ?? '', { [id]: value }];
    }),
  );
};
const texts = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('\u00a0', ' ');
/** The card of fees on the check page, as text. */
async function checked(code: string, fields: Fields = {}, seed = 5, visitor = hoa): Promise<string> {
  const given = answering(code, fields);
  const page = await toCheck({ house, visitor, code, pick: seededPick(seed), given });
  const from = page.html.indexOf('id="phi-le-phi"');
  assert.ok(from > 0, 'no card of fees');
  return texts(page.html.slice(from, page.html.indexOf('Bao giờ xong')));
}

test('who files online reads what that saves, by what law; who is exempt reads why', async () => {
  const paying = await checked('1.004222', { doiTuongMienPhi: 'khong' });
  assert.match(paying, /Lệ phí đăng ký thường trú 10\.000 đồng Cộng 10\.000 đồng/);
  assert.match(paying, /Nộp trực tuyến được giảm 10\.000 đồng, căn cứ Thông tư 75\/2022\/TT-BTC/);
  assert.match(paying, /Căn cứ: Thông tư 75\/2022.* Mức thu: 20\.000 đồng\./);
  assert.match(paying, /Bảng mức thu: phiên bản 1 của thủ tục, áp dụng từ 01\/01\/2026/);
  assert.match(paying, /Ai được miễn\? Trẻ em Người cao tuổi/);
  assert.doesNotMatch(paying, /Bạn được miễn/);
  const exempt = await checked('1.004222', { doiTuongMienPhi: 'ho-ngheo' });
  assert.match(exempt, /Bạn được miễn: Hộ nghèo 0 đồng Cộng 0 đồng/);
  assert.doesNotMatch(exempt, /được giảm|Trả sau khi nộp|Ai được miễn\?/);
});

test('phí and lệ phí stand apart in one dossier, each with its count and ground', async () => {
  const said = await checked('1.000656', { soLuongBanSao: '3', doiTuongMienPhi: 'khong' }, 3);
  assert.match(said, /Lệ phí hộ tịch .*8\.000 đồng Phí cấp bản sao trích lục hộ tịch × 3 24\.000 đồng/);
  assert.match(said, /Căn cứ: Thông tư 281\/2016\/TT-BTC\. Cách tính: 3 bản × 8\.000 đồng\./);
  assert.match(said, /Mức tạm ghi, chờ xác nhận/);
  assert.match(said, /Phí và lệ phí có biên lai riêng/);
});

test('a fee that is never paid back says so before it is owed', async () => {
  assert.match(await checked('1.001612', {}, 7), /Không hoàn lại khi hồ sơ bị từ chối/);
});

test('a reduction is told to its last day, at the start and at the end, and not on the next', async () => {
  const on = async (day: string) => {
    house.clock.set(instantAt(asPlainDate(day), 9 * 60));
    const visitor = await house.person(resident, 'Nguyễn Thị Hoa');
    const start = texts((await visitor.get('/nop-ho-so/bat-dau/1.014063')).html);
    return { start, check: await checked('1.014063', { lyDo: 'thong-tin' }, 5, visitor) };
  };
  const last = await on('2026-12-31');
  assert.match(last.start, /Lệ phí cấp đổi thẻ căn cước: 25\.000 đồng/);
  for (const said of [last.start, last.check])
    assert.match(said, /giảm 25\.000 đồng, căn cứ Thông tư 64\/2025\/TT-BTC, đến hết ngày 31\/12\/2026\./);
  const next = await on('2027-01-01');
  assert.match(next.start, /Lệ phí cấp đổi thẻ căn cước: 50\.000 đồng/);
  assert.match(next.check, /Cộng 50\.000 đồng/);
  for (const said of [next.start, next.check]) assert.doesNotMatch(said, /giảm/);
});

test('before starting: the price of filing online, its saving, the ground and who pays nothing', async () => {
  const start = texts((await house.visitor().get('/nop-ho-so/bat-dau/1.004194')).html);
  assert.match(start, /Lệ phí đăng ký tạm trú: 7\.000 đồng/);
  assert.match(start, /theo danh sách: .*5\.000 đồng mỗi người/);
  assert.match(start, /Lệ phí đăng ký tạm trú: nộp trực tuyến được giảm 8\.000 đồng, căn cứ Thông tư 75/);
  assert.match(start, /Ai được miễn\? Trẻ em/);
});
