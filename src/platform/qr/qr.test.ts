import assert from 'node:assert/strict';
import test from 'node:test';
import { qrSvg } from './index.ts';

/** Dark modules of the drawing, read back from its path. */
function modulesOf(svg: string): ReadonlySet<string> {
  const dark = new Set<string>();
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let i = 0; i < Number(run); i++) dark.add(`${Number(x) + i},${y}`);
  return dark;
}

test('a code has its three finder patterns, a quiet margin and nothing but a path', () => {
  const svg = qrSvg('https://example.vn/tra-cuu?ma=H01.105-261125-0042').text;
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const dark = modulesOf(svg);
  const finder = (x: number, y: number) =>
    Array.from({ length: 7 }, (_, i) => [`${x + i},${y}`, `${x},${y + i}`, `${x + i},${y + 6}`]).flat();
  for (const [x, y] of [
    [4, 4],
    [side - 11, 4],
    [4, side - 11],
  ] as const)
    for (const module of finder(x, y)) assert.ok(dark.has(module), module);
  for (const module of dark)
    for (const at of module.split(',').map(Number)) assert.ok(at >= 4 && at < side - 4, module);
  assert.doesNotMatch(svg, /script|href|style/);
});

test('hostile text changes the drawing and never the markup', () => {
  assert.match(
    qrSvg('"><script>alert(1)</script>').text,
    /^<svg [^<>]*><path fill="#000" d="[Mhvz\d -]*"\/><\/svg>$/,
  );
});
