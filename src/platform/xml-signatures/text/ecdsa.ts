import type { KeyObject } from 'node:crypto';
import { Fields, integer, reading, sequence, strictDer, tags } from '#platform/der';

/** Octets of each of the two numbers of a signature, by curve (RFC 4050, 3.3; RFC 6931, 2.3.6). */
const widths: Readonly<Record<string, number>> = { prime256v1: 32, secp384r1: 48, secp521r1: 66 };
const widthOf = (key: KeyObject): number => widths[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? 0;

/** As XMLDSig has a signature: both numbers one after the other, each as long as the curve's order. */
export function plainOf(der: Uint8Array, key: KeyObject): Uint8Array {
  const width = widthOf(key);
  const read = reading('signature-wrong', () => {
    const fields = new Fields(strictDer(der));
    const numbers = [fields.take(tags.integer), fields.take(tags.integer)];
    fields.end();
    return numbers.map(({ content }) => Buffer.concat([Buffer.alloc(width), content]).subarray(-width));
  });
  return read.ok ? Buffer.concat(read.value) : Buffer.alloc(0);
}

/** As everybody else has it; undefined when the length is not the curve's. */
export function derOf(plain: Uint8Array, key: KeyObject): Uint8Array | undefined {
  const width = widthOf(key);
  if (width === 0 || plain.length !== 2 * width) return undefined;
  const hex = Buffer.from(plain).toString('hex');
  return sequence(integer(hex.slice(0, 2 * width)), integer(hex.slice(2 * width)));
}
