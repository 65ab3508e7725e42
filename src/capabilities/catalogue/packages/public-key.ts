import { createPublicKey } from 'node:crypto';
import type { PublicKey } from './key.ts';

/** The key as other tools read it: SubjectPublicKeyInfo in PEM (RFC 8410). */
export const publicKeyPem = (key: PublicKey): string =>
  String(createPublicKey({ key: { ...key }, format: 'jwk' }).export({ type: 'spki', format: 'pem' }));

/** A thumbprint in groups of four, for two people who compare it aloud. */
export const inGroups = (id: string): string => id.match(/.{1,4}/g)?.join(' ') ?? id;
