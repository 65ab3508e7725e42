import { done, type Outcome, refused } from '#kernel/outcome';
import { algorithmOf, verifies } from './algorithms.ts';
import type { KeyPair } from './keys.ts';
import { type DigestSigner, SignerUnavailable } from './ports.ts';
import type { Certificate } from './read/certificate.ts';

/** A signer whose key is in this process; tokens and remote services implement the port themselves. */
export const signerOf = (
  pair: KeyPair,
  certificate: Uint8Array,
  chain: readonly Uint8Array[] = [],
): DigestSigner => ({ certificate, chain, sign: (data) => pair.sign(data) });

/**
 * Has bytes signed and verifies what comes back. Refused as `signer-unavailable`, and as `signature-wrong` when the
 * signature is not of the certificate's key.
 */
export async function askSigner(
  signer: DigestSigner,
  { key }: Pick<Certificate, 'key'>,
  data: Uint8Array,
): Promise<Outcome<Uint8Array>> {
  try {
    const signature = await signer.sign(data);
    // A token with another key in it, or one that was disturbed, shows here and not on a citizen's screen.
    return verifies(key, algorithmOf(key.kind), data, signature)
      ? done(signature)
      : refused({ code: 'signature-wrong' });
  } catch (error) {
    if (error instanceof SignerUnavailable) return refused({ code: 'signer-unavailable' });
    throw error;
  }
}
