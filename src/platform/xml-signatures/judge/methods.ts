import type { Hash } from '#platform/certificates';
import { fault } from '../fault.ts';
import { hashOf, names } from '../text/names.ts';
import { algorithmIn, bytesIn, type Parts } from '../text/parts.ts';
import type { XmlElement } from '../text/tree.ts';

export interface Digest {
  readonly hash: Hash;
  readonly bytes: Uint8Array;
}

export function readDigest(parts: Parts): Digest {
  const uri = algorithmIn(parts.take(names.ds, 'DigestMethod'));
  const hash = hashOf(uri) ?? fault('signature-algorithm', uri.slice(0, 100));
  return { hash, bytes: bytesIn(parts.take(names.ds, 'DigestValue')) };
}

/** Any other canonicalization, and any transform, would let the signer and the reader see two texts. */
export function assertExclusive(element: XmlElement): void {
  const uri = algorithmIn(element);
  if (uri !== names.exclusive) fault('signature-algorithm', uri.slice(0, 100));
}
