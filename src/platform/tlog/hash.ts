import { createHash } from 'node:crypto';

export const hashBytes = 32;

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** Hash of an entry (RFC 6962 §2.1). */
export const leafHash = (entry: Uint8Array): Uint8Array => sha256(Buffer.of(0), entry);
/** Hash of two neighbours (RFC 6962 §2.1). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(Buffer.of(1), left, right);
/** Root of a log without entries. */
export const emptyRoot: Uint8Array = sha256();

export const sameHash = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** Largest power of two below a number above 1. */
export function halfOf(count: number): number {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
}

/** Merkle tree hash of neighbours, all of them given; of at least one. */
export function rootOf(hashes: readonly Uint8Array[], from = 0, to = hashes.length): Uint8Array {
  if (to - from === 1) return hashes[from] as Uint8Array;
  const middle = from + halfOf(to - from);
  return nodeHash(rootOf(hashes, from, middle), rootOf(hashes, middle, to));
}
