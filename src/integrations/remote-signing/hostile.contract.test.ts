import assert from 'node:assert/strict';
import { verify, X509Certificate } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, describe, it } from 'node:test';
import { must } from '#test/small-services';
import { type Behaviour, openRemoteSigning } from './index.ts';
import {
  agree,
  aProvider,
  aVerifier,
  broughtBack,
  client,
  codeOf,
  hoa,
  onThePage,
  returnTo,
  sha256,
} from './testing/builders.ts';

const provider = await aProvider();
after(() => provider.stop());
afterEach(() => provider.simulator.behave({}));
const { remote, clock, simulator } = provider;
const data = Buffer.from('Đơn đề nghị');
const digests = [sha256(data), sha256('Bản vẽ')];

describe('a consent', () => {
  it('that was refused comes back as such, with the state', async () => {
    const { id: credential } = await provider.credential();
    const { challenge } = aVerifier();
    const wish = { credential, digests, words: 'Đơn', state: 'trang-thai', challenge, returnTo };
    const said = await onThePage(must(await remote.consentAddress(wish)), { viec: 'tu-choi' });
    assert.deepEqual(broughtBack(said), { error: 'access_denied', state: 'trang-thai' });
  });

  it('signs what was agreed to and nothing else', async () => {
    const consent = await provider.consented(digests);
    const tries = [
      [sha256('Đơn khác'), digests[1]!],
      digests.toReversed(),
      [digests[0]!],
      [...digests, sha256('Thêm')],
    ];
    const codes: string[] = [];
    for (const other of tries) {
      const { code, verifier, ...rest } = await provider.consented(digests);
      codes.push(codeOf(await remote.sign({ ...rest, code, verifier, digests: other })));
    }
    assert.deepEqual(
      codes,
      tries.map(() => 'remote-consent-refused'),
    );
    assert.equal(codeOf(await remote.sign(consent)), 'done');
  });

  it('is for one credential', async () => {
    const consent = await provider.consented(digests);
    const other = await remote.credentialsOf({ personalNumber: '089190000002', name: 'Trần Văn Nam' });
    assert.ok(other.ok);
    const signed = await remote.sign({ ...consent, credential: other.value[0]!.id });
    assert.equal(codeOf(signed), 'remote-consent-refused');
    assert.equal(codeOf(await remote.sign({ ...consent, credential: 'simca-khong-co-that' })), 'remote-none');
  });

  it('counts once, and for its verifier and address only', async () => {
    const consent = await provider.consented(digests);
    assert.equal(codeOf(await remote.sign(consent)), 'done');
    assert.equal(codeOf(await remote.sign(consent)), 'remote-consent-expired', 'again');
    const second = await provider.consented(digests);
    const stolen = { ...second, verifier: aVerifier().verifier };
    assert.equal(codeOf(await remote.sign(stolen)), 'remote-consent-expired', 'another verifier');
    assert.equal(codeOf(await remote.sign(second)), 'remote-consent-expired', 'the code is burnt');
    const third = await provider.consented(digests);
    const elsewhere = { ...third, returnTo: 'http://localhost:9/khac' };
    assert.equal(codeOf(await remote.sign(elsewhere)), 'remote-consent-expired', 'another address');
  });

  it('ends after a minute', async () => {
    const consent = await provider.consented(digests);
    clock.set(clock.now() + 61_000);
    assert.equal(codeOf(await remote.sign(consent)), 'remote-consent-expired');
  });

  it('is not asked for no digest, too many, or another hash', async () => {
    const ask = (list: readonly Uint8Array[]) => () =>
      remote.consentAddress({
        credential: 'x',
        digests: list,
        words: '',
        state: '',
        challenge: '',
        returnTo,
      });
    await assert.rejects(ask([]), /digests/);
    await assert.rejects(ask(Array.from({ length: 501 }, () => digests[0]!)), /digests/);
    await assert.rejects(ask([Buffer.alloc(20)]), /digests/);
  });

  it('for many hashes is deposited first: what the holder’s browser carries stays short, and a stranger deposits nothing', async () => {
    const many = Array.from({ length: 300 }, (_, n) => sha256(`Kết quả ${n}`));
    const { id: credential } = await provider.credential();
    const { verifier, challenge } = aVerifier();
    const wish = { credential, digests: many, words: '300 kết quả', state: 's', challenge, returnTo };
    const address = must(await remote.consentAddress(wish));
    assert.ok(address.length < 300, address);
    const signed = await remote.sign({
      code: await agree(address),
      verifier,
      credential,
      digests: many,
      returnTo,
    });
    assert.equal(signed.ok && signed.value.length, 300);
    const stranger = provider.open({ clientSecret: 'khong-phai' });
    assert.equal(codeOf(await stranger.consentAddress(wish)), 'remote-odd');
    clock.set(clock.now() + 61_000);
    assert.equal((await fetch(address)).status, 410, 'what was deposited is forgotten after a minute');
  });
});

describe('a seal that was entrusted to this system', () => {
  const agency = { personalNumber: 'H01.49', name: 'Ủy ban nhân dân xã Núi Cấm' };
  it('signs at once, each time for the hashes that were asked for', async () => {
    const found = must(await remote.credentialsOf(agency));
    assert.deepEqual(
      found.map(({ consent }) => consent),
      ['none'],
    );
    const [seal] = found;
    assert.ok(seal);
    const signed = must(await remote.signAtOnce({ credential: seal.id, digests }));
    const key = new X509Certificate(seal.certificate).publicKey;
    assert.ok(signed[0] && verify('sha256', data, key, signed[0]));
    assert.deepEqual(must(await remote.credential(seal.id)), seal);
  });

  it('is not a person: whose consent is needed does not sign at once', async () => {
    const { id: credential, consent } = await provider.credential();
    assert.equal(consent, 'holder');
    assert.equal(codeOf(await remote.signAtOnce({ credential, digests })), 'remote-none');
    assert.equal(codeOf(await remote.credential('khong-co')), 'remote-none');
  });

  it('signs nothing while the provider is silent, answers oddly or has suspended it', async () => {
    const [seal] = must(await remote.credentialsOf(agency));
    assert.ok(seal);
    const ways = [
      [{ down: true }, 'remote-silent'],
      [{ garbage: 'json' }, 'remote-odd'],
      [{ suspended: true }, 'remote-none'],
      [{ signatures: 'fewer' }, 'remote-odd'],
    ] as const;
    for (const [behaviour, code] of ways) {
      simulator.behave(behaviour);
      assert.equal(codeOf(await remote.signAtOnce({ credential: seal.id, digests })), code);
    }
  });
});

describe('a token of a consent', () => {
  /** As somebody would who came by it. */
  const post = (path: string, body: object | URLSearchParams, as?: string) =>
    fetch(`${simulator.url}${path}`, {
      method: 'POST',
      headers: {
        ...(body instanceof URLSearchParams ? {} : { 'content-type': 'application/json' }),
        ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
      },
      body: body instanceof URLSearchParams ? body : JSON.stringify(body),
    });
  const tokenFor = async ({ code, verifier }: { readonly code: string; readonly verifier: string }) => {
    const form = { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: returnTo };
    const { clientId: client_id, clientSecret: client_secret } = client;
    const answer = await post('/oauth2/token', new URLSearchParams({ ...form, client_id, client_secret }));
    return ((await answer.json()) as { access_token?: string }).access_token ?? '';
  };
  const wish = (credentialID: string) => ({
    credentialID,
    hashes: digests.map((digest) => digest.toString('base64')),
    hashAlgorithmOID: '2.16.840.1.101.3.4.2.1',
    signAlgo: '1.2.840.10045.4.3.2',
  });

  it('signs once, and dies when its code is shown again', async () => {
    const first = await provider.consented(digests);
    const token = await tokenFor(first);
    const sign = (as: string) => post('/csc/v2/signatures/signHash', wish(first.credential), as);
    assert.deepEqual([(await sign(token)).status, (await sign(token)).status], [200, 401]);
    const second = await provider.consented(digests);
    const other = await tokenFor(second);
    assert.equal(await tokenFor(second), '');
    assert.equal((await sign(other)).status, 401);
  });

  it('opens nothing else, and no other opens the key', async () => {
    const consent = await provider.consented(digests);
    const token = await tokenFor(consent);
    const { credential: credentialID } = consent;
    assert.equal((await post('/csc/v2/credentials/info', { credentialID }, token)).status, 401);
    assert.equal((await post('/csc/v2/signatures/signHash', wish(credentialID))).status, 401);
    assert.equal(
      (await post('/csc/v2/signatures/signHash', { ...wish(credentialID), SAD: token })).status,
      401,
    );
  });
});

describe('a provider that misbehaves is refused in time', () => {
  const cases: Readonly<Record<string, readonly [Behaviour, string]>> = {
    'is down': [{ down: true }, 'remote-silent'],
    'has errors': [{ errors: true }, 'remote-silent'],
    'is slow': [{ slowMs: 60_000 }, 'remote-silent'],
    'stops in the middle': [{ halfAnswer: true }, 'remote-silent'],
    'shows a page': [{ garbage: 'html' }, 'remote-odd'],
    'says something else': [{ garbage: 'json' }, 'remote-odd'],
    'says too much': [{ garbage: 'huge' }, 'remote-odd'],
    'leads elsewhere': [{ garbage: 'redirect' }, 'remote-odd'],
    'says nothing': [{ garbage: 'empty' }, 'remote-odd'],
  };
  for (const [name, [behaviour, code]] of Object.entries(cases))
    it(name, async () => {
      const hasty = provider.open({ patienceMs: behaviour.slowMs ? 200 : 10_000 });
      const consent = await provider.consented(digests);
      simulator.behave(behaviour);
      assert.equal(codeOf(await hasty.credentialsOf(hoa)), code);
      assert.equal(codeOf(await hasty.sign(consent)), code);
    });

  it('gives signatures that are none, or not as many', async () => {
    const signed = async (signatures: NonNullable<Behaviour['signatures']>) => {
      const consent = await provider.consented(digests);
      simulator.behave({ signatures });
      const said = await remote.sign(consent);
      simulator.behave({});
      return said;
    };
    assert.equal(codeOf(await signed('noise')), 'remote-odd');
    assert.equal(codeOf(await signed('fewer')), 'remote-odd');
    const { publicKey } = new X509Certificate((await provider.credential()).certificate);
    const verified = async (how: 'pair' | 'others') => {
      const said = await signed(how);
      assert.ok(said.ok, JSON.stringify(said));
      return verify('sha256', data, publicKey, said.value[0]!);
    };
    assert.equal(await verified('pair'), true, 'r and s side by side are turned into DER');
    assert.equal(await verified('others'), false, 'what puts the signature together sees this');
  });

  it('has nobody, or a key that was suspended', async () => {
    const consent = await provider.consented(digests);
    simulator.behave({ nobody: true });
    assert.equal(codeOf(await remote.credentialsOf(hoa)), 'remote-none');
    simulator.behave({ suspended: true });
    assert.equal(codeOf(await remote.credentialsOf(hoa)), 'remote-none');
    assert.equal(codeOf(await remote.sign(consent)), 'remote-none');
  });

  it('forgets who we are, and is told again', async () => {
    simulator.behave({ forgetful: true });
    assert.equal(codeOf(await remote.credentialsOf(hoa)), 'done');
  });

  it('does not know us', async () => {
    const stranger = provider.open({ clientSecret: 'sai' });
    assert.equal(codeOf(await stranger.credentialsOf(hoa)), 'remote-odd');
  });

  it('begins and never ends', async () => {
    const endless = createServer((_, res) => {
      res.writeHead(200, { 'content-type': 'application/json' }).write('{"access_token":"');
    });
    await new Promise<void>((ready) => endless.listen(0, '127.0.0.1', ready));
    const { port } = endless.address() as AddressInfo;
    const options = { provider: 'X', url: `http://127.0.0.1:${port}`, ...client, patienceMs: 200 };
    assert.equal(codeOf(await openRemoteSigning(options).credentialsOf(hoa)), 'remote-silent');
    endless.closeAllConnections();
    endless.close();
  });

  it('is not called without encryption, except on this machine', async () => {
    const at = (url: string) => () => openRemoteSigning({ provider: 'X', url, ...client });
    assert.throws(at('http://ky.example.vn'), /https/);
    assert.throws(at('http://127.0.0.1.example.vn'), /https/);
    assert.ok(at('https://ky.example.vn')());
    assert.match(
      must(
        await at('https://ky.example.vn/')().consentAddress({
          credential: 'a b&c',
          digests,
          words: 'x&redirect_uri=http://xau',
          state: 's',
          challenge: 'c',
          returnTo,
        }),
      ),
      /^https:\/\/ky\.example\.vn\/oauth2\/authorize\?response_type=code&client_id=motcua&redirect_uri=http%3A/,
    );
  });

  it('agrees in the same way after all of this', async () => {
    assert.notEqual(
      await agree(
        must(
          await remote.consentAddress({
            credential: (await provider.credential()).id,
            digests,
            words: 'Đơn',
            state: 's',
            challenge: aVerifier().challenge,
            returnTo,
          }),
        ),
      ),
      '',
    );
  });
});
