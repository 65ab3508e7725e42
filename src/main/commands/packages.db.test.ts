import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { aContent, aPackageKey } from '#builders/catalogue';
import { packProcedure } from '#capabilities/catalogue';
import { runCommand } from '#test/command';
import { sampleDiagram } from '../sample/catalogue.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-packages-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => path.join(folder, name);

const motcua = (...args: readonly string[]) => runCommand(args, { dataDir: file('data') });

test('a package of another instance is taken by an empty one when its key is trusted, and leaves it unchanged', () => {
  const key = aPackageKey();
  const code = '1.004873';
  writeFileSync(file('in.zip'), packProcedure(aContent(code), key));
  const stranger = motcua('import-procedure', file('in.zip'));
  assert.equal(stranger.status, 1);
  assert.match(stranger.stderr, new RegExp(`not known here: ${key.id}`));
  const trusted = motcua('import-procedure', file('in.zip'), `--trust=${key.id}`, '--name=Cần Thơ');
  assert.equal(trusted.stderr, '');
  assert.match(trusted.stdout, /^Version 1 of 1\.004873 is in force now; signed by Cần Thơ/);
  const exported = motcua('export-procedure', code, `--out=${file('out.zip')}`);
  assert.equal(exported.status, 0, exported.stderr);
  assert.deepEqual(readFileSync(file('out.zip')), readFileSync(file('in.zip')));
  // Its diagram asks units by name, and no unit stands here yet.
  const permit = '1.013225';
  const workflow = sampleDiagram(permit) ?? '';
  writeFileSync(file('permit.zip'), packProcedure(aContent(permit, { workflow }), key));
  const known = motcua('import-procedure', file('permit.zip'));
  assert.equal(known.status, 0, known.stderr);
  motcua('export-procedure', permit, `--out=${file('permit-out.zip')}`);
  assert.deepEqual(readFileSync(file('permit-out.zip')), readFileSync(file('permit.zip')));
});

test('a package says what it holds and who signed it, and a changed one is found out, without any database', () => {
  const key = aPackageKey();
  const packed = packProcedure(aContent('1.004873'), key);
  writeFileSync(file('good.zip'), packed);
  const good = motcua('verify-package', file('good.zip'), `--key=${key.id}`);
  assert.equal(good.status, 0, good.stderr);
  assert.match(good.stdout, /\(1\.004873\), version 1, in force from .*\nUnchanged since it was signed by/);
  const other = motcua('verify-package', file('good.zip'), '--key=somebody');
  assert.match(other.stderr, new RegExp(`signed by ${key.id}, not by somebody`));
  writeFileSync(
    file('bad.zip'),
    packed.map((byte, at) => (at === 60 ? byte ^ 1 : byte)),
  );
  assert.equal(motcua('verify-package', file('bad.zip')).status, 1);
});

test('what is no package, or far too large, is a sentence before any database is asked', () => {
  writeFileSync(file('large.zip'), new Uint8Array(20_000_000));
  const large = motcua('import-procedure', file('large.zip'));
  assert.deepEqual([large.status, large.stdout], [1, '']);
  assert.match(large.stderr, /It is larger than a procedure can be\.\n$/);
  assert.equal(motcua('import-procedure', file('none.zip')).status, 1);
  assert.equal(motcua('export-procedure', '1.004873', '--version=new').status, 2);
});
