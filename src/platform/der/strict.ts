import { done, type Outcome, refused } from '#kernel/outcome';
import { DerFault, type DerNode, fault, nodeAt } from './node.ts';

export interface DerLimits {
  /** Octets. */
  readonly size: number;
  /** Elements in all. */
  readonly count: number;
  /** Elements within elements. */
  readonly depth: number;
}

export const modest: DerLimits = { size: 65_536, count: 4_000, depth: 24 };

const utf8 = new TextDecoder('utf-8', { fatal: true });
const universal: Readonly<Record<number, (content: Uint8Array) => boolean>> = {
  1: (c) => c.length === 1 && (c[0] === 0 || c[0] === 0xff),
  2: isShortestInteger,
  3: (c) => c.length > 0 && (c[0] ?? 8) < 8 && (c.length > 1 || c[0] === 0) && unusedAreZero(c),
  5: (c) => c.length === 0,
  6: isOid,
  10: isShortestInteger,
  12: (c) => isUtf8(c),
};
/** Universal tags that are constructed: sequence and set; all others must not be (X.690, 10.2). */
const constructedTags = new Set([0x10, 0x11]);

/**
 * The one element that these bytes are, after a walk over all of it: definite and shortest lengths, shortest
 * integers, nothing after the end, no more of anything than the limits say.
 */
export function strictDer(bytes: Uint8Array, limits: DerLimits = modest): DerNode {
  if (bytes.length > limits.size) fault('too large');
  const root = nodeAt(bytes, 0, bytes.length);
  if (root.end !== bytes.length) fault('something follows');
  const ends: number[] = [];
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    while (ends.length > 0 && ends.at(-1) === at) ends.pop();
    const node = nodeAt(bytes, at, ends.at(-1) ?? bytes.length);
    if (++count > limits.count) fault('too many parts');
    if ((node.tag & 0x20) === 0 || node.content.length === 0) {
      checkLeaf(node);
      at = node.end;
      continue;
    }
    checkTag(node.tag);
    ends.push(node.end);
    if (ends.length > limits.depth) fault('too deep');
    at = node.end - node.content.length;
  }
  return root;
}

function checkTag(tag: number): void {
  if (tag < 0x40 && !constructedTags.has(tag & 0x1f)) fault('constructed where it must not be');
}

function checkLeaf(node: DerNode): void {
  if (node.tag >= 0x40) return;
  if ((node.tag & 0x20) !== 0) return checkTag(node.tag);
  if (node.tag === 0 || constructedTags.has(node.tag)) fault('tag out of place');
  if (universal[node.tag]?.(node.content) === false) fault('value not in its only form');
}

function isShortestInteger(c: Uint8Array): boolean {
  const [first = 0, second = 0] = c;
  if (c.length < 2) return c.length === 1;
  return !(first === 0 && second < 0x80) && !(first === 0xff && second >= 0x80);
}

const unusedAreZero = (c: Uint8Array): boolean =>
  ((c.at(-1) ?? 0) & ((1 << (c[0] ?? 0)) - 1)) === 0 || c.length === 1;

function isOid(c: Uint8Array): boolean {
  if (c.length === 0 || c.length > 64 || (c.at(-1) ?? 0x80) >= 0x80) return false;
  return !c.some((octet, i) => octet === 0x80 && (i === 0 || (c[i - 1] ?? 0) < 0x80));
}

function isUtf8(c: Uint8Array): boolean {
  try {
    utf8.decode(c);
    return true;
  } catch {
    return false;
  }
}

/** Runs a reader over hostile bytes; what it cannot read is a refusal with this code, with the reason for a log. */
export function reading<T>(code: string, read: () => T): Outcome<T> {
  try {
    return done(read());
  } catch (error) {
    if (error instanceof DerFault) return refused({ code, details: { why: error.message } });
    throw error;
  }
}
