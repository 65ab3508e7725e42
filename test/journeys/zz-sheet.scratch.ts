import { launchBrowser } from '../support/chromium.ts';
const [out = '', ...files] = process.argv.slice(2);
const b = await launchBrowser();
const p = await b.newPage({ viewport: { width: (Number(process.env.W ?? 360) + 20) * files.length, height: 1400 } });
const { readFileSync } = await import('node:fs');
await p.setContent(`<body style="margin:0;display:flex;gap:8px;background:magenta;align-items:start">${files.map((f) => `<img style="width:${process.env.W ?? 360}px" src="data:image/png;base64,${readFileSync(f).toString('base64')}">`).join('')}`);
await p.waitForTimeout(300);
await p.screenshot({ path: out });
await b.close();
