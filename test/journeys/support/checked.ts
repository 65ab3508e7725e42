import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { paperPictures } from '../../support/paper-pictures.ts';
import { readQr } from '../../support/qr-reader.ts';
import { mother } from './answers.ts';
import { fillIn, goOn, press } from './fill.ts';
import { keepPicture } from './look.ts';
import { openDossier, problemsOn } from './office.ts';
import { aVisitor, type Visitor } from './visitor.ts';

const ground = 'Quyết định 15/QĐ-UBND ngày 20/11/2026: ghi sai ngày sinh.';
const main = ({ page }: Visitor): Promise<string> => page.locator('main').innerText();

/** Where "My papers" leads whoever the owner hands the paper to. */
async function checkPageOf(citizen: Visitor, code: string): Promise<string> {
  await citizen.go('/cua-toi/giay-to');
  await citizen.look('my-papers');
  const card = citizen.page
    .locator('main section')
    .filter({ has: citizen.page.locator(`a[href*="${code}"]`) });
  return (await card.locator('a[href^="/kiem-tra/"]').getAttribute('href')) ?? '';
}

/** What a telephone reads on the printed paper: the address of its check page. */
async function codeOnPaper(pdf: Buffer, name: string): Promise<string> {
  const sheets = await paperPictures(pdf);
  for (const [i, sheet] of sheets.entries()) keepPicture(sheet, `${name}-${i + 1}`);
  const read = (await Promise.all(sheets.map(readQr))).flat();
  assert.equal(read.length, 1, `one code on the paper: ${read.join(' ')}`);
  return new URL(read[0] ?? '').pathname;
}

/** A stranger opens the code and gives the file: valid, and letter by letter the one that was signed. */
async function checks(stranger: Visitor, at: string, pdf: Buffer): Promise<void> {
  await stranger.go(at);
  await stranger.look('result-check-valid');
  assert.match(await main(stranger), /Kết quả này còn giá trị/);
  await compares(stranger);
  await stranger.go('/kiem-tra');
  await stranger.look('result-check');
  const file = { name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer: pdf };
  const send = stranger.page.getByRole('button', { name: 'Kiểm tra tệp' });
  await stranger.page.setInputFiles('input[name="tep"]', file);
  await press(send);
  await stranger.look('result-check-file');
  assert.match(await main(stranger), /Tệp còn nguyên từ khi ký/);
  await stranger.go('/kiem-tra');
  const changed = Buffer.concat([pdf, Buffer.from('\n1 0 obj\n<<>>\nendobj\nstartxref\n1\n%%EOF\n')]);
  await stranger.page.setInputFiles('input[name="tep"]', { ...file, buffer: changed });
  await press(send);
  await stranger.look('result-check-file-changed');
  assert.match(await main(stranger), /Tệp này đã bị sửa sau khi ký/);
}

/** A print whose text was changed is found out line by line. */
async function compares({ page, look }: Visitor): Promise<void> {
  const line = page.getByRole('button', { name: 'So dòng này' });
  await press(line);
  await look('result-check-line-error');
  await fillIn(page, { dong: '0', chu: 'Vũ Thị Thúy' });
  await press(line);
  await look('result-check-line-other');
  assert.match(await page.locator('main').innerText(), /Không khớp bản đã cấp/);
  await fillIn(page, { chu: mother.name });
  await press(line);
  await look('result-check-line-same');
  assert.match(await page.locator('main').innerText(), /Khớp bản đã cấp/);
}

async function revokes(leader: Visitor, code: string): Promise<void> {
  await openDossier(leader, code);
  await press(leader.page.getByRole('link', { name: 'Thu hồi, hoặc ghi bản thay' }));
  await leader.look('office-end-result');
  const record = leader.page.getByRole('button', { name: 'Ghi vào sổ kết quả' });
  await press(record);
  await leader.page.locator('main .mc-summary-error').waitFor();
  await leader.look('office-end-result-error');
  await fillIn(leader.page, { cach: 'thu-hoi', 'can-cu': ground, chac: '1' });
  await press(record);
  assert.match(leader.page.url(), /xong=/, await problemsOn(leader));
  await leader.look('office-result-ended');
}

/**
 * Checked by its code and by its file, revoked by the leader: who checks sees it at the next look, its owner too, who also
 * reads which officers looked at the dossier.
 */
export async function checkedAndRevoked(
  t: TestContext,
  { citizen, leader, code }: { readonly citizen: Visitor; readonly leader: Visitor; readonly code: string },
): Promise<void> {
  const answer = await citizen.context.request.get(
    `${citizen.product.origin}/cua-toi/ho-so/${code}/giay/ket-qua`,
  );
  const pdf = await answer.body();
  const at = await codeOnPaper(pdf, `paper-${citizen.script ? 'with' : 'without'}-script`);
  assert.equal(at, await checkPageOf(citizen, code), 'the paper and "My papers" lead to one page');
  const stranger = await aVisitor(t, { script: citizen.script });
  await checks(stranger, at, pdf);
  await revokes(leader, code);
  await stranger.go(at);
  await stranger.look('result-check-revoked');
  const said = await main(stranger);
  assert.match(said, /Kết quả này đã thu hồi/);
  assert.ok(said.includes(ground));
  await stranger.go('/kiem-tra');
  await fillIn(stranger.page, { so: '99999/KHONG-CO' });
  await goOn(stranger.page);
  await stranger.look('result-check-unknown');
  await citizen.go('/cua-toi/giay-to');
  await citizen.look('my-papers-revoked');
  assert.match(await main(citizen), /Giấy này đã thu hồi, đừng dùng nữa/);
  await citizen.go('/cua-toi/ai-da-xem');
  await citizen.look('who-looked');
  const readings = citizen.page.locator('main li').filter({ hasText: code });
  assert.ok((await readings.count()) > 2, await main(citizen));
  assert.match(await readings.first().innerText(), /Núi Cấm/);
}
