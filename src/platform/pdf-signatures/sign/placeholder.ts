import type { Instant } from '#kernel/time';
import { textBytes } from '../syntax/strings.ts';
import { pdfDate } from '../syntax/times.ts';
import { dict, name, text } from '../syntax/values.ts';
import { written } from '../syntax/write.ts';

export interface SignatureWords {
  readonly at: Instant;
  readonly name?: string | undefined;
  readonly reason?: string | undefined;
}

const digits = 10;
const open = ' /ByteRange [0 ';
const room = `${' '.repeat(3 * digits + 2)}]`;

/** A signature dictionary with room for the signature and for its range, and where in it both stand. */
export interface Placeholder {
  readonly body: Buffer;
  readonly rangeAt: number;
  readonly holeAt: number;
  /** Octets of DER that fit. */
  readonly capacity: number;
}

/** EN 319 142-1, 6.3: no certificate entry, the time in `M`. */
export function placeholderFor({ at, name: who, reason }: SignatureWords, capacity: number): Placeholder {
  const entries = dict({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    M: text(Buffer.from(pdfDate(at), 'latin1')),
    Name: who === undefined ? undefined : text(textBytes(who)),
    Reason: reason === undefined ? undefined : text(textBytes(reason)),
  });
  const head = `${written(entries).slice(0, -2)}${open}`;
  const middle = `${head}${room} /Contents `;
  return {
    body: Buffer.from(`${middle}<${'0'.repeat(2 * capacity)}>>>`, 'latin1'),
    rangeAt: head.length,
    holeAt: middle.length,
    capacity,
  };
}

/** Writes the range into the file; gives the bytes that are signed. */
export function signedPart(bytes: Buffer, start: number, { rangeAt, holeAt, capacity }: Placeholder): Buffer {
  const hole = start + holeAt;
  const after = hole + 2 * capacity + 2;
  bytes.write(`${hole} ${after} ${bytes.length - after}`, start + rangeAt, 'latin1');
  return Buffer.concat([bytes.subarray(0, hole), bytes.subarray(after)]);
}

/** Writes the signature into its place; false when it does not fit. */
export function fill(
  bytes: Buffer,
  start: number,
  { holeAt, capacity }: Placeholder,
  der: Uint8Array,
): boolean {
  if (der.length > capacity) return false;
  bytes.write(Buffer.from(der).toString('hex').toUpperCase(), start + holeAt + 1, 'latin1');
  return true;
}
