import type { Face } from './face.ts';

/** A font of the few glyphs that a text needs, numbered anew. */
export interface Subset {
  readonly font: Buffer;
  /** The new number of each glyph of the whole font; 0 stays 0. */
  readonly numbers: ReadonlyMap<number, number>;
}

/** Some kilobytes in each signed file instead of the whole font. */
export function subsetOf(face: Face, glyphs: Iterable<number>): Subset {
  const numbers = new Map<number, number>([[0, 0]]);
  const number = (glyph: number): number => {
    const known = numbers.get(glyph);
    if (known !== undefined) return known;
    numbers.set(glyph, numbers.size);
    return numbers.size - 1;
  };
  for (const glyph of glyphs) number(glyph);
  const outlines: Buffer[] = [];
  // Parts of composed letters (ế is e with two marks) are appended while the map is walked.
  for (const [glyph] of numbers) outlines.push(renumbered(face.outline(glyph), number));
  return { font: assembled(face, [...numbers.keys()], outlines), numbers };
}

/** A composed glyph names its parts by number (14496-22, 5.3.4). */
function renumbered(outline: Buffer, number: (glyph: number) => number): Buffer {
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return outline;
  const copy = Buffer.from(outline);
  for (let at = 10, more = true; more; ) {
    const flags = copy.readUInt16BE(at);
    copy.writeUInt16BE(number(copy.readUInt16BE(at + 2)), at + 2);
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    more = (flags & 0x20) !== 0;
  }
  return copy;
}

function assembled(face: Face, glyphs: readonly number[], outlines: readonly Buffer[]): Buffer {
  const padded = outlines.map((outline) => Buffer.concat([outline, Buffer.alloc(-outline.length & 3)]));
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  padded.reduce(
    (at, outline, i) => loca.writeUInt32BE(at + outline.length, 4 * i + 4) && at + outline.length,
    0,
  );
  const hmtx = Buffer.alloc(4 * glyphs.length);
  for (const [i, glyph] of glyphs.entries()) hmtx.writeUInt16BE(face.advance(glyph), 4 * i);
  const head = copyOf(face, 'head');
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(1, 50);
  const hhea = copyOf(face, 'hhea');
  hhea.writeUInt16BE(glyphs.length, 34);
  const maxp = copyOf(face, 'maxp');
  maxp.writeUInt16BE(glyphs.length, 4);
  const hints = ['cvt ', 'fpgm', 'prep'].flatMap((tag) =>
    face.table(tag) ? [[tag, copyOf(face, tag)] as const] : [],
  );
  const tables = [
    ...hints,
    ['glyf', Buffer.concat(padded)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxp],
  ] as const;
  return fontOf(tables.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const copyOf = (face: Face, tag: string): Buffer => Buffer.from(face.table(tag) ?? Buffer.alloc(64));

function fontOf(tables: readonly (readonly [tag: string, content: Buffer])[]): Buffer {
  const directory = Buffer.alloc(12 + 16 * tables.length);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(16 * power, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE(16 * (tables.length - power), 10);
  const parts: Buffer[] = [directory];
  let at = directory.length;
  for (const [i, [tag, content]] of tables.entries()) {
    const padded = Buffer.concat([content, Buffer.alloc(-content.length & 3)]);
    directory.write(tag, 12 + 16 * i, 'latin1');
    directory.writeUInt32BE(sumOf(padded), 16 + 16 * i);
    directory.writeUInt32BE(at, 20 + 16 * i);
    directory.writeUInt32BE(content.length, 24 + 16 * i);
    parts.push(padded);
    at += padded.length;
  }
  return Buffer.concat(parts);
}

function sumOf(content: Buffer): number {
  let sum = 0;
  for (let at = 0; at < content.length; at += 4) sum = (sum + content.readUInt32BE(at)) >>> 0;
  return sum;
}
