import { createHash, randomBytes } from 'node:crypto';
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

/** Signatures beside their digests, in the same order; undefined when there are not as many. */
export const besides = (
  digests: readonly Uint8Array[],
  signatures: readonly Uint8Array[],
): readonly MadeSignature[] | undefined =>
  digests.length === signatures.length
    ? digests.flatMap((digest, n) => {
        const signature = signatures[n];
        return signature ? [{ digest, signature }] : [];
      })
    : undefined;

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

/** Secrets of one consent: what comes back with the person, and what only this system can show (PKCE, RFC 7636). */
export function newConsent() {
  const [state, verifier] = [randomBytes(24).toString('base64url'), randomBytes(48).toString('base64url')];
  return { state, verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** What the browser brings back from the page of the provider. */
export interface BroughtBack {
  readonly code?: string | undefined;
  readonly error?: string | undefined;
}
