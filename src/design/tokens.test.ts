import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { colourPairs, ratios } from './pairs.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  assert.ok(start >= 0, selector);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}
const contrast = (a: string, b: string): number => {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};

const schemes = { light: tokensOf(':root'), dark: tokensOf(':root[data-theme="dark"]') };

for (const [scheme, tokens] of Object.entries(schemes))
  test(`every declared pair is readable, ${scheme}`, () => {
    for (const { front, ground, level } of colourPairs) {
      const [a, b] = [tokens.get(front), tokens.get(ground)];
      assert.ok(a && b, `${front} or ${ground} is no token`);
      const ratio = contrast(a, b);
      assert.ok(
        ratio >= ratios[level],
        `${front} on ${ground}: ${ratio.toFixed(2)} is under ${ratios[level]}`,
      );
    }
  });

test('the measure itself is right', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
});

test('the dark scheme is the same whether the device or the person asks for it, and complete', () => {
  const device = tokensOf(':root:not([data-theme="light"])');
  assert.deepEqual(device, schemes.dark);
  assert.deepEqual([...schemes.dark.keys()], [...schemes.light.keys()]);
});

test('in the large mode no text is under 20 px and targets are 60 px, on both sheets', () => {
  const office = readFileSync(new URL('./office.css', import.meta.url), 'utf8');
  for (const sheet of [css, office]) {
    const block = sheet.slice(sheet.indexOf(':root[data-large]'));
    const sizes = [...block.matchAll(/--text-\w+: ([\d.]+)rem/g)].map(([, size]) => Number(size) * 16);
    assert.ok(sizes.length >= 6);
    for (const size of sizes) assert.ok(size >= 20, `${size} px`);
    assert.match(block, /--target: 3\.75rem/);
  }
});
