/**
 * What of `node:crypto` the judges use, for a browser that opens a file: without a server, maybe without WebCrypto's Ed25519,
 * and all at once. The judges are the same there and here; only what hashes and verifies is another.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { bitsOf, Fields, oidOf, strictDer, tags } from '#platform/der';
import { type RsaKey, readRsa, rsaVerifies } from './rsa.ts';

const hashes = { sha256, sha384, sha512 } as const;
type HashName = keyof typeof hashes;
/** By SHA-1 keys are found (RFC 5280, 6960); nothing is signed with it. */
const finding = { ...hashes, sha1 } as const;
type FindingName = keyof typeof finding;

class Hash {
  readonly #hash: ReturnType<typeof sha256.create>;
  constructor(name: FindingName) {
    this.#hash = finding[name].create() as ReturnType<typeof sha256.create>;
  }
  update(data: string | Uint8Array, encoding: 'utf8' = 'utf8'): this {
    this.#hash.update(typeof data === 'string' ? Buffer.from(data, encoding) : Uint8Array.from(data));
    return this;
  }
  digest(): Buffer;
  digest(encoding: 'hex' | 'base64' | 'base64url'): string;
  digest(encoding?: 'hex' | 'base64' | 'base64url'): Buffer | string {
    const bytes = Buffer.from(this.#hash.digest());
    return encoding === undefined ? bytes : bytes.toString(encoding);
  }
}
/** Nothing here is secret from whoever has the file; the time it takes tells nothing. */
export const timingSafeEqual = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

export const createHash = (name: FindingName): Hash => new Hash(name);

interface PublicKey {
  readonly asymmetricKeyDetails: { readonly modulusLength?: number; readonly publicExponent?: bigint };
  verifies(hash: HashName | null, data: Uint8Array, signature: Uint8Array): boolean;
}

const curves = {
  '1.2.840.10045.3.1.7': p256,
  '1.3.132.0.34': p384,
  '1.3.132.0.35': p521,
} as const;
const ids = { ec: '1.2.840.10045.2.1', rsa: '1.2.840.113549.1.1.1', ed25519: '1.3.101.112' } as const;

/** A public key from SubjectPublicKeyInfo in DER. @throws when it is none that the judges know. */
export function createPublicKey({ key }: { readonly key: Uint8Array }): PublicKey {
  const fields = new Fields(strictDer(Uint8Array.from(key)));
  const algorithm = new Fields(fields.take());
  const bits = Uint8Array.from(bitsOf(fields.take()));
  const id = oidOf(algorithm.take());
  if (id === ids.ed25519) return edwards(bits);
  if (id === ids.rsa) return rsa(readRsa(bits));
  const curve = curves[oidOf(algorithm.take(tags.oid)) as keyof typeof curves];
  if (id !== ids.ec || !curve) throw new Error('Unknown key');
  curve.Point.fromBytes(bits).assertValidity();
  return {
    asymmetricKeyDetails: {},
    verifies: (hash, data, signature) =>
      hash !== null &&
      curve.verify(signature, hashes[hash](data), bits, { prehash: false, lowS: false, format: 'der' }),
  };
}

const edwards = (bits: Uint8Array): PublicKey => ({
  asymmetricKeyDetails: {},
  verifies: (hash, data, signature) =>
    hash === null && ed25519.verify(signature, data, bits, { zip215: false }),
});

const rsa = (key: RsaKey): PublicKey => ({
  asymmetricKeyDetails: { modulusLength: key.n.toString(2).length, publicExponent: key.e },
  verifies: (hash, data, signature) => hash !== null && rsaVerifies(key, hash, hashes[hash](data), signature),
});

/** False also for what cannot be read as a signature. */
export function verify(
  hash: HashName | null,
  data: Uint8Array,
  key: PublicKey | { readonly key: PublicKey },
  signature: Uint8Array,
): boolean {
  try {
    const found = 'key' in key ? key.key : key;
    return found.verifies(hash, Uint8Array.from(data), Uint8Array.from(signature));
  } catch {
    return false;
  }
}
