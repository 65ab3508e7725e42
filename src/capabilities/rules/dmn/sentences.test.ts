import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dmnProblemText, hasDmnSentence } from './sentences.ts';

const room = new URL('../', import.meta.url);
const source = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('sentences.ts'))
  .map((name) => readFileSync(new URL(name, room), 'utf8'))
  .join('\n');

test('every code of this room has a sentence in both languages that names the place', () => {
  const codes = new Set(
    [...source.matchAll(/'((?:feel|dmn|xml|too|table|column)-[a-z-]+)'/g)].map(([, code = '']) => code),
  );
  // Findings of lint have sentences of their own; the last is a package.
  for (const code of [
    'table-gap',
    'table-overlap',
    'table-row-unreachable',
    'table-not-checked',
    'dmn-moddle',
  ])
    codes.delete(code);
  assert.ok(codes.size > 30, String(codes.size));
  for (const code of codes) {
    assert.ok(hasDmnSentence(code), code);
    const { vi, en = '' } = dmnProblemText({ code, details: { row: 2, column: 1, at: 3, element: 'x' } });
    for (const text of [vi, en]) {
      assert.match(text, /\.$/, code);
      assert.ok(text.split(' ').length <= 25, text);
      assert.doesNotMatch(text, /undefined/, code);
    }
  }
  assert.match(dmnProblemText({ code: 'feel-syntax', details: { row: 2, column: 1 } }).vi, /dòng 2, cột 1/);
});
