import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buildSync } from 'esbuild';
import { buildStyles, markFile } from '#design';
import { launchBrowser } from '#test/chromium';
import { aHouse, unitsOfHouse } from '#test/pages';
import { portalRoutes } from './index.ts';
import { walkTo } from './testing/walk.ts';

const events = JSON.parse(
  readFileSync(new URL('../../../samples/life-events.json', import.meta.url), 'utf8'),
);
test('look', async () => {
  const styles = buildStyles();
  const js = buildSync({
    entryPoints: [new URL('../../design/browser/enhance.browser.ts', import.meta.url).pathname],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
  }).outputFiles[0]!.text;
  const house = await aHouse({
    routes: (doors) => {
      Object.assign(doors.catalogue, { lifeEvents: () => events });
      return portalRoutes(doors);
    },
    assets: {
      'citizen.css': { type: 'text/css', text: styles.citizen },
      'enhance.js': { type: 'text/javascript', text: js },
    },
  });
  void markFile;
  const filed = await house.aDossier({ receiver: 'centreA' });
  const far = await house.aDossier({ receiver: 'centreB' });
  const away = await house.aDossier({ code: '1.004873' });
  await house.act(far, 'accept', {}, 'officer:one-stop-officer@centreB');
  await house.act(away, 'accept', {}, 'officer:one-stop-officer@centreA');
  const M = 60_000;
  house.clock.set(house.clock.now() + 30 * M);
  await house.act(far, 'take-over', {}, 'officer:specialist@committeeA');
  const view = await house.view(far, 'citizen1');
  const doc = view.documents[0]!;
  await house.act(
    far,
    'ask-supplement',
    {
      papers: [
        {
          demand: doc.demand,
          title: doc.title,
          reason: 'Ảnh bị mờ, không đọc được ngày sinh. Chụp lại nơi đủ sáng.',
        },
      ],
      reason: 'Thiếu thông tin ngày sinh.',
      days: 5,
    },
    'officer:specialist@committeeA',
  );
  house.clock.set(house.clock.now() + 60 * M);
  const walk = await house.aWalkIn();
  const draft = await house.aDossier();
  await walkTo(house, draft, 'drafted');
  const back = await house.aDossier();
  await walkTo(house, back, 'returned');
  const secret = (
    await house.db.sql<{ secret: string }>('select secret from dossiers.dossier where code=$1', [far.code])
  )[0]!.secret;
  const origin = await house.listen();
  const browser = await launchBrowser();
  try {
    const shots: [string, string, 'me' | 'none'][] = [
      ['home', '/', 'none'],
      ['home-me', '/', 'me'],
      ['search', '/thu-tuc?q=khai+sinh', 'none'],
      ['nothing', '/thu-tuc?q=zzzzqqq', 'none'],
      ['procedure', '/thu-tuc/1.001193', 'none'],
      ['procedure-land', '/thu-tuc/1.004222', 'none'],
      ['procedure-generic', '/thu-tuc/1.000001', 'none'],
      ['unknown', '/thu-tuc/9.999999', 'none'],
      ['event', '/su-kien/co-con', 'none'],
      ['lookup', `/tra-cuu/${far.code}`, 'none'],
      ['mine', '/cua-toi', 'me'],
      ['filed', `/cua-toi/ho-so/${filed.code}`, 'me'],
      ['far', `/cua-toi/ho-so/${far.code}`, 'me'],
      ['supplement', `/cua-toi/ho-so/${far.code}/bo-sung`, 'me'],
      ['away', `/cua-toi/ho-so/${away.code}`, 'me'],
      ['messages', `/cua-toi/ho-so/${far.code}/tin-nhan`, 'me'],
      ['withdraw', `/cua-toi/ho-so/${far.code}/rut`, 'me'],
      ['content', `/cua-toi/ho-so/${far.code}/noi-dung`, 'me'],
      ['draft', `/cua-toi/ho-so/${draft.code}/du-thao`, 'me'],
      ['drafted', `/cua-toi/ho-so/${draft.code}`, 'me'],
      ['returned', `/cua-toi/ho-so/${back.code}`, 'me'],
      ['rate', `/cua-toi/ho-so/${back.code}/danh-gia`, 'me'],
      ['search-all', '/thu-tuc', 'none'],
      ['inbox', '/cua-toi/hop-thu', 'me'],
      ['papers', '/cua-toi/giay-to', 'me'],
      ['data', '/cua-toi/du-lieu', 'me'],
      ['centres', '/trung-tam', 'none'],
      ['help', '/tro-giup', 'none'],
      ['privacy', '/quyen-rieng-tu', 'none'],
    ];
    const only = process.env['ONLY']?.split(',');
    for (const width of [360, 1280]) {
      for (const who of ['none', 'me'] as const) {
        const context = await browser.newContext({
          viewport: { width, height: 800 },
          locale: 'vi',
          ...(process.env['DARK'] ? { colorScheme: 'dark' as const } : {}),
        });
        if (who === 'me')
          await context.addCookies([
            {
              name: '__Host-mc',
              value: await house.cookieOf('citizen1'),
              url: origin.replace('http:', 'https:'),
              secure: true,
              httpOnly: true,
            },
          ]);
        const page = await context.newPage();
        for (const [name, path, as] of shots) {
          if (as !== who || (only && !only.includes(name))) continue;
          const answer = await page.goto(origin + path);
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
          );
          console.log(width, name, answer?.status(), page.url().replace(origin, ''), wide ? 'OVERFLOW' : '');
          await page.screenshot({ path: `/tmp/portal-look/${name}-${width}.png`, fullPage: true });
        }
        if (who === 'none') {
          const bad = await house.visit('POST', '/tra-cuu', {
            form: { ma: far.code.toLowerCase(), 'bi-mat': 'WRONG222' },
          });
          console.log('bad', bad.status);
          await page.route('**/zz-bad', (r) =>
            r.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: bad.text }),
          );
          await page.goto(`${origin}/zz-bad`);
          await page.screenshot({ path: `/tmp/portal-look/lookup-error-${width}.png`, fullPage: true });
          const good = await house.visit('POST', '/tra-cuu', {
            form: { ma: far.code.toLowerCase(), 'bi-mat': secret },
          });
          console.log('good', good.status, good.location, good.headers['set-cookie']);
          const token = String(good.headers['set-cookie']).match(/__Host-mc=([^;]+)/)?.[1] ?? '';
          await context.addCookies([
            {
              name: '__Host-mc',
              value: token,
              url: origin.replace('http:', 'https:'),
              secure: true,
              httpOnly: true,
            },
          ]);
          await page.goto(origin + good.location);
          await page.screenshot({ path: `/tmp/portal-look/tracked-${width}.png`, fullPage: true });
          console.log('tracked', page.url(), await page.title());
        }
        await context.close();
      }
    }
  } finally {
    await browser.close();
  }
  void walk;
  void unitsOfHouse;
});
