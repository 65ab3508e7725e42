import type { Run } from '../fill.ts';
import type { Face, Sheet } from './sheet.ts';

export type Align = 'left' | 'center' | 'right' | 'justify';
interface Word {
  readonly text: string;
  readonly face: Face;
  readonly width: number;
  /** False when it continues the word before it in another face. */
  readonly spaceBefore: boolean;
}
export interface Line {
  readonly words: readonly Word[];
  readonly width: number;
  /** The last line of a paragraph is never stretched. */
  readonly last: boolean;
  readonly indent: number;
}

const faceOf = (bold: boolean, italic: boolean): Face =>
  bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular';

export const lineHeight = (size: number): number => size * 1.28;

/** Cuts a word that is wider than a line, such as a web address, after a mark where there is one. */
function* slices(sheet: Sheet, word: Word, size: number, width: number): Generator<Word> {
  let part = '';
  for (const letter of word.text) {
    if (part !== '' && sheet.widthOf(part + letter, word.face, size) > width) {
      const cut =
        Math.max(...['-', '/', '.', '@', '&'].map((mark) => part.lastIndexOf(mark))) + 1 || part.length;
      const piece = cut > part.length / 2 ? part.slice(0, cut) : part;
      yield { ...word, text: piece, width: sheet.widthOf(piece, word.face, size), spaceBefore: true };
      part = part.slice(piece.length);
    }
    part += letter;
  }
  yield { ...word, text: part, width: sheet.widthOf(part, word.face, size), spaceBefore: true };
}

function* wordsOf(
  sheet: Sheet,
  runs: readonly Run[],
  size: number,
  italic: boolean,
): Generator<Word | 'break'> {
  let afterSpace = true;
  for (const run of runs) {
    const face = faceOf(run.bold, italic);
    for (const token of sheet.printable(run.text).split(/(\n|[^\S\n]+)/)) {
      if (token === '') continue;
      if (token === '\n') yield 'break';
      if (token.trim() === '') {
        afterSpace = true;
        continue;
      }
      yield { text: token, face, width: sheet.widthOf(token, face, size), spaceBefore: afterSpace };
      afterSpace = false;
    }
  }
}

/** Breaks text into lines no wider than `width` points. */
export function layLines(
  sheet: Sheet,
  runs: readonly Run[],
  {
    size,
    width,
    italic = false,
    indent = 0,
  }: { size: number; width: number; italic?: boolean; indent?: number },
): Line[] {
  const space = sheet.widthOf(' ', 'regular', size);
  const lines: Line[] = [];
  let words: Word[] = [];
  let used = 0;
  const flush = (last: boolean) => {
    lines.push({ words, width: used, last, indent: lines.length === 0 ? indent : 0 });
    words = [];
    used = 0;
  };
  const room = () => width - (lines.length === 0 ? indent : 0);
  const put = (word: Word) => {
    const gap = words.length > 0 && word.spaceBefore ? space : 0;
    if (words.length > 0 && used + gap + word.width > room()) {
      flush(false);
      return put(word);
    }
    words.push(word);
    used += gap + word.width;
  };
  for (const word of wordsOf(sheet, runs, size, italic)) {
    if (word === 'break') flush(true);
    else if (word.width > room()) for (const slice of slices(sheet, word, size, room())) put(slice);
    else put(word);
  }
  flush(true);
  return lines;
}

/** Lines of about equal length, for headings and names of agencies: no last line of a single word. */
export function layBalanced(
  sheet: Sheet,
  runs: readonly Run[],
  options: { size: number; width: number },
): Line[] {
  const greedy = layLines(sheet, runs, options);
  let best = greedy;
  for (let width = options.width * 0.95; width > options.width * 0.45; width -= options.width * 0.05) {
    const lines = layLines(sheet, runs, { ...options, width });
    if (lines.length > greedy.length) break;
    best = lines;
  }
  return best;
}

/** Draws one line with its top at `y`. */
export function drawLine(
  sheet: Sheet,
  line: Line,
  { x, y, size, width, align }: { x: number; y: number; size: number; width: number; align: Align },
): void {
  const { doc } = sheet;
  const free = width - line.indent - line.width;
  const gaps = line.words.filter((word, index) => index > 0 && word.spaceBefore).length;
  const stretch = align === 'justify' && !line.last && gaps > 0 ? free / gaps : 0;
  const space = sheet.widthOf(' ', 'regular', size);
  let at = x + line.indent + (align === 'center' ? free / 2 : align === 'right' ? free : 0);
  for (let index = 0; index < line.words.length; index += 1) {
    const word = line.words[index] as Word;
    if (index > 0 && word.spaceBefore) at += space + stretch;
    let text = word.text;
    let width = word.width;
    // Words in one face and unstretched go out as one string; the space stays in the text for those who copy or listen.
    for (
      let next = line.words[index + 1];
      next?.face === word.face && stretch === 0;
      next = line.words[index + 1]
    ) {
      text += (next.spaceBefore ? ' ' : '') + next.text;
      width += (next.spaceBefore ? space : 0) + next.width;
      index += 1;
    }
    const tail = line.words[index + 1]?.spaceBefore === true || index === line.words.length - 1 ? ' ' : '';
    doc.font(word.face).fontSize(size).fillColor('#000');
    doc.text(text + tail, at, y, { lineBreak: false });
    at += width;
  }
}

/** Draws lines from the cursor down, turning pages; two lines at least stay together. */
export function drawLines(
  sheet: Sheet,
  lines: readonly Line[],
  {
    size,
    align,
    x = sheet.x,
    width = sheet.width,
  }: { size: number; align: Align; x?: number; width?: number },
): void {
  const height = lineHeight(size);
  lines.forEach((line, index) => {
    sheet.ensure(index === 0 && lines.length > 1 ? height * 2 : height);
    drawLine(sheet, line, { x, y: sheet.y, size, width, align });
    sheet.y += height;
  });
}
