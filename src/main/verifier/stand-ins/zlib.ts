/** What of `node:zlib` the judges use, for a browser. */
import { Inflate } from 'pako';

/** So many octets come out at a time: what is packed a thousandfold is noticed before it fills the memory. */
const bite = 65_536;

/** Unpacks zlib (RFC 1950) as Node does: bounded, and only when the sum at its end is right. @throws otherwise. */
export function inflateSync(
  data: Uint8Array,
  { maxOutputLength }: { readonly maxOutputLength: number },
): Buffer {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate({ chunkSize: bite });
  stream.onData = (part) => {
    length += part.length;
    if (length > maxOutputLength) throw new RangeError('Too much to unpack');
    parts.push(Uint8Array.from(part));
  };
  if (!stream.push(data, true) || stream.err !== 0 || !stream.ended) throw new Error('Not what was packed');
  return Buffer.concat(parts);
}
