import assert from 'node:assert/strict';
import { verify, X509Certificate } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { readDetached, signDetached } from '#platform/cms';
import type { RemoteSigning } from '#ports/signing';
import { must } from '#test/small-services';
import { openRemoteSigning } from './index.ts';
import { agree, aProvider, aVerifier, codeOf, hoa, morning, returnTo, sha256 } from './testing/builders.ts';

const provider = await aProvider();
after(() => provider.stop());

/** A real one takes part once there is an account for tests; whoever holds it agrees by hand, so nothing is signed there. */
const names = ['CSC_URL', 'CSC_OAUTH', 'CSC_CLIENT', 'CSC_SECRET', 'CSC_HOLDER', 'CSC_NAME', 'CSC_RETURN'];
const real = names.map((name) => process.env[name] ?? '');
const [url = '', oauth = '', clientId = '', clientSecret = '', personalNumber = '', name = '', back = ''] =
  real;
interface Way {
  readonly name: string;
  readonly remote: RemoteSigning;
  readonly holder: { readonly personalNumber: string; readonly name: string };
  readonly back: string;
  readonly agree?: (address: string) => Promise<string>;
}
const ways: readonly Way[] = [
  { name: 'the simulator', remote: provider.remote, holder: hoa, back: returnTo, agree },
  ...(real.every((value) => value !== '')
    ? [
        {
          name: 'the provider',
          remote: openRemoteSigning({ provider: 'CSC', url, oauth, clientId, clientSecret }),
          holder: { personalNumber, name },
          back,
        },
      ]
    : []),
];

for (const { name, remote, holder, back, agree: agrees } of ways)
  describe(`remote signing by ${name}`, () => {
    const first = async () => {
      const found = await remote.credentialsOf(holder);
      assert.ok(found.ok, JSON.stringify(found));
      assert.ok(found.value[0]);
      return found.value[0];
    };

    it('knows the key of a holder, with a chain that leads up', async (t) => {
      if (ways.length === 1) t.diagnostic(`${names.join(', ')} are not set: the simulator alone`);
      const { certificate, chain } = await first();
      const path = [certificate, ...chain].map((der) => new X509Certificate(der));
      for (const [at, one] of path.entries())
        if (path[at + 1]) assert.ok(one.verify(path[at + 1]!.publicKey), 'signed by the next');
      assert.deepEqual(await first(), await first(), 'the same one again');
    });

    it('has nothing for nobody', async () => {
      const nobody = await remote.credentialsOf({ personalNumber: '000', name: 'Không Ai' });
      assert.equal(codeOf(nobody), 'remote-none');
    });

    it('shows a page of consent', async () => {
      const wish = {
        credential: (await first()).id,
        words: 'Đơn',
        state: 's',
        challenge: aVerifier().challenge,
      };
      const address = must(
        await remote.consentAddress({ ...wish, digests: [sha256('Đơn')], returnTo: back }),
      );
      const shown = await fetch(address);
      assert.equal(shown.status, 200);
      assert.match(shown.headers.get('content-type') ?? '', /^text\/html/);
    });

    it('signs nothing for a code that it did not give', async () => {
      const made = { code: 'khong-co', verifier: aVerifier().verifier, credential: (await first()).id };
      const signed = await remote.sign({ ...made, digests: [sha256('Đơn')], returnTo: back });
      assert.equal(codeOf(signed), 'remote-consent-expired');
    });

    // Elsewhere the holder agrees by hand.
    if (!agrees) return;
    it('signs each digest of one consent, in their order', async () => {
      const { id: credential, certificate } = await first();
      const data = Array.from({ length: 20 }, (_, n) => Buffer.from(`Giấy tờ số ${n}`));
      const digests = data.map(sha256);
      const { verifier, challenge } = aVerifier();
      const wish = { credential, digests, words: 'Hồ sơ 20 giấy tờ', state: 's', challenge, returnTo: back };
      const code = await agrees(must(await remote.consentAddress(wish)));
      const signed = await remote.sign({ code, verifier, credential, digests, returnTo: back });
      assert.ok(signed.ok, JSON.stringify(signed));
      const key = new X509Certificate(certificate).publicKey;
      assert.deepEqual(
        signed.value.map((signature, n) => verify('sha256', data[n]!, key, signature)),
        data.map(() => true),
      );
    });

    it('makes a whole signature in two steps', async () => {
      const { id: credential, certificate, chain } = await first();
      const form = Buffer.from('<don>Đề nghị cấp giấy phép</don>');
      const options = { at: morning, pades: false };
      const asked: Uint8Array[] = [];
      const sign = (bytes: Uint8Array): Promise<Uint8Array> => {
        asked.push(bytes);
        return Promise.resolve(Buffer.alloc(8));
      };
      await signDetached(form, { certificate, chain, sign }, options);
      const digests = asked.map(sha256);
      const { verifier, challenge } = aVerifier();
      const wish = { credential, digests, words: 'Đơn', state: 's', challenge, returnTo: back };
      const code = await agrees(must(await remote.consentAddress(wish)));
      const signed = await remote.sign({ code, verifier, credential, digests, returnTo: back });
      assert.ok(signed.ok, JSON.stringify(signed));
      const replay = { certificate, chain, sign: () => Promise.resolve(signed.value[0]!) };
      const whole = await signDetached(form, replay, options);
      assert.ok(whole.ok, JSON.stringify(whole));
      assert.ok((await readDetached(whole.value, form)).ok);
    });
  });
