import { createHash } from 'node:crypto';
import { type Signer, signCheckpoint, writeAsked, writeProof } from '#platform/tlog';

/** Trees as RFC 6962 §2.1 writes them down, without a line of the product's. */
const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leaf = (entry: string): Buffer => sha256(Buffer.of(0), Buffer.from(entry));
const node = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.of(1), left, right);
const split = (count: number): number => 2 ** Math.ceil(Math.log2(count) - 1);

function rootOf(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (!first) return sha256();
  if (leaves.length === 1) return first;
  const k = split(leaves.length);
  return node(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}
function pathTo(m: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return m < k
    ? [...pathTo(m, leaves.slice(0, k)), rootOf(leaves.slice(k))]
    : [...pathTo(m - k, leaves.slice(k)), rootOf(leaves.slice(0, k))];
}
function growth(m: number, leaves: readonly Buffer[], known = true): Buffer[] {
  if (m === leaves.length) return known ? [] : [rootOf(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...growth(m, leaves.slice(0, k), known), rootOf(leaves.slice(k))]
    : [...growth(m - k, leaves.slice(k), false), rootOf(leaves.slice(0, k))];
}

export interface Lie {
  readonly source: string;
  readonly content: string;
  readonly salt: Buffer;
}
export const entryOf = ({ source, content, salt }: Lie): string =>
  `${source} ${sha256(salt, sha256(Buffer.from(content))).toString('base64')}`;

/** What a thief of the log's key makes of its entries: flawless but for what witnesses remember. */
export function secondHistory(entries: readonly string[], thief: { origin: string; signer: Signer }) {
  const leaves = entries.map(leaf);
  const root = rootOf(leaves);
  const checkpoint = signCheckpoint({ origin: thief.origin, size: leaves.length, root }, thief.signer);
  return {
    root,
    checkpoint,
    size: leaves.length,
    /** A file as citizens hold it. @param lines put below the checkpoint as if witnesses had signed. */
    proofOf: ({ source, content, salt }: Lie, lines = ''): string => {
      const index = entries.indexOf(entryOf({ source, content, salt }));
      const proof = writeProof({ index, hashes: pathTo(index, leaves), checkpoint: checkpoint + lines });
      return JSON.stringify({
        format: 'motcua-proof/1',
        source,
        content,
        salt: salt.toString('base64'),
        proof,
      });
    },
    /** What a witness is asked who signed so many entries. */
    askedFrom: (old: number): string =>
      writeAsked({ old, proof: old <= leaves.length ? growth(old, leaves) : [], checkpoint }),
  };
}
