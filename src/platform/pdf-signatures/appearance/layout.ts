import type { Face } from './face.ts';

export interface LaidText {
  /** Points. */
  readonly size: number;
  readonly leading: number;
  readonly lines: readonly string[];
}

const largest = 11;
/** Lines that have to be broken anyway are set as small as their neighbours usually are. */
const largestBroken = 9;
/** Down to here a line is made smaller rather than broken: a time in two lines reads badly. */
const smallestWhole = 7.5;
const smallest = 5;

export const widthOf = (face: Face, letters: string, size: number): number =>
  [...letters].reduce((sum, letter) => sum + face.advance(face.glyphOf(letter.codePointAt(0) ?? 0)), 0) *
  (size / face.unitsPerEm);

/** The largest size at which lines fit into a width and height in points, whole or else broken at words; nothing when none does. */
export function layText(
  face: Face,
  whole: readonly string[],
  width: number,
  height: number,
): LaidText | undefined {
  const laid = (size: number, broken: readonly string[]): LaidText | undefined => {
    const leading = size * 1.22;
    const fits =
      broken.length * leading <= height && broken.every((line) => widthOf(face, line, size) <= width);
    return fits ? { size, leading, lines: broken } : undefined;
  };
  for (let size = largest; size >= smallestWhole; size -= 0.5) {
    const found = laid(size, whole);
    if (found) return found;
  }
  for (let size = largestBroken; size >= smallest; size -= 0.5) {
    const found = laid(
      size,
      whole.flatMap((line) => breakLine(face, line, size, width)),
    );
    if (found) return found;
  }
  return undefined;
}

function breakLine(face: Face, line: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current === '' || widthOf(face, longer, size) <= width) current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current];
}
