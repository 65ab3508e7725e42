import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { z } from 'zod';

/** Public part of an Ed25519 key as a JWK (RFC 8037); `x` is 32 bytes in base64url. */
export const publicKeyShape = z.strictObject({
  crv: z.literal('Ed25519'),
  kty: z.literal('OKP'),
  x: z.string().regex(/^[\w-]{43}$/),
});
export type PublicKey = z.output<typeof publicKeyShape>;
const privateKeyShape = publicKeyShape.extend({ d: z.string().regex(/^[\w-]{43}$/) });
export type PrivateKey = z.output<typeof privateKeyShape>;

export interface PackageKey {
  /** Thumbprint of the public part. */
  readonly id: string;
  readonly publicKey: PublicKey;
  readonly secret: KeyObject;
}

/** Thumbprint by RFC 7638: the same key has the same name everywhere. */
export const keyId = ({ crv, kty, x }: PublicKey): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');

/** A fresh key as the JWK that is kept; for the first start of an instance. */
export function newPackageKey(): PrivateKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKeyShape.parse(privateKey.export({ format: 'jwk' }));
}

export function openPackageKey(kept: unknown): PackageKey {
  const { d, ...publicKey } = privateKeyShape.parse(kept);
  const secret = createPrivateKey({ key: { ...publicKey, d }, format: 'jwk' });
  return { id: keyId(publicKey), publicKey, secret };
}

export const signBytes = (key: PackageKey, bytes: Uint8Array): string =>
  sign(null, bytes, key.secret).toString('base64url');

export function verifyBytes(key: PublicKey, bytes: Uint8Array, signature: string): boolean {
  try {
    const opened = createPublicKey({ key: { ...key }, format: 'jwk' });
    return verify(null, bytes, opened, Buffer.from(signature, 'base64url'));
  } catch {
    return false; // a point that is not on the curve is no key
  }
}
