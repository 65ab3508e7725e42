import type { Outcome } from '#kernel/outcome';
import { Fields, fault, integer, reading, sequence, strictDer, tags } from '#platform/der';

/** Lengths of r and s together on P-256, P-384, P-521. */
const pairLengths: ReadonlySet<number> = new Set([64, 96, 132]);

/**
 * An ECDSA signature in DER, from that or from r and s one after the other (IEEE P1363), as tokens give it and some
 * services do. Refused as `signature-odd`.
 */
export const ecdsaDer = (signature: Uint8Array): Outcome<Uint8Array> =>
  reading('signature-odd', () => (isPair(signature) ? fromPair(signature) : checked(signature)));

/** A pair may begin like DER by chance, so it is one unless all of it is DER. */
const isPair = (bytes: Uint8Array): boolean =>
  pairLengths.has(bytes.length) && !reading('', () => checked(bytes)).ok;

function checked(bytes: Uint8Array): Uint8Array {
  if (bytes.length > 144) fault('too long');
  const fields = new Fields(strictDer(bytes));
  for (const part of [fields.take(tags.integer), fields.take(tags.integer)])
    if ((part.content[0] ?? 0x80) >= 0x80) fault('negative number');
  fields.end();
  return bytes;
}

function fromPair(bytes: Uint8Array): Uint8Array {
  const hex = Buffer.from(bytes).toString('hex');
  return sequence(integer(hex.slice(0, bytes.length)), integer(hex.slice(bytes.length)));
}
