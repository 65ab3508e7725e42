import { odd } from '../fault.ts';

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** A string in brackets that begins here (ISO 32000-2, 7.3.4.2), and where it ends. */
export function readLiteral(bytes: Uint8Array, start: number): { bytes: Uint8Array; end: number } {
  const end = endOf(bytes, start);
  const out = Buffer.alloc(end - start - 2);
  let length = 0;
  for (let at = start + 1; at < end - 1; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x5c) at = escape(at);
    else if (byte === 13) {
      out[length++] = 10;
      if (bytes[at + 1] === 10) at++;
    } else out[length++] = byte;
  }
  return { bytes: out.subarray(0, length), end };

  /** Writes what the backslash here means; gives the place of its last byte. */
  function escape(at: number): number {
    const letter = String.fromCharCode(bytes[at + 1] ?? 0);
    if (letter === '\r') return bytes[at + 2] === 10 ? at + 2 : at + 1;
    if (letter === '\n') return at + 1;
    const octal = /^[0-7]{1,3}/.exec(Buffer.from(bytes.subarray(at + 1, at + 4)).toString('latin1'))?.[0];
    if (octal) {
      out[length++] = parseInt(octal, 8) & 0xff;
      return at + octal.length;
    }
    out[length++] = escapes[letter] ?? bytes[at + 1] ?? 0;
    return at + 1;
  }
}

function endOf(bytes: Uint8Array, start: number): number {
  let open = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x5c) at++;
    else if (byte === 0x28) open++;
    else if (byte === 0x29 && --open === 0) return at + 1;
  }
  return odd('a string without end');
}

/** A text string of a PDF as letters (ISO 32000-2, 7.9.2.2); what stands outside ASCII without a mark reads as Latin-1. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, 2 + ((bytes.length - 2) & ~1)))
      .swap16()
      .toString('utf16le');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return Buffer.from(bytes.subarray(3)).toString('utf8');
  return Buffer.from(bytes).toString('latin1');
}

/** ASCII as it is, anything else in UTF-16 with its mark. */
export function textBytes(letters: string): Uint8Array {
  if (/^[\x20-\x7e]*$/.test(letters)) return Buffer.from(letters, 'latin1');
  return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(letters, 'utf16le').swap16()]);
}
