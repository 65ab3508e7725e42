import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { buildStyles } from '#design';
import { aHouse, type House } from '#test/pages';
import { portalRoutes } from './index.ts';
import { secretOf, walkTo } from './testing/walk.ts';

const lifeEvents = JSON.parse(
  readFileSync(new URL('../../../samples/life-events.json', import.meta.url), 'utf8'),
);
const script = (): string => {
  const entry = new URL('../../design/browser/enhance.browser.ts', import.meta.url).pathname;
  const built = buildSync({ entryPoints: [entry], bundle: true, minify: true, write: false, format: 'iife' });
  return built.outputFiles[0]?.text ?? '';
};
const gz = (text: string): number => gzipSync(text, { level: 5 }).length;

/** Every page that needs nothing but an address, and some of one person. */
const open = [
  '/',
  '/thu-tuc',
  '/thu-tuc?q=khai+sinh&cap=xa&trang=1',
  '/thu-tuc?q=zzzzqqqq',
  '/thu-tuc/1.001193',
  '/thu-tuc/1.000001',
  '/thu-tuc/1.001193/lich-su',
  '/thu-tuc/1.001193/1',
  '/su-kien/co-con',
  '/trung-tam',
  '/trung-tam?q=an+phu',
  '/tra-cuu',
  '/tro-giup',
  '/gioi-thieu',
  '/quyen-rieng-tu',
  '/tiep-can',
];
const own = [
  '/',
  '/cua-toi',
  '/cua-toi/hop-thu',
  '/cua-toi/giay-to',
  '/cua-toi/du-lieu',
  '/cua-toi/lien-lac',
  '/cua-toi/ai-da-xem',
];

const checkShape = (text: string, path: string): void => {
  assert.equal(text.match(/<h1/g)?.length, 1, `${path}: one h1`);
  assert.ok((text.match(/mc-button--primary/g)?.length ?? 0) <= 1, `${path}: at most one primary button`);
  assert.doesNotMatch(text, /undefined|\[object |NaN|Invalid Date/, path);
  assert.doesNotMatch(text, / style="| onclick=|<script>/, `${path}: nothing inline`);
  for (const [, id = ''] of text.matchAll(/ for="([^"]+)"/g))
    assert.ok(text.includes(`id="${id}"`), `${path}: label of ${id}`);
  const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length, `${path}: identifiers are unique`);
};

test('the portal', async (t) => {
  const house: House = await aHouse({
    routes: (doors) => {
      Object.assign(doors.catalogue, { lifeEvents: () => lifeEvents });
      return portalRoutes(doors);
    },
  });
  const filed = await house.aDossier();
  await walkTo(house, filed, 'taken');
  const waiting = await house.aDossier();
  const papers = [{ demand: 'x', title: 'Giấy chứng sinh', reason: 'Mờ.' }];
  await house.act(
    waiting,
    'ask-supplement',
    { papers, reason: 'Mờ.', days: 3 },
    'officer:one-stop-officer@centreA',
  );
  const mine = ['', '/tin-nhan', '/rut', '/ai-da-xem', '/noi-dung'].map(
    (rest) => `/cua-toi/ho-so/${filed.code}${rest}`,
  );
  const signedIn = [
    ...own,
    ...mine,
    `/cua-toi/ho-so/${waiting.code}`,
    `/cua-toi/ho-so/${waiting.code}/bo-sung`,
  ];

  await t.test('every page opens in both languages, well shaped', async () => {
    const session = await house.cookieOf('citizen1');
    for (const language of ['vi', 'en'])
      for (const [paths, cookie] of [
        [open, `__Host-mc-visitor=v; mc-lang=${language}`],
        [signedIn, `__Host-mc=${session}; mc-lang=${language}`],
      ] as const)
        for (const path of paths) {
          const page = await house.visit('GET', path, { headers: { cookie } });
          assert.equal(page.status, 200, path);
          assert.match(page.text, new RegExp(`<html lang="${language}"`));
          checkShape(page.text, path);
        }
  });

  await t.test('a page weighs at most 60 kB with its style and script, the script at most 15', async () => {
    const js = gz(script());
    const css = Math.max(gz(buildStyles().citizen), brotliCompressSync(buildStyles().citizen).length);
    assert.ok(js <= 15_000, `script: ${js}`);
    for (const path of [...open, ...signedIn]) {
      const page = await house.visit(
        'GET',
        path,
        signedIn.includes(path) && path !== '/' ? { as: 'citizen1' } : {},
      );
      const all = gz(page.text) + js + css;
      assert.ok(all <= 60_000, `${path}: ${all} bytes`);
      const files = page.text.match(/ (?:src|href)="\/(?:tai-nguyen|favicon)[^"]*"/g)?.length ?? 0;
      assert.ok(files + 1 <= 6, `${path}: ${files + 1} requests`);
    }
  });

  await t.test(
    'search: forgiving, with filters that can be taken off, and a way on when nothing is found',
    async () => {
      const found = await house.visit('GET', '/thu-tuc?q=dang+ky+khai+sinh&cap=xa');
      assert.match(found.text, /href="\/thu-tuc\/1\.001193"/);
      assert.match(found.text, /Nộp trực tuyến/);
      assert.match(found.text, /Bỏ lọc: Cấp xã/);
      const none = await house.visit('GET', '/thu-tuc?q=zzzzqqqq&linh-vuc=Kh%C3%B4ng+c%C3%B3');
      assert.match(none.text, /Chưa tìm thấy thủ tục nào/);
      assert.match(none.text, /Bỏ hết bộ lọc/);
      assert.equal((await house.visit('GET', '/thu-tuc?trang=abc&q[]=x')).status, 200);
    },
  );

  await t.test('an unknown code and an unknown event are told as such', async () => {
    const unknown = await house.visit('GET', '/thu-tuc/9.999999');
    assert.equal(unknown.status, 404);
    assert.match(unknown.text, /Không có thủ tục mang mã 9\.999999/);
    assert.match(unknown.text, /action="\/thu-tuc"/);
    assert.equal((await house.visit('GET', '/su-kien/khong-co')).status, 404);
  });

  await t.test('what waits for me stands on the home page and first in my list', async () => {
    const home = await house.visit('GET', '/', { as: 'citizen1' });
    assert.match(home.text, /Bổ sung giấy chứng sinh/);
    const list = await house.visit('GET', '/cua-toi', { as: 'citizen1' });
    assert.ok(list.text.indexOf(waiting.code) < list.text.indexOf(filed.code));
    assert.match(
      await house.visit('GET', '/cua-toi', { as: 'citizen2' }).then((page) => page.text),
      /Bạn chưa có hồ sơ nào/,
    );
  });

  await t.test('settings are cookies and lead back to our own pages only', async () => {
    const answer = await house.visit('GET', '/cai-dat?ngon-ngu=en&ve=%2Fthu-tuc');
    assert.equal(answer.status, 303);
    assert.equal(answer.location, '/thu-tuc');
    assert.match(String(answer.headers['set-cookie']), /mc-lang=en/);
    assert.equal((await house.visit('GET', '/cai-dat?nen=toi&ve=https://evil.example')).location, '/');
  });

  await t.test('secrets of dossiers stand in no page of another person', async () => {
    const secret = await secretOf(house, filed);
    for (const path of open) assert.ok(!(await house.visit('GET', path)).text.includes(secret), path);
  });
});
