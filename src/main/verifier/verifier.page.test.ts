import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { carryProof } from '#platform/carried-proof';
import { presentCredential } from '#platform/credentials';
import { type Issuing, issuing, must } from '#test/small-issuing';
import { receiptLine, resultLine, smallLog } from '#test/small-log';
import { signedPaper, smallPaper } from '#test/small-paper';
import { root } from '#test/tree';
import { verifierPageOf } from '../../surfaces/portal/verifier/verifier-file.ts';
import { makeVerifier } from './index.ts';
import { aDesk } from './testing/in-browser.ts';

const now = Date.now();
const log = smallLog(Math.floor(now / 1000));
let world: Issuing;
let desk: Awaited<ReturnType<typeof aDesk>>;
let html: string;
const asked = { audience: 'Ngân hàng Mẫu', nonce: '4711' };

before(async () => {
  [world, desk] = await Promise.all([issuing(now), aDesk()]);
  const wish = {
    policy: log.policy,
    roots: [world.authority.root],
    issuedAt: now,
    place: 'Tỉnh </script><b>Mẫu',
    checkAddress: 'https://tinh.example.vn/kiem-tra',
  };
  html = await makeVerifier(root)(verifierPageOf(wish));
  const [paper, other] = [
    await signedPaper('Giay xac nhan', world.authority),
    await signedPaper('Giay khac', world.authority),
  ];
  const receipt = smallPaper('Giay tiep nhan');
  const carried = must(carryProof(paper, log.bundle('result-file', resultLine(paper))));
  const next = log.rotated({ signedByOld: true });
  const turned = Buffer.from(carried);
  turned[400] = (turned[400] ?? 0) ^ 1;
  const files = {
    'kiem-tra.html': html,
    'giay-to.sd-jwt': world.text,
    'xuat-trinh.sd-jwt': must(
      await presentCredential(world.text, { names: ['owner_name'], ...asked, at: now }, world.holder),
    ),
    'trang-thai.jwt': await world.list([0, 0, 0, 0]),
    'bang-chung.json': log.bundle('act', '["019aa7f0", 1, "submitted"]'),
    'khoa-moi.json': next.bundle('act', '["019aa7f0", 2, "accepted"]'),
    'khoa.json': JSON.stringify(next.policy),
    'ket-qua.pdf': carried,
    'khong-bang-chung.pdf': paper,
    'giay-tiep-nhan.pdf': must(carryProof(receipt, log.bundle('paper', receiptLine(receipt)))),
    'sua.pdf': turned,
    'cat.pdf': carried.subarray(0, -60),
    'dan-lai.pdf': must(carryProof(other, log.bundle('result-file', resultLine(paper)))),
    'gia.json': log.bundle('act', '["019aa7f0"]').replace('019aa7f0', '019aa7f1'),
    'gia.sd-jwt': world.text.replace(/~[\w-]+~/, (part) => `${part.slice(0, -2)}A~`),
    'la.txt': 'xin chào',
  };
  desk.put(files);
});
after(async () => {
  await desk.close();
});

const opened = (options: Parameters<Browser['newPage']>[0] = {}) => desk.open('kiem-tra.html', options);

test('the file stands by itself', () => {
  assert.match(html, /default-src 'none'; script-src 'sha256-[\w+/]+='; style-src 'sha256-[\w+/]+='/);
  const still = html.replace(/<script>[^]*<\/script>/, '');
  assert.ok(still.length < html.length && /<script>/.exec(html)?.index === html.lastIndexOf('<script'));
  assert.doesNotMatch(still, /<(?:link|img|iframe)|\ssrc=|\sstyle=|\son[a-z]+=|@import|url\(/);
  assert.ok(Buffer.byteLength(html) < 400_000, `${Buffer.byteLength(html)} octets`);
});

test('opened from a disk it judges good files, without a network', async () => {
  const { page, wrong } = await opened({ offline: true });
  await desk.choose(
    page,
    'bang-chung.json',
    'ket-qua.pdf',
    'giay-tiep-nhan.pdf',
    'khong-bang-chung.pdf',
    'khoa-moi.json',
  );
  assert.deepEqual(await desk.tones(page), ['good', 'careful', 'good', 'careful', 'bad']);
  const said = (await page.locator('.kt-card').nth(1).textContent()) ?? '';
  assert.match(
    said,
    /Nội dung không đổi một chữ nào.*Dòng 6 trong 11.*Cả 2 chữ ký số đều đúng.*Chưa biết.*PAdES B-LT/,
  );
  await desk.choose(page, 'khoa.json');
  assert.deepEqual(await desk.tones(page), ['aside', 'good', 'careful', 'good', 'careful', 'good']);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('forged, cut, re-pasted and foreign files are refused each', async () => {
  const { page, wrong } = await opened({ offline: true });
  const bad = ['sua.pdf', 'cat.pdf', 'dan-lai.pdf', 'gia.json', 'gia.sd-jwt', 'la.txt'];
  await desk.choose(page, ...bad);
  assert.deepEqual(
    await desk.tones(page),
    bad.map(() => 'bad'),
  );
  assert.match((await page.locator('.kt-card').nth(2).textContent()) ?? '', /không phải của tệp này/);
  await page.click('#bo');
  assert.equal(await page.locator('#xong').isHidden(), true);
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a presentation is for whom it was made, and a status list tells of revocation', async () => {
  const { page, wrong } = await opened({ offline: true });
  await desk.choose(page, 'giay-to.sd-jwt', 'xuat-trinh.sd-jwt');
  assert.deepEqual(await desk.tones(page), ['careful', 'careful']);
  await desk.choose(page, 'trang-thai.jwt');
  assert.deepEqual(await desk.tones(page), ['aside', 'careful', 'careful']);
  await page.click('#bo');
  await desk.choose(page, 'xuat-trinh.sd-jwt', 'trang-thai.jwt');
  await page.click('.mc-details summary');
  await page.fill('#nguoi-hoi', asked.audience);
  await page.fill('#so-hoi', '1');
  await page.press('#so-hoi', 'Tab');
  await page.locator('.kt-card[data-tone=bad]').waitFor();
  await page.fill('#so-hoi', asked.nonce);
  await page.press('#so-hoi', 'Tab');
  await page.locator('.kt-card[data-tone=good]').waitFor();
  await page.fill('#dan', world.text);
  await page.click('#dan-xem');
  await page.locator('.kt-card').nth(2).waitFor();
  assert.equal((await desk.tones(page))[0], 'bad', 'a stored copy is no answer to a question');
  assert.deepEqual(wrong, []);
  await page.close();
});

test('a file may be dropped anywhere on the page, and its name is only ever text', async () => {
  const { page, wrong } = await opened({ offline: true });
  const name = '<img src=x onerror=alert(1)>.json';
  const dropped = await page.evaluateHandle(
    ([text, called]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text ?? ''], called ?? ''));
      return transfer;
    },
    [log.bundle('act', '["019aa7f0"]'), name],
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  await page.locator('.kt-card[data-tone=good]').waitFor();
  assert.ok((await page.locator('.kt-file').textContent())?.includes(name));
  assert.deepEqual(wrong, []);
  await page.close();
});

test('without script it says that nothing can be checked', async () => {
  const { page } = await opened({ javaScriptEnabled: false });
  assert.match(await page.locator('body').innerText(), /Trình duyệt đang tắt JavaScript/);
  await page.close();
});

test('it reads well for everybody, light and dark, narrow and wide', async () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [360, 1280]) {
      const context = await desk.browser.newContext({
        colorScheme,
        viewport: { width, height: 800 },
        bypassCSP: true,
      });
      const page = await context.newPage();
      await page.goto(desk.address('kiem-tra.html'));
      await desk.choose(page, 'ket-qua.pdf', 'giay-to.sd-jwt', 'bang-chung.json', 'dan-lai.pdf');
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        [],
      );
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `${width}: ${wide} too wide`);
      const pictures = process.env['PICTURES'];
      if (pictures) {
        await page.screenshot({ path: path.join(pictures, `${colorScheme}-${width}.png`), fullPage: true });
        await page.pdf({ path: path.join(pictures, `${colorScheme}-${width}.pdf`), format: 'A4' });
      }
      await context.close();
    }
});
