import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { test } from 'node:test';
import { aContent, aPackageKey } from '#builders/catalogue';
import { inGroups, openPackage, packProcedure } from '#capabilities/catalogue';
import { aHouse } from '#test/pages';
import { packageKeyPages } from './package-key.page.ts';

const key = aPackageKey();
const house = await aHouse({ routes: (doors) => packageKeyPages(doors, key) });

test('everybody reads the fingerprint and takes the key, and nothing of its secret part', async () => {
  for (const path of ['/khoa-ky', '/khoa-ky.json', '/khoa-ky.pem']) {
    const page = await house.visit('GET', path);
    assert.equal(page.status, 200, path);
    assert.doesNotMatch(page.bytes.toString(), /"d"|PRIVATE/);
  }
  const page = await house.visit('GET', '/khoa-ky');
  assert.ok(page.text.includes(inGroups(key.id)));
  assert.ok(page.text.includes(`--key=${key.id}`));
  assert.doesNotMatch(page.text, / style="|<script>|undefined/);
  const jwk = await house.visit('GET', '/khoa-ky.json');
  assert.match(String(jwk.headers['content-type']), /^application\/jwk\+json/);
  assert.deepEqual(JSON.parse(jwk.bytes.toString()), { ...key.publicKey, kid: key.id });
});

test('with the key of this page alone a package is found right, and a changed one is not', async () => {
  const pem = (await house.visit('GET', '/khoa-ky.pem')).bytes.toString();
  const opened = openPackage(packProcedure(aContent(), key));
  assert.ok(opened.ok);
  const { files } = opened.value;
  const manifest = files.get('manifest.json') ?? new Uint8Array();
  const { signature } = JSON.parse(Buffer.from(files.get('signature.json') ?? []).toString()) as {
    signature: string;
  };
  const judge = (bytes: Uint8Array): boolean =>
    verify(null, bytes, createPublicKey(pem), Buffer.from(signature, 'base64url'));
  assert.equal(judge(manifest), true);
  assert.equal(judge(Uint8Array.from(manifest, (byte, at) => (at === 40 ? byte ^ 1 : byte))), false);
});
