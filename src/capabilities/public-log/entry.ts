import { createHash } from 'node:crypto';

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/**
 * What is published of a row: its kind, and a hash of its digest that tells nothing without the salt.
 * @param salt 16 bytes of chance. @param digest SHA-256 of what the row says.
 */
export const entryOf = (source: string, salt: Uint8Array, digest: Uint8Array): string =>
  `${source} ${sha256(salt, digest).toString('base64')}`;

/** SHA-256 of what a row says (`content_of`), in the words of the database. */
export const digestOf = (content: string): Uint8Array => sha256(Buffer.from(content, 'utf8'));
