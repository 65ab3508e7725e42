import { launchBrowser } from './chromium.ts';
const [, , width, out, who, ...urls] = process.argv;
const b = await launchBrowser();
const c = await b.newContext({ viewport: { width: Number(width), height: 900 } });
const p = await c.newPage();
p.on('console', (m) => { if (m.type() === 'error') console.log('console:', m.text().slice(0, 200)); });
const base = 'http://localhost:4200';
if (who && who !== '-') {
  const [kind, name] = who.split(':');
  await p.goto(base + (kind === 'o' ? '/mot-cua/dang-nhap' : '/dang-nhap'));
  await p.click(kind === 'o' ? 'a[href*="tinh"]' : 'a[href*="vneid"]');
  await p.waitForLoadState();
  const box = p.locator('input[type=search], input[name=q]');
  if (await box.count()) { await box.first().fill(name!); await p.keyboard.press('Enter'); await p.waitForLoadState(); }
  await p.getByText(name!).first().click();
  await p.waitForLoadState();
  console.log(p.url());
  await p.screenshot({ path: `/tmp/s-${out}-login.png` });
  for (let i = 0; i < 4 && !p.url().startsWith(base); i++) { const btn = p.locator('button[type=submit]').first(); const code = p.locator('input[name=code], input[name=ma]'); if (await code.count()) { const t = await p.textContent('body'); const m = /\b(\d{6})\b/.exec(t ?? ''); if (m) await code.first().fill(m[1]!); } if (await btn.count()) { await btn.click(); await p.waitForLoadState(); } console.log(p.url()); }
}
let i = 0;
for (const u of urls) { const r = await p.goto(base + u); await p.screenshot({ path: `/tmp/s-${out}-${i++}.png`, fullPage: true }); console.log(r?.status(), u, await p.title(), p.url()); }
await b.close();
