import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildStyles, minifyCss } from './build.ts';

const styles = buildStyles();
const folder = new URL('./components/', import.meta.url);
const files = readdirSync(folder).flatMap((name) =>
  readdirSync(new URL(`${name}/`, folder))
    .filter((file) => file.endsWith('.css'))
    .map((file) => ({ name: file, css: readFileSync(new URL(`${name}/${file}`, folder), 'utf8') })),
);

test('the sheets keep their budgets: citizen 12 kB, office 18 kB, gzipped', () => {
  assert.ok(gzipSync(styles.citizen).length <= 12_000);
  assert.ok(gzipSync(styles.office).length <= 18_000);
});

test('every component style is in one sheet or both', () => {
  for (const { name, css } of files) {
    const text = minifyCss(css);
    assert.ok(styles.citizen.includes(text) || styles.office.includes(text), name);
  }
});

test('the small minifier loses no rule', () => {
  for (const { name, css } of files) {
    const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
    const strings = bare.match(/"[^"]*"/g) ?? [];
    for (const text of strings) assert.doesNotMatch(text, /[{};:,]| {2}/, `${name}: ${text}`);
    const count = (text: string, sign: string) => text.split(sign).length;
    assert.equal(count(minifyCss(css), '{'), count(bare, '{'), name);
    assert.equal(count(minifyCss(css), ':'), count(bare, ':'), name);
  }
});

test('styles fetch nothing and hard-wire no colour outside the tokens', () => {
  for (const { name, css } of files) {
    assert.doesNotMatch(css, /@import|url\(/, name);
    const colours = (css.match(/#[0-9a-f]{3,8}\b/g) ?? []).filter((hex) => !['#fff', '#000'].includes(hex));
    assert.deepEqual(colours, name === 'mark.css' ? ['#f0c877'] : [], name);
  }
});
