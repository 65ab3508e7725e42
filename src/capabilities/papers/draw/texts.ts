import type { Filler } from '../data.ts';
import type { BlockOf } from '../template.ts';
import { drawLine, drawLines, layBalanced, layLines, lineHeight } from './lines.ts';
import type { Sheet } from './sheet.ts';

export function drawHeading(sheet: Sheet, block: BlockOf<'heading'>, filler: Filler): void {
  const size = sheet.size + 1;
  sheet.y += 2;
  sheet.tagged('H1', () => {
    const lines = layBalanced(sheet, filler.runs(block.text, true), { size, width: sheet.width * 0.9 });
    drawLines(sheet, lines, {
      size,
      align: 'center',
      x: sheet.x + sheet.width * 0.05,
      width: sheet.width * 0.9,
    });
  });
  if (block.sub && filler.speaks(block.sub)) {
    const lines = layBalanced(sheet, filler.runs(block.sub, true), {
      size: sheet.size,
      width: sheet.width * 0.84,
    });
    sheet.tagged('P', () =>
      drawLines(sheet, lines, {
        size: sheet.size,
        align: 'center',
        x: sheet.x + sheet.width * 0.08,
        width: sheet.width * 0.84,
      }),
    );
  }
  sheet.y += 8;
}

export function drawParagraph(sheet: Sheet, block: BlockOf<'paragraph'>, filler: Filler): void {
  const { size, width } = sheet;
  const indent = block.indent === false || block.align === 'center' || block.align === 'right' ? 0 : 28;
  const lines = layLines(sheet, filler.runs(block.text), { size, width, indent });
  sheet.tagged('P', () => drawLines(sheet, lines, { size, align: block.align ?? 'justify' }));
  sheet.y += size * 0.38;
}

/** "Label: value" lines; two halves that follow each other share a line when both are short. */
export function drawFields(sheet: Sheet, block: BlockOf<'fields'>, filler: Filler): void {
  const { size } = sheet;
  const items = block.items.filter((item) => item.when === undefined || filler.has(item.when));
  const half = sheet.width / 2 - 6;
  const runsOf = (item: (typeof items)[number]) => [
    { text: `${item.label}: `, bold: false },
    ...filler.runs(item.value, item.strong === true),
  ];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as (typeof items)[number];
    const next = items[index + 1];
    if (item.half && next?.half) {
      const left = layLines(sheet, runsOf(item), { size, width: half });
      const right = layLines(sheet, runsOf(next), { size, width: half });
      if (left.length === 1 && right.length === 1) {
        sheet.ensure(lineHeight(size));
        for (const [lines, x] of [[left, sheet.x] as const, [right, sheet.x + half + 12] as const])
          for (const line of lines)
            sheet.tagged('P', () =>
              drawLine(sheet, line, { x, y: sheet.y, size, width: half, align: 'left' }),
            );
        sheet.y += lineHeight(size) + 2;
        index += 1;
        continue;
      }
    }
    const lines = layLines(sheet, runsOf(item), { size, width: sheet.width });
    sheet.tagged('P', () => drawLines(sheet, lines, { size, align: 'left' }));
    sheet.y += 2;
  }
  sheet.y += size * 0.25;
}

export function drawList(sheet: Sheet, block: BlockOf<'list'>, filler: Filler): void {
  const { size } = sheet;
  const hang = block.mark === '1.' ? 20 : 12;
  const x = sheet.x + 28 + hang;
  const width = sheet.width - 28 - hang;
  sheet.group('L', (list) => {
    filler.lines(block.lines).forEach((text, index) => {
      const lines = layLines(sheet, [{ text, bold: false }], { size, width });
      sheet.ensure(lineHeight(size) * Math.min(2, lines.length));
      sheet.group(
        'LI',
        (item) => {
          const mark = layLines(sheet, [{ text: block.mark === '1.' ? `${index + 1}.` : '-', bold: false }], {
            size,
            width,
          });
          sheet.tagged(
            'Lbl',
            () => {
              for (const line of mark)
                drawLine(sheet, line, { x: x - hang, y: sheet.y, size, width, align: 'left' });
            },
            item,
          );
          sheet.tagged('LBody', () => drawLines(sheet, lines, { size, align: 'justify', x, width }), item);
        },
        list,
      );
      sheet.y += 2;
    });
  });
  sheet.y += size * 0.25;
}

export function drawNote(sheet: Sheet, block: BlockOf<'note'>, filler: Filler): void {
  const size = sheet.size - 1.5;
  const lines = layLines(sheet, filler.runs(block.text), { size, width: sheet.width, italic: true });
  sheet.y += 2;
  sheet.tagged('Note', () => drawLines(sheet, lines, { size, align: 'justify' }));
  sheet.y += size * 0.4;
}
