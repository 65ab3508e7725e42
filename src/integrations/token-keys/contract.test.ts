import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { readCertificate, SignerUnavailable } from '#platform/certificates';
import { readDetached, signDetached } from '#platform/cms';
import { smallAuthority } from '#test/small-authority';
import { openTokenKeys } from './index.ts';
import { binding } from './token.ts';

const at = Date.UTC(2026, 10, 25);
const module = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so',
].find((file) => existsSync(file));
const loaded = await binding();
const lacking = !module
  ? 'SoftHSM is not installed (Debian: softhsm2)'
  : !loaded && 'pkcs11js is not compiled';
const [pin, label] = ['123456', 'mot-cua'];
const folder = mkdtempSync(path.join(tmpdir(), 'token-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A token of software with keys in it, as an officer brings one. */
async function aToken() {
  assert.ok(module && loaded);
  mkdirSync(path.join(folder, 'tokens'));
  const conf = path.join(folder, 'softhsm2.conf');
  writeFileSync(
    conf,
    `directories.tokendir = ${folder}/tokens\nobjectstore.backend = file\nlog.level = ERROR\n`,
  );
  process.env['SOFTHSM2_CONF'] = conf;
  const util = (...args: string[]): void =>
    void execFileSync('softhsm2-util', args, {
      env: { ...process.env, SOFTHSM2_CONF: conf },
      stdio: 'ignore',
    });
  util('--init-token', '--free', '--label', label, '--pin', pin, '--so-pin', '87654321');
  const holders = new Map<string, Uint8Array>();
  const authorities = await Promise.all([smallAuthority(at, 'p256'), smallAuthority(at, 'rsa2048')]);
  const certificates: (readonly [string, Uint8Array])[] = [];
  for (const [n, authority] of authorities.entries()) {
    const name = n === 0 ? 'lanh-dao' : 'con-dau';
    const { pair, signer } = await authority.issueWithKey({
      subject: [
        ['country', 'VN'],
        ['commonName', `Lê Văn ${n}`],
      ],
    });
    const file = path.join(folder, `${name}.pem`);
    writeFileSync(file, pair.pem());
    util('--import', file, '--token', label, '--label', name, '--id', `a${n}`, '--pin', pin);
    holders.set(name, signer.certificate);
    certificates.push([name, signer.certificate], [`tren-${name}`, signer.chain[0] ?? new Uint8Array()]);
  }
  const pkcs11 = new loaded.PKCS11();
  pkcs11.load(module);
  pkcs11.C_Initialize();
  const slot = pkcs11.C_GetSlotList(true).find((one) => pkcs11.C_GetTokenInfo(one).label.trim() === label);
  assert.ok(slot);
  const session = pkcs11.C_OpenSession(slot, loaded.CKF_SERIAL_SESSION | loaded.CKF_RW_SESSION);
  pkcs11.C_Login(session, loaded.CKU_USER, pin);
  for (const [name, der] of certificates) {
    const read = readCertificate(der);
    assert.ok(read.ok);
    pkcs11.C_CreateObject(session, [
      { type: loaded.CKA_CLASS, value: loaded.CKO_CERTIFICATE },
      { type: loaded.CKA_CERTIFICATE_TYPE, value: loaded.CKC_X_509 },
      { type: loaded.CKA_TOKEN, value: true },
      { type: loaded.CKA_LABEL, value: name },
      { type: loaded.CKA_SUBJECT, value: Buffer.from(read.value.subject.der) },
      { type: loaded.CKA_VALUE, value: Buffer.from(der) },
    ]);
  }
  pkcs11.C_Finalize();
  pkcs11.close();
  return { module, holders };
}

describe('keys in a token', { skip: lacking }, async () => {
  const { module, holders } = lacking
    ? { module: '', holders: new Map<string, Uint8Array>() }
    : await aToken();
  const keys = openTokenKeys({ module, label, pin: () => pin });
  after(() => keys.close());
  const refusalOf = async (store: typeof keys, key: string) => {
    const opened = await store.signer(key);
    store.close();
    return opened.ok || opened.refusal.code;
  };

  for (const name of ['lanh-dao', 'con-dau'])
    it(`signs with the key "${name}", whose private half stays there`, async () => {
      const opened = await keys.signer(name);
      assert.ok(opened.ok, JSON.stringify(opened));
      assert.deepEqual(Buffer.from(opened.value.certificate), Buffer.from(holders.get(name) ?? []));
      assert.equal(opened.value.chain.length, 1, 'who issued it lies in the token too');
      const data = Buffer.from('Kết quả');
      const signed = await signDetached(data, opened.value, { at, pades: false });
      assert.ok(signed.ok, JSON.stringify(signed));
      assert.ok((await readDetached(signed.value, data)).ok);
    });

  it('signs many that are asked for at once', async () => {
    const opened = await keys.signer('lanh-dao');
    assert.ok(opened.ok);
    const all = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        signDetached(Buffer.from(`Kết quả ${n}`), opened.value, { at, pades: false }),
      ),
    );
    assert.deepEqual(
      all.map(({ ok }) => ok),
      all.map(() => true),
    );
  });

  it('goes on after its session was lost', async () => {
    const opened = await keys.signer('lanh-dao');
    assert.ok(opened.ok);
    keys.close();
    assert.ok((await opened.value.sign(Buffer.from('x'))).length > 60);
  });

  it('refuses with the reason: no such key, another token, no library, a wrong PIN', async () => {
    assert.equal(await refusalOf(keys, 'khong-co'), 'key-missing');
    assert.equal(
      await refusalOf(openTokenKeys({ module, label: 'khac', pin: () => pin }), 'lanh-dao'),
      'key-store-unavailable',
    );
    assert.equal(
      await refusalOf(openTokenKeys({ module: '/khong/co.so', label, pin: () => pin }), 'lanh-dao'),
      'key-store-unavailable',
    );
    const wrong = openTokenKeys({ module, label, pin: () => '000000' });
    assert.equal(await refusalOf(wrong, 'lanh-dao'), 'key-locked');
    assert.equal(await refusalOf(wrong, 'lanh-dao'), 'key-locked', 'and is not tried again');
  });

  it('says so when the token is gone in the middle', async () => {
    const opened = await keys.signer('lanh-dao');
    assert.ok(opened.ok);
    keys.close();
    rmSync(path.join(folder, 'tokens'), { recursive: true });
    mkdirSync(path.join(folder, 'tokens'));
    await assert.rejects(opened.value.sign(Buffer.from('x')), SignerUnavailable);
  });
});
