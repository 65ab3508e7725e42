import { inflateSync } from 'node:zlib';

/** One object of a PDF, read by its letters alone. */
export interface PdfObject {
  /** Its dictionary as it is written. */
  readonly words: string;
  /** What its stream holds, unpacked. */
  readonly data?: Buffer;
}

/** All objects that stand in a file, of all its revisions; the last of each number comes last. */
export function objectsOf(bytes: Uint8Array): readonly PdfObject[] {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  const found: PdfObject[] = [];
  for (const opening = /(?:^|\n)\d+ 0 obj\n/g; ; ) {
    const match = opening.exec(text);
    if (!match) return found;
    const start = match.index + match[0].length;
    const end = text.indexOf('\nendobj', start);
    const stream = text.indexOf('\nstream\n', start);
    if (stream < 0 || stream > end) {
      found.push({ words: text.slice(start, end) });
      opening.lastIndex = end;
      continue;
    }
    const words = text.slice(start, stream);
    const from = stream + '\nstream\n'.length;
    const length = Number(/\/Length (\d+)/.exec(words)?.[1]);
    const packed = file.subarray(from, from + length);
    found.push({ words, data: words.includes('/FlateDecode') ? inflateSync(packed) : packed });
    opening.lastIndex = from + length;
  }
}
