import type { KeyPair } from './keys.ts';
import type { DigestSigner } from './ports.ts';

/** A signer whose key is in this process; tokens and remote services implement the port themselves. */
export const signerOf = (
  pair: KeyPair,
  certificate: Uint8Array,
  chain: readonly Uint8Array[] = [],
): DigestSigner => ({ certificate, chain, sign: (data) => pair.sign(data) });
