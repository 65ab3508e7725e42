import { deflateSync } from 'node:zlib';
import type { Update } from '../sign/update.ts';
import { dict, name, type PdfRef, text } from '../syntax/values.ts';
import type { Face } from './face.ts';
import { subsetOf } from './subset.ts';

export interface EmbeddedFont {
  readonly ref: PdfRef;
  /** Letters as the font numbers them, for `Tj`. */
  code(letters: string): string;
}

/** Embeds of a font what these letters need, with the way back to letters for search and screen readers (ISO 32000-2, 9.7). */
export function embedFont(update: Update, face: Face, letters: string): EmbeddedFont {
  const points = [...new Set(letters)].map((letter) => letter.codePointAt(0) ?? 0);
  const { font, numbers } = subsetOf(
    face,
    points.map((point) => face.glyphOf(point)),
  );
  const numberOf = (point: number): number => numbers.get(face.glyphOf(point)) ?? 0;
  const scaled = (units: number): number => Math.round((units * 1000) / face.unitsPerEm);
  const baseName = name(`MCSIGN+${face.name}`);
  const file = update.stream({ Length1: font.length, Filter: name('FlateDecode') }, deflateSync(font));
  const descriptor = update.add(
    dict({
      Type: name('FontDescriptor'),
      FontName: baseName,
      Flags: 4,
      FontBBox: face.box.map(scaled),
      ItalicAngle: 0,
      Ascent: scaled(face.ascent),
      Descent: scaled(face.descent),
      CapHeight: scaled(face.ascent),
      StemV: 80,
      FontFile2: file,
    }),
  );
  const below = update.add(
    dict({
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont: baseName,
      CIDSystemInfo: dict({
        Registry: text(Buffer.from('Adobe')),
        Ordering: text(Buffer.from('Identity')),
        Supplement: 0,
      }),
      FontDescriptor: descriptor,
      W: [0, [...numbers.keys()].map((glyph) => scaled(face.advance(glyph)))],
      CIDToGIDMap: name('Identity'),
    }),
  );
  const letter = new Map(points.map((point) => [numberOf(point), point] as const));
  const ref = update.add(
    dict({
      Type: name('Font'),
      Subtype: name('Type0'),
      BaseFont: baseName,
      Encoding: name('Identity-H'),
      DescendantFonts: [below],
      ToUnicode: update.stream({ Filter: name('FlateDecode') }, deflateSync(Buffer.from(toUnicode(letter)))),
    }),
  );
  return {
    ref,
    code: (some) => `<${[...some].map((one) => hex(numberOf(one.codePointAt(0) ?? 0))).join('')}>`,
  };
}

const hex = (number: number): string => number.toString(16).padStart(4, '0').toUpperCase();
const utf16 = (point: number): string =>
  Buffer.from(String.fromCodePoint(point), 'utf16le').swap16().toString('hex').toUpperCase();

function toUnicode(letters: ReadonlyMap<number, number>): string {
  const known = [...letters].filter(([number]) => number !== 0);
  const blocks: string[] = [];
  for (let i = 0; i < known.length; i += 100) {
    const lines = known.slice(i, i + 100).map(([number, point]) => `<${hex(number)}> <${utf16(point)}>`);
    blocks.push(`${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
