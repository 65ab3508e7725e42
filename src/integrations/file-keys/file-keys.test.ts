import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { makeKeyPair, readCertificate } from '#platform/certificates';
import { readDetached, signDetached } from '#platform/cms';
import { smallAuthority } from '#test/small-authority';
import { openFileKeys } from './file-keys.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'keys-'));
after(() => rm(folder, { recursive: true }));
const at = Date.UTC(2026, 10, 25);
const authority = await smallAuthority(at);
const { pair, signer } = await authority.issueWithKey({ subject: [['commonName', 'Lê Văn Ký']] });
const passphrase = 'một câu dài để mở khóa';
const keys = openFileKeys({ folder, passphrase });
await keys.keep('officer-1', pair, signer.certificate, signer.chain);

test('a kept key signs, in this process and after a new start', async () => {
  for (const store of [keys, openFileKeys({ folder, passphrase })]) {
    const opened = await store.signer('officer-1');
    assert.ok(opened.ok);
    const data = Buffer.from('kết quả');
    const signature = await signDetached(data, opened.value, { at, pades: false });
    assert.ok(signature.ok);
    const read = await readDetached(signature.value, data);
    assert.ok(read.ok);
    assert.deepEqual(Buffer.from(read.value.certificate), Buffer.from(signer.certificate));
  }
});

test('the file tells nothing of the key, and belongs to its owner alone', async () => {
  const file = path.join(folder, 'officer-1.json');
  const text = await readFile(file, 'utf8');
  assert.match(text, /ENCRYPTED PRIVATE KEY/);
  assert.ok(!text.includes(Buffer.from(pair.pkcs8()).toString('base64').slice(60, 100)));
  assert.equal((await stat(file)).mode & 0o077, 0);
  assert.deepEqual(await readdir(folder), ['officer-1.json']);
});

test('what cannot be opened is refused with its reason', async () => {
  await writeFile(path.join(folder, 'broken.json'), '{"key":');
  const refusalOf = async (store: typeof keys, key: string) => {
    const opened = await store.signer(key);
    return opened.ok || opened.refusal.code;
  };
  const other = openFileKeys({ folder, passphrase: 'khác' });
  assert.equal(await refusalOf(other, 'officer-1'), 'key-locked');
  assert.equal(await refusalOf(keys, 'officer-2'), 'key-missing');
  assert.equal(await refusalOf(keys, '../officer-1'), 'key-missing');
  assert.equal(await refusalOf(keys, 'broken'), 'key-locked');
  await assert.rejects(keys.keep('../x', await makeKeyPair('p256'), signer.certificate, []), /named by/);
});

test('a renewed key takes the place of the old one', async () => {
  const renewed = await authority.issueWithKey({ subject: [['commonName', 'Lê Văn Ký']] });
  await keys.keep('officer-1', renewed.pair, renewed.signer.certificate, renewed.signer.chain);
  const opened = await openFileKeys({ folder, passphrase }).signer('officer-1');
  const read = opened.ok && readCertificate(opened.value.certificate);
  const expected = readCertificate(renewed.signer.certificate);
  assert.ok(read && read.ok && expected.ok);
  assert.equal(read.value.serial, expected.value.serial);
});
