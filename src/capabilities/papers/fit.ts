import { layLines } from './draw/lines.ts';
import { Sheet } from './draw/sheet.ts';
import { fill, plain } from './fill.ts';
import type { PaperProblem } from './problem.ts';
import type { Block, PaperTemplate } from './template.ts';

/** A fixed text, the box it stands in, and how many lines the box takes. */
interface Boxed {
  readonly text: string;
  readonly width: number;
  readonly size: number;
  readonly lines: number;
  readonly bold?: boolean;
}

const cellPad = 8;

function* boxesOf(sheet: Sheet, block: Block): Generator<Boxed> {
  const { width, size } = sheet;
  switch (block.kind) {
    case 'letterhead': {
      const half = width / 2 - 6;
      for (const text of [block.superior, block.agency, block.number, block.subject])
        if (text !== undefined) yield { text, width: half, size: 12, lines: 4 };
      yield { text: block.place_date, width: width / 2 + 6, size: 13, lines: 2 };
      return;
    }
    case 'heading':
      yield { text: block.text, width: width * 0.9, size: size + 1, lines: 3, bold: true };
      if (block.sub !== undefined) yield { text: block.sub, width: width * 0.84, size, lines: 3, bold: true };
      return;
    case 'table': {
      const shares = block.columns.reduce((sum, column) => sum + column.width, 0);
      const own = block.size ?? size - 1.5;
      for (const { title, width: share } of block.columns)
        yield { text: title, width: (share / shares) * width - cellPad, size: own, lines: 6, bold: true };
      return;
    }
    case 'signatures': {
      const count = Math.max(2, block.cells.length + (block.recipients ? 1 : 0));
      for (const cell of block.cells) {
        for (const text of cell.capacity ?? [])
          yield { text, width: width / count - cellPad, size, lines: 3, bold: true };
        if (cell.hint !== undefined)
          yield { text: cell.hint, width: width / count - cellPad, size: size - 1.5, lines: 2 };
      }
      return;
    }
    case 'codes':
      if (block.caption !== undefined) yield { text: block.caption, width: 215, size: 9, lines: 6 };
      return;
    case 'fields':
      for (const { label } of block.items) yield { text: label, width, size, lines: 2 };
      return;
    default:
      return;
  }
}

/** Fixed texts that do not fit where they stand: a word cut in the middle, or more lines than there is room for. */
export function overfull(template: PaperTemplate): readonly PaperProblem[] {
  const sheet = new Sheet({
    title: template.title,
    author: '',
    at: 0,
    landscape: template.landscape ?? false,
    size: template.size ?? 13,
    watermark: undefined,
    language: template.language ?? 'vi',
  });
  // The rest of a text is measured without its holes: what fills them is the dossier's and is laid out in lines.
  const fixed = (text: string): string => plain(fill(text, () => ''));
  const found: PaperProblem[] = [];
  template.blocks.forEach((block, index) => {
    for (const { text, width, size, lines, bold = false } of boxesOf(sheet, block)) {
      const said = fixed(text);
      const laid = layLines(sheet, [{ text: said, bold }], { size, width });
      const face = bold ? 'bold' : 'regular';
      const cut = said.split(/\s+/).find((word) => sheet.widthOf(word, face, size) > width);
      if (cut === undefined && laid.length <= lines) continue;
      found.push({
        code: 'paper-too-long',
        at: `blocks.${index}`,
        text: {
          vi: `Khối ${index + 1}: “${(cut ?? said).slice(0, 40)}” dài hơn chỗ dành cho nó. Hãy viết ngắn lại.`,
          en: `Block ${index + 1}: “${(cut ?? said).slice(0, 40)}” does not fit its place. Make it shorter.`,
        },
      });
    }
  });
  const { watermark } = template;
  if (watermark !== undefined && sheet.widthOf(watermark, 'bold', 74) > 900)
    found.push({
      code: 'paper-too-long',
      at: '',
      text: {
        vi: `Chữ chìm “${watermark.slice(0, 40)}” dài hơn trang giấy. Hãy viết ngắn lại.`,
        en: `The watermark “${watermark.slice(0, 40)}” is longer than the page. Make it shorter.`,
      },
    });
  return found;
}
