import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { PNG } from 'pngjs';
import { signPdf } from '#platform/pdf-signatures';
import { askOutside, isInstalled } from '#test/outside-judge';
import { smallAuthority } from '#test/small-authority';
import {
  cornerLook,
  drawPaper,
  illustratedSeal,
  leaderLook,
  loadTemplates,
  type PaperBox,
  sealLook,
} from './index.ts';
import { mm } from './places.ts';
import { aPaper, paperSamples } from './testing/builders.ts';
import { readPaper } from './testing/reader.ts';
import { signedPapers, signedTwice } from './testing/signing.ts';
import type { PaperId } from './values.ts';

const shelf = await loadTemplates(join(import.meta.dirname, '../../../samples/papers'));
const at = Date.UTC(2026, 10, 25, 2, 41, 7);
const lacking = async (program: string, ask: string) =>
  (await isInstalled(program, ask)) ? false : `${program} is not installed`;
const noPdftoppm = await lacking('pdftoppm', '-v');
const noZbarimg = noPdftoppm || (await lacking('zbarimg', '--version'));
const agency = 'Ủy ban nhân dân xã Mỹ Hòa Hưng';
const check = { check_address: 'https://dichvucong.angiang.example/kiem-tra/KQ.000042' };

async function draw(id: PaperId, changes = {}) {
  const template = shelf.find(id);
  assert.ok(template);
  const drawn = await drawPaper(template, aPaper(id, changes));
  assert.ok(drawn.ok, JSON.stringify(drawn));
  return drawn.value;
}

test('every paper says where it is signed and dated, on the page', async () => {
  for (const id of signedPapers) {
    const { places, pdf } = await draw(id);
    const pages = (await readPaper(pdf)).pages.length;
    const [width, height] = id === '07' ? [841, 595] : [595, 841];
    for (const name of ['leader', 'seal', 'date'] as const) {
      const place = places[name];
      assert.ok(place && place.page <= pages, `${id} ${name}`);
      const { box } = place;
      assert.ok(
        box.x > 0 && box.x + box.width < width && box.y > 0 && box.y + box.height < height,
        `${id} ${name}`,
      );
    }
  }
});

test('the seal of a result is as large as it is and covers a third of the signature from the left', async () => {
  const { leader, seal, number, date } = (await draw('result')).places;
  assert.ok(leader && seal && number && date);
  assert.equal(Math.round(seal.box.width - 4), Math.round(mm(36)));
  const signature = leader.box.x + leader.picture.x;
  const covered = seal.box.x + seal.box.width - 2 - signature;
  assert.ok(Math.abs(covered - leader.picture.width / 3) < 0.1, String(covered));
  assert.ok(leader.box.x + leader.words.x >= seal.box.x + seal.box.width - 2);
  assert.ok(number.box.y === date.box.y && number.box.x < date.box.x);
});

test('a signature that has no room goes to the next page with its codes', async () => {
  const facts = Array.from({ length: 3 }, () => paperSamples.result.facts).flat();
  const { places, pdf } = await draw('result', { ...check, facts });
  const { pages } = await readPaper(pdf);
  assert.equal(pages.length, 2);
  assert.deepEqual([places.leader?.page, places.seal?.page, places.number?.page], [2, 2, 1]);
  assert.match(pages[1] ?? '', /PHÓ CHỦ TỊCH.*Kiểm tra tại/);
});

test('a seal is red on nothing, the same for the same name, and says that it is an illustration', async () => {
  const bytes = await illustratedSeal(agency);
  assert.equal(await illustratedSeal(agency), bytes);
  assert.notDeepEqual(await illustratedSeal('Sở Nội vụ'), bytes);
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  assert.ok(width === height && Math.abs(width - (36 / 25.4) * 300) < 2, `${width} × ${height}`);
  const cover = (x: number, y: number) =>
    data[4 * (Math.round(y * height) * width + Math.round(x * width)) + 3];
  assert.deepEqual([cover(0.01, 0.01), cover(0.5, 0.5), cover(0.5, 0.02)], [0, 255, 255]);
  assert.deepEqual([...data.subarray(0, 3)], [200, 16, 32]);
});

/** Dark dots of a page drawn at 72 dots to the inch, within a box. */
async function dots(
  bytes: Uint8Array,
  page: number,
): Promise<(box: PaperBox, colour: 'red' | 'dark') => number> {
  const ask = `pdftoppm -r 72 -f ${page} -l ${page} -png -singlefile paper.pdf out && base64 out.png`;
  const { said } = await askOutside('sh', ['-c', ask], { 'paper.pdf': bytes });
  const png = PNG.sync.read(Buffer.from(said, 'base64'));
  return ({ x, y, width, height }, colour) => {
    let found = 0;
    for (let row = Math.ceil(y); row < y + height - 1; row++)
      for (let column = Math.ceil(x); column < x + width - 1; column++) {
        const [r = 255, g = 255] = png.data.subarray(4 * (row * png.width + column));
        if (colour === 'red' ? r > 150 && g < 110 : r < 110 && g < 110) found++;
      }
    return found;
  };
}

/** Two signers, a wide sheet, a circular's form, and room for a seal in its own size. */
const shapes: readonly PaperId[] = ['01', '07', 'ct04', 'result'];

test('on papers of each shape the looks stand where no word was', { skip: noPdftoppm }, async () => {
  const authority = await smallAuthority(at);
  for (const id of shapes) {
    const paper = await draw(id);
    const { leader, seal } = paper.places;
    assert.ok(leader && seal);
    const before = await dots(paper.pdf, leader.page);
    for (const { box } of [leader, seal]) assert.equal(before(box, 'dark'), 0, id);
    const after = await dots(
      await signedTwice(paper, authority, { name: 'Lê Hoàng Phương Uyên', agency }),
      leader.page,
    );
    assert.ok(after(seal.box, 'red') > 150, id);
    const words = { ...leader.words, x: leader.box.x + leader.words.x, y: leader.box.y };
    assert.ok(after(words, 'dark') > 50 && after(words, 'red') === 0, id);
  }
});

test('the words are those of the decree', async () => {
  const { leader, seal } = (await draw('result')).places;
  assert.ok(leader && seal);
  assert.deepEqual(leaderLook(leader, { name: 'Lê Hoàng Phương Uyên', agency, at }).lines, [
    'Người ký: Lê Hoàng Phương Uyên',
    'Cơ quan: Ủy ban nhân dân xã Mỹ Hòa Hưng',
    'Thời gian ký: 25/11/2026 09:41:07 +07:00',
  ]);
  const look = sealLook(seal, { agency, at, seal: await illustratedSeal(agency) });
  assert.deepEqual(look.lines, ['25/11/2026 09:41:07 +07:00']);
  assert.match(look.said ?? '', /cơ quan, tổ chức: Ủy ban nhân dân xã Mỹ Hòa Hưng/);
});

test('on an accompanying paper number and time stand at the upper right of its first page', async () => {
  const authority = await smallAuthority(at);
  const { pdf } = await draw('result');
  const appearance = cornerLook({ agency, at, number: '218/TLKS-BS' });
  const signed = await signPdf(pdf, { signer: authority.person, at, fieldName: 'agency', appearance });
  assert.ok(signed.ok, JSON.stringify(signed));
  assert.ok(appearance.page === 1 && appearance.box.x > 595 / 2 && appearance.picture === undefined);
});

test('the code of a result leads to its check page, without one to its dossier', {
  skip: noZbarimg,
}, async () => {
  for (const [changes, address] of [
    [check, check.check_address],
    [{}, paperSamples.result.lookup_url],
  ] as const) {
    const ask = 'pdftoppm -r 150 -png -singlefile paper.pdf out && zbarimg --raw -q out.png 2>/dev/null';
    const { said } = await askOutside('sh', ['-c', ask], {
      'paper.pdf': (await draw('result', changes)).pdf,
    });
    assert.deepEqual(
      said.trim().split('\n').toSorted(),
      [paperSamples.result.dossier_code, address].toSorted(),
    );
  }
});
