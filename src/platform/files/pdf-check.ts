import { inflateSync } from 'node:zlib';

export type PdfFault = 'locked' | 'active-content' | 'unreadable';

const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z0-9])/;
/** More inflated bytes than this are no form of a citizen but a bomb. */
const mostInflated = 24 * 1024 * 1024;
const mostStreams = 4000;

/** Names may be written with `#4a` for `J`. */
const unescaped = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Looks for a password and for content that acts, also inside compressed object streams. */
export function pdfFault(bytes: Buffer): PdfFault | undefined {
  const text = bytes.toString('latin1');
  if (!text.slice(-2048).includes('%%EOF') && !text.includes('%%EOF')) return 'unreadable';
  if (/\/Encrypt(?![A-Za-z])/.test(text)) return 'locked';
  const outside = text.replace(/stream\r?\n[\s\S]*?endstream/g, 'stream endstream');
  if (active.test(unescaped(outside))) return 'active-content';
  let inflated = 0;
  let count = 0;
  for (const match of text.matchAll(/\/Type\s*\/ObjStm[\s\S]{0,400}?stream\r?\n/g)) {
    if (++count > mostStreams) return 'unreadable';
    const start = (match.index ?? 0) + match[0].length;
    const end = text.indexOf('endstream', start);
    if (end < 0) return 'unreadable';
    try {
      const plain = inflateSync(bytes.subarray(start, end), { maxOutputLength: mostInflated - inflated });
      inflated += plain.length;
      if (active.test(unescaped(plain.toString('latin1')))) return 'active-content';
    } catch {
      return 'unreadable';
    }
  }
  return undefined;
}
