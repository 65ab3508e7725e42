import { deflateSync } from 'node:zlib';
import { fault } from '../fault.ts';
import type { Box, PdfPage } from '../file/pages.ts';
import type { Update } from '../sign/update.ts';
import { dict, name, type PdfRef, type PdfValue } from '../syntax/values.ts';
import type { Face } from './face.ts';
import { embedFont } from './font-objects.ts';
import { layText, widthOf } from './layout.ts';
import { readPicture } from './picture.ts';

/** How a signature is to be seen. */
export interface Appearance {
  /** From 1. */
  readonly page: number;
  /** In points from the upper left corner of the page as it is shown. */
  readonly box: Part;
  /** `right`: `x` is the room between the box and the right edge, on pages whose width is not known beforehand. */
  readonly from?: 'left' | 'right';
  /** Such as who, of which agency, when. They are made as large as fits, up to 11 points. */
  readonly lines: readonly string[];
  /** The font they are set in; what it lacks shows as an empty box. */
  readonly face: Face;
  /** Red, green, blue from 0 to 1; black otherwise. */
  readonly colour?: readonly [number, number, number];
  /** A PNG, above the lines; alone in the box when there are none. */
  readonly picture?: Uint8Array;
  /** Where in the box they stand instead, in points from its upper left corner. */
  readonly inside?: { readonly picture?: Part; readonly lines?: Part };
  /** Words at places of their own, such as number and date in the head of a paper. */
  readonly spots?: readonly Spot[];
  /** What those hear who cannot see it; the lines, when silent. */
  readonly said?: string;
}

/** One line in the middle of a stretch; `x` and `y` from the upper left corner of the box, to the top of the line. */
export interface Spot {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly face: Face;
}

export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the box lies in the coordinates of the page, which may be shown turned. Outside of the page: `box-outside`. */
export function rectOf({ box: [x1, y1, x2, y2], turn }: PdfPage, { box: asked, from }: Appearance): Box {
  const sideways = turn === 90 || turn === 270;
  const [width, height] = sideways ? [y2 - y1, x2 - x1] : [x2 - x1, y2 - y1];
  const box = from === 'right' ? { ...asked, x: width - asked.width - asked.x } : asked;
  const fits = box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
  if (!(fits && box.width >= 10 && box.height >= 10)) fault('box-outside', 'the box is not on the page');
  const [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height];
  if (turn === 90) return rounded([x1 + top, y1 + left, x1 + bottom, y1 + right]);
  if (turn === 180) return rounded([x2 - right, y1 + top, x2 - left, y1 + bottom]);
  if (turn === 270) return rounded([x2 - bottom, y2 - right, x2 - top, y2 - left]);
  return rounded([x1 + left, y2 - bottom, x1 + right, y2 - top]);
}

const rounded = ([a, b, c, d]: Box): Box => [round(a), round(b), round(c), round(d)];
const round = (value: number): number => Math.round(value * 100) / 100;

/** Turns what is drawn so that it stands upright on the page as shown. */
const upright: Readonly<Record<number, readonly number[]>> = {
  90: [0, 1, -1, 0, 0, 0],
  180: [-1, 0, 0, -1, 0, 0],
  270: [0, -1, 1, 0, 0, 0],
};
/** Points between the edge of the box and what stands in it. */
const edge = 2;

/** The look of a signature as a form of its own. Refused: `text-too-long`, `picture-odd`. */
export function drawAppearance(update: Update, page: PdfPage, appearance: Appearance): PdfRef {
  const { box, face, picture, inside } = appearance;
  const lines = appearance.lines.map((line) => printable(face, line));
  const whole: Part = { x: edge, y: edge, width: box.width - 2 * edge, height: box.height - 2 * edge };
  // Under a picture the lines stand in the middle, as names do under signatures; elsewhere they begin at the left.
  const beneath = picture !== undefined && inside?.lines === undefined;
  const room = inside?.lines ?? (beneath ? lowerPart(whole) : whole);
  const laid = lines.length > 0 ? layText(face, lines, room.width, room.height) : undefined;
  if (lines.length > 0 && !laid) fault('text-too-long', 'the lines do not fit');
  const textHeight = laid ? laid.lines.length * laid.leading : 0;
  const content: string[] = [];
  const resources: Record<string, PdfValue> = {};
  const fonts: Record<string, PdfValue> = {};
  if (picture) {
    const { ref, width, height } = embedPicture(update, picture);
    const taken = beneath && laid ? textHeight + edge : 0;
    const part = inside?.picture ?? { ...whole, height: whole.height - taken };
    const scale = Math.min(part.width / width, part.height / height);
    const [w, h] = [width * scale, height * scale];
    const [x, y] = [part.x + (part.width - w) / 2, box.height - part.y - (part.height + h) / 2];
    content.push(`q ${round(w)} 0 0 ${round(h)} ${round(x)} ${round(y)} cm /Im0 Do Q`);
    resources['XObject'] = dict({ Im0: ref });
  }
  if (laid) {
    const font = embedFont(update, face, laid.lines.join(''));
    const ascent = (face.ascent / face.unitsPerEm) * laid.size;
    const top = beneath ? edge + textHeight : box.height - room.y - (room.height - textHeight) / 2;
    const leftOf = (line: string): number =>
      beneath ? (box.width - widthOf(face, line, laid.size)) / 2 : room.x;
    const rows = laid.lines.map((line, i) => {
      const y = top - ascent - i * laid.leading;
      return `1 0 0 1 ${round(leftOf(line))} ${round(y)} Tm ${font.code(line)} Tj`;
    });
    const colour = (appearance.colour ?? [0, 0, 0]).map(round).join(' ');
    content.push(`BT ${colour} rg /F0 ${laid.size} Tf ${rows.join(' ')} ET`);
    fonts['F0'] = font.ref;
  }
  for (const [i, spot] of (appearance.spots ?? []).entries()) {
    const text = printable(spot.face, spot.text);
    const wide = widthOf(spot.face, text, spot.size);
    if (wide > spot.width + 1) fault('text-too-long', 'a line does not fit its place');
    const font = embedFont(update, spot.face, text);
    const x = spot.x + (spot.width - wide) / 2;
    const y = box.height - spot.y - (spot.face.ascent / spot.face.unitsPerEm) * spot.size;
    content.push(
      `BT 0 0 0 rg /S${i} ${spot.size} Tf 1 0 0 1 ${round(x)} ${round(y)} Tm ${font.code(text)} Tj ET`,
    );
    fonts[`S${i}`] = font.ref;
  }
  if (Object.keys(fonts).length > 0) resources['Font'] = dict(fonts);
  return update.stream(
    {
      Type: name('XObject'),
      Subtype: name('Form'),
      BBox: [0, 0, round(box.width), round(box.height)],
      Matrix: upright[page.turn] ?? [1, 0, 0, 1, 0, 0],
      Resources: dict(resources),
      Filter: name('FlateDecode'),
    },
    deflateSync(Buffer.from(content.join('\n'))),
  );
}

const lowerPart = ({ x, y, width, height }: Part): Part => ({
  x,
  y: y + height * 0.55,
  width,
  height: height * 0.45,
});

/** PDF/A has no place for glyph 0 (ISO 19005-2, 6.2.11.8), so a letter that the font lacks becomes one that it has. */
function printable(face: Face, line: string): string {
  const has = (letter: string): boolean => face.glyphOf(letter.codePointAt(0) ?? 0) !== 0;
  const instead = has('□') ? '□' : '?';
  const letters = [...line.normalize('NFC').replace(/\s+/g, ' ').trim()];
  return letters.map((letter) => (has(letter) ? letter : instead)).join('');
}

function embedPicture(update: Update, bytes: Uint8Array): { ref: PdfRef; width: number; height: number } {
  const { width, height, colours, cover } = readPicture(bytes);
  const image = (space: string, more: Readonly<Record<string, PdfValue>>, data: Buffer): PdfRef =>
    update.stream(
      {
        Type: name('XObject'),
        Subtype: name('Image'),
        Width: width,
        Height: height,
        ColorSpace: name(space),
        BitsPerComponent: 8,
        Filter: name('FlateDecode'),
        ...more,
      },
      data,
    );
  return { ref: image('DeviceRGB', { SMask: image('DeviceGray', {}, cover) }, colours), width, height };
}
