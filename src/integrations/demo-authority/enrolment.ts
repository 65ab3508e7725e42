import { z } from 'zod';
import { done, refused } from '#kernel/outcome';
import { type DigestSigner, type KeyPair, makeKeyPair, signerOf } from '#platform/certificates';
import type { Enrolment } from '#ports/signing';

const der = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const shape = z.object({ certificate: der, chain: z.array(der).max(8) });

export interface EnrolmentOptions {
  readonly url: string;
  readonly secret: string;
  /** Where the new key goes. */
  keep(key: string, pair: KeyPair, certificate: Uint8Array, chain: readonly Uint8Array[]): Promise<void>;
  readonly patienceMs?: number;
}

/** Keys made here, certified by the demo's authority, kept in a store of files. */
export const enrolmentByDemo = ({ url, secret, keep, patienceMs = 5000 }: EnrolmentOptions): Enrolment => ({
  store: 'file',
  async enrol({ key, subject }) {
    const pair = await makeKeyPair('p256');
    const unavailable = refused({ code: 'enrolment-unavailable' });
    try {
      const response = await fetch(`${url}/certificates`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: JSON.stringify({ publicKey: Buffer.from(pair.publicKey).toString('base64'), subject }),
        signal: AbortSignal.timeout(patienceMs),
        redirect: 'error',
      });
      if (response.status !== 201) return unavailable;
      const { certificate, chain } = shape.parse(await response.json());
      await keep(key, pair, certificate, chain);
      const signer: DigestSigner = signerOf(pair, certificate, chain);
      return done(signer);
    } catch {
      return unavailable;
    }
  },
});
