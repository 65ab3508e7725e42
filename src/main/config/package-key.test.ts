import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { keptPackageKey } from './package-key.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-key-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'secrets', 'package-key.json');

test('the key is made once, kept for the owner alone, and never replaced by itself', () => {
  const made = keptPackageKey(folder);
  assert.deepEqual(keptPackageKey(folder), made);
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), made);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  for (const broken of ['{', '{"kty":"OKP"}']) {
    writeFileSync(file, broken);
    assert.throws(() => keptPackageKey(folder), /cannot be read\. Put back its copy/);
    assert.equal(readFileSync(file, 'utf8'), broken);
  }
});
