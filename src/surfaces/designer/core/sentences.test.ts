import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { hasDmnSentence } from '#capabilities/rules';
import { hasSentence } from './sentences.ts';

const here = new URL('.', import.meta.url).pathname;
const source = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');

test('every refusal that can meet a page of the designer has a sentence of its own', () => {
  const text =
    source(path.join(here, '..')) + source(path.join(here, '../../../capabilities/catalogue/drafts'));
  const codes = [
    ...text.matchAll(
      /\bcode: '([a-z-]+)'|\bStuck\('([a-z-]+)'|throw new Stuck\([^']*'([a-z-]+)' : '([a-z-]+)'/g,
    ),
  ].flatMap(([, ...found]) => found.filter((code) => code !== undefined));
  // `draft-exists` leads to the draft that is there; a result's code is no refusal.
  const others = new Set(['draft-exists', 'local']);
  assert.ok(codes.length > 30, String(codes.length));
  assert.deepEqual(
    [...new Set(codes)].filter((code) => !others.has(code) && !hasSentence(code) && !hasDmnSentence(code)),
    [],
  );
});
