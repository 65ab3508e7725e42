import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type KeyPair, makeKeyPair, type NameParts, signerOf } from '#platform/certificates';
import type { Enrolment } from '#ports/signing';

const der = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const shape = z.object({ certificate: der, chain: z.array(der).max(8) });

export interface ByDemo {
  readonly url: string;
  readonly secret: string;
  readonly patienceMs?: number;
}
export interface EnrolmentOptions extends ByDemo {
  /** Where the new key goes. */
  keep(key: string, pair: KeyPair, certificate: Uint8Array, chain: readonly Uint8Array[]): Promise<void>;
}

/** Asks the demo's authority to certify a key (SubjectPublicKeyInfo in DER). Refused: `enrolment-unavailable`. */
export async function certifyByDemo(
  { url, secret, patienceMs = 5000 }: ByDemo,
  publicKey: Uint8Array,
  subject: NameParts,
): Promise<Outcome<z.output<typeof shape>>> {
  try {
    const response = await fetch(`${url}/certificates`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({ publicKey: Buffer.from(publicKey).toString('base64'), subject }),
      signal: AbortSignal.timeout(patienceMs),
      redirect: 'error',
    });
    if (response.status === 201) return done(shape.parse(await response.json()));
  } catch {}
  return refused({ code: 'enrolment-unavailable' });
}

/** Keys made here, certified by the demo's authority, kept in a store of files. */
export const enrolmentByDemo = ({ keep, ...authority }: EnrolmentOptions): Enrolment => ({
  store: 'file',
  async enrol({ key, subject }) {
    const pair = await makeKeyPair('p256');
    const certified = await certifyByDemo(authority, pair.publicKey, subject);
    if (!certified.ok) return certified;
    const { certificate, chain } = certified.value;
    try {
      await keep(key, pair, certificate, chain);
    } catch {
      return refused({ code: 'enrolment-unavailable' });
    }
    return done(signerOf(pair, certificate, chain));
  },
});
