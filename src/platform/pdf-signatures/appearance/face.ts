import { done, type Outcome, refused } from '#kernel/outcome';

/** A TrueType font (ISO/IEC 14496-22) as far as it is needed to set a few lines with it. */
export interface Face {
  readonly name: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly [number, number, number, number];
  /** 0 is the mark for letters that the font does not have. */
  glyphOf(codePoint: number): number;
  /** Width in units of the font. */
  advance(glyph: number): number;
  /** The outline as it stands in `glyf`; empty for a space. */
  outline(glyph: number): Buffer;
  /** A table as it stands, or nothing. */
  table(tag: string): Buffer | undefined;
}

/** Opens a font once, for any number of signatures; refused as `font-odd`. The caller vouches for it, so it is read, not judged. */
export function openFace(bytes: Uint8Array): Outcome<Face> {
  try {
    return done(read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)));
  } catch (error) {
    if (error instanceof RangeError) return refused({ code: 'font-odd' });
    throw error;
  }
}

function read(font: Buffer): Face {
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    const from = font.readUInt32BE(at + 8);
    tables.set(font.toString('latin1', at, at + 4), font.subarray(from, from + font.readUInt32BE(at + 12)));
  }
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new RangeError(tag);
    return found;
  };
  const [head, hhea, hmtx, loca, glyf] = ['head', 'hhea', 'hmtx', 'loca', 'glyf'].map(table) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const long = head.readInt16BE(50) === 1;
  const place = (glyph: number): number =>
    long ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph);
  const widths = hhea.readUInt16BE(34);
  return {
    name: postScriptName(table('name')),
    unitsPerEm: head.readUInt16BE(18),
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    box: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    glyphOf: mapOf(table('cmap')),
    advance: (glyph) => hmtx.readUInt16BE(4 * Math.min(glyph, widths - 1)),
    outline: (glyph) => glyf.subarray(place(glyph), place(glyph + 1)),
    table: (tag) => tables.get(tag),
  };
}

function postScriptName(names: Buffer): string {
  const strings = names.readUInt16BE(4);
  for (let i = 0; i < names.readUInt16BE(2); i++) {
    const at = 6 + 12 * i;
    if (names.readUInt16BE(at + 6) !== 6) continue;
    const from = strings + names.readUInt16BE(at + 10);
    const letters = names.toString('latin1', from, from + names.readUInt16BE(at + 8));
    return letters.replace(/[^A-Za-z0-9-]/g, '').slice(0, 60) || 'Face';
  }
  return 'Face';
}

/** Letters to glyphs by the Unicode table of format 4: all of Vietnamese is in the basic plane. */
function mapOf(cmap: Buffer): (codePoint: number) => number {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const platform = cmap.readUInt16BE(4 + 8 * i);
    const part = cmap.subarray(cmap.readUInt32BE(8 + 8 * i));
    if ((platform === 3 || platform === 0) && part.readUInt16BE(0) === 4) return segmentsOf(part);
  }
  throw new RangeError('cmap');
}

function segmentsOf(part: Buffer): (codePoint: number) => number {
  const count = part.readUInt16BE(6) / 2;
  const [ends, starts, deltas, offsets] = [14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count];
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    for (let i = 0; i < count; i++) {
      if (part.readUInt16BE(ends + 2 * i) < codePoint) continue;
      const start = part.readUInt16BE(starts + 2 * i);
      if (start > codePoint) return 0;
      const delta = part.readUInt16BE(deltas + 2 * i);
      const offset = part.readUInt16BE(offsets + 2 * i);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = part.readUInt16BE(offsets + 2 * i + offset + 2 * (codePoint - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
