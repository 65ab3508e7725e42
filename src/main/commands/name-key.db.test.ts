import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { toPem } from '#platform/certificates';
import { runCommand } from '#test/command';
import { smallAuthority } from '#test/small-authority';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-name-key-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => path.join(folder, name);

const motcua = (...args: readonly string[]) => runCommand(args, { dataDir: file('data') });

test('a key is refused for a unit that is not there, for a certificate of another key, and for what is no key', async () => {
  const authority = await smallAuthority(Date.now());
  const write = async (name: string) => {
    const { pair, signer } = await authority.issueWithKey({});
    writeFileSync(file(`${name}.key`), pair.pem());
    writeFileSync(file(`${name}.pem`), toPem('CERTIFICATE', signer.certificate));
  };
  await write('own');
  await write('other');
  const name = (key: string, certificate: string) =>
    motcua('name-key', 'H99', `--key=${file(key)}`, `--certificate=${file(certificate)}`);
  assert.match(name('own.key', 'own.pem').stderr, /No unit has the code "H99"/);
  assert.match(name('own.key', 'other.pem').stderr, /do not belong together/);
  assert.match(name('own.pem', 'own.pem').stderr, /holds no private key/);
  assert.match(name('own.key', 'own.key').stderr, /holds no certificate/);
  assert.match(motcua('name-key', 'H99').stderr, /--key is missing/);
});

test('a key at a provider is refused where the provider is not known, or does not answer', async () => {
  const authority = await smallAuthority(Date.now());
  writeFileSync(file('roots.pem'), toPem('CERTIFICATE', authority.root));
  const account = { key: 'ca-mot', name: 'CA Một', clientId: 'motcua', clientSecret: 'bi-mat-cua-may' };
  // Nobody listens at port 1.
  writeFileSync(file('signers.json'), JSON.stringify([{ ...account, url: 'https://127.0.0.1:1' }]), {
    mode: 0o600,
  });
  const env = { REMOTE_SIGNERS: file('signers.json'), SIGNING_ROOTS: file('roots.pem') };
  const name = (remote: string) =>
    runCommand(['name-key', 'H99', `--remote=${remote}`], { dataDir: file('data'), env }).stderr;
  assert.match(name('ca-hai/seal'), /No provider "ca-hai" stands in REMOTE_SIGNERS/);
  assert.match(name('constructor/seal'), /No provider "constructor" stands in REMOTE_SIGNERS/);
  assert.match(name('ca-mot/seal'), /CA Một does not give this credential: it does not answer/);
});
