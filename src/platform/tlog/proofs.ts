import { emptyRoot, hashBytes, leafHash, nodeHash, sameHash } from './hash.ts';

/** More hashes than any proof has: a log has fewer than 2^53 entries. */
export const mostHashes = 63;
const fits = (proof: readonly Uint8Array[]): boolean =>
  proof.length <= mostHashes && proof.every(({ length }) => length === hashBytes);
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

/** Whether a proof leads from an entry to the root of a log (RFC 9162 §2.1.3.2). Never throws. */
export function provesInclusion(
  { index, size, root }: { readonly index: number; readonly size: number; readonly root: Uint8Array },
  entry: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!(isCount(index) && isCount(size) && index < size && fits(proof))) return false;
  let [at, last, hash] = [index, size - 1, leafHash(entry)];
  for (const other of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(other, hash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = nodeHash(hash, other);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(hash, root);
}

/** Size and root of a log at some moment. */
export interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether a log only grew from one head to the other (RFC 9162 §2.1.4.2). Never throws. */
export function provesConsistency(old: Head, now: Head, proof: readonly Uint8Array[]): boolean {
  if (!(isCount(old.size) && isCount(now.size) && old.size <= now.size && fits(proof))) return false;
  if (old.size === 0) return proof.length === 0 && sameHash(old.root, emptyRoot);
  if (old.size === now.size) return proof.length === 0 && sameHash(old.root, now.root);
  const isPower = Number.isInteger(Math.log2(old.size));
  const path = isPower ? [old.root, ...proof] : proof;
  const [first, ...rest] = path;
  if (!first) return false;
  let [at, last] = [old.size - 1, now.size - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let [before, after] = [first, first];
  for (const other of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      before = nodeHash(other, before);
      after = nodeHash(other, after);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else after = nodeHash(after, other);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(before, old.root) && sameHash(after, now.root);
}
