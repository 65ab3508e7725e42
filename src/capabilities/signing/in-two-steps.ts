import { createHash } from 'node:crypto';
import { type DigestSigner, SignerUnavailable } from '#platform/certificates';

/** What a first run would have signed. */
export interface RecordingSigner extends DigestSigner {
  /** SHA-256 of the bytes asked for, in their order. */
  digests(): readonly Uint8Array[];
}

const digestOf = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();

/**
 * Signing in two requests, for a holder who agrees elsewhere in between. What is signed is the same each time it is
 * put together, so the first run only notes what is to be signed: `sign` notes the bytes and throws `SignerUnavailable`.
 */
export function recordingSigner(certificate: Uint8Array, chain: readonly Uint8Array[]): RecordingSigner {
  const digests: Uint8Array[] = [];
  return {
    certificate,
    chain,
    digests: () => [...digests],
    sign(data) {
      digests.push(digestOf(data));
      return Promise.reject(new SignerUnavailable('The holder has not agreed yet'));
    },
  };
}

/** A digest and the signature that the holder's key made of it. */
export interface MadeSignature {
  readonly digest: Uint8Array;
  readonly signature: Uint8Array;
}

/** The second run: gives each signature for the bytes it was made for, and throws `SignerUnavailable` for any others. */
export function replayingSigner(
  certificate: Uint8Array,
  chain: readonly Uint8Array[],
  made: readonly MadeSignature[],
): DigestSigner {
  const byDigest = new Map(
    made.map(({ digest, signature }) => [Buffer.from(digest).toString('hex'), signature]),
  );
  return {
    certificate,
    chain,
    sign(data) {
      const signature = byDigest.get(digestOf(data).toString('hex'));
      return signature
        ? Promise.resolve(signature)
        : Promise.reject(new SignerUnavailable('Not what the holder agreed to'));
    },
  };
}
