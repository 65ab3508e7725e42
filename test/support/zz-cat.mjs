import fs from 'node:fs';
import { PNG } from 'pngjs';

const [, , out, maxH, ...files] = process.argv;
const imgs = files.map((f) => PNG.sync.read(fs.readFileSync(f)));
const H = Math.min(Number(maxH), Math.max(...imgs.map((i) => i.height)));
const W = imgs.reduce((s, i) => s + i.width + 10, 0);
const o = new PNG({ width: W, height: H });
o.data.fill(200);
let x = 0;
for (const i of imgs) {
  PNG.bitblt(i, o, 0, 0, i.width, Math.min(i.height, H), x, 0);
  x += i.width + 10;
}
fs.writeFileSync(out, PNG.sync.write(o));
