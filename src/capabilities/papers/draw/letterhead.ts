import type { Filler } from '../data.ts';
import type { BlockOf } from '../template.ts';
import { drawLine, layBalanced, layLines, lineHeight } from './lines.ts';
import type { Sheet } from './sheet.ts';

const nations = { vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', en: 'SOCIALIST REPUBLIC OF VIET NAM' } as const;
const mottos = { vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness' } as const;

/** Points that a head with two lines for each name takes. */
const headHeight = 110;

interface Column {
  readonly x: number;
  readonly width: number;
  y: number;
}

function line(
  sheet: Sheet,
  column: Column,
  text: string,
  size: number,
  bold: boolean,
  italic = false,
): number {
  let widest = 0;
  const options = { size, width: column.width };
  const runs = [{ text, bold }];
  const lines = italic ? layLines(sheet, runs, { ...options, italic }) : layBalanced(sheet, runs, options);
  sheet.tagged('P', () => {
    for (const one of lines) {
      drawLine(sheet, one, { x: column.x, y: column.y, size, width: column.width, align: 'center' });
      column.y += lineHeight(size);
      widest = Math.max(widest, one.width);
    }
  });
  return widest;
}

function ruleUnder(sheet: Sheet, column: Column, length: number): void {
  const middle = column.x + column.width / 2;
  sheet.rule(middle - length / 2, middle + length / 2, column.y + 1, 0.75);
  column.y += 5;
}

/**
 * Head of a paper by NĐ 30/2020, Phụ lục I: issuing body at the left (the rule beneath is a third to a half of its
 * line), nation and motto at the right (the rule is as long as the motto), then number and place with date.
 */
export function drawLetterhead(
  sheet: Sheet,
  block: BlockOf<'letterhead'>,
  filler: Filler,
  mark: string | undefined,
): void {
  // The head of a second copy is not parted from its copy by the foot of the first.
  sheet.ensure(headHeight);
  if (mark) {
    const lines = layLines(sheet, [{ text: mark, bold: false }], {
      size: 9,
      width: sheet.width,
      italic: true,
    });
    sheet.tagged('P', () => {
      lines.forEach((one, index) => {
        const y = sheet.top - 16 + index * 11;
        drawLine(sheet, one, { x: sheet.x, y, size: 9, width: sheet.width, align: 'right' });
      });
    });
    sheet.y += Math.max(0, lines.length - 1) * 11 + 2;
  }
  const nation = nations[sheet.language];
  const motto = mottos[sheet.language];
  const rightWidth = sheet.widthOf(nation, 'bold', 12) + 4;
  const left: Column = { x: sheet.x, width: sheet.width - rightWidth - 10, y: sheet.y };
  const right: Column = { x: sheet.x + sheet.width - rightWidth, width: rightWidth, y: sheet.y };
  if (sheet.width > 600) Object.assign(left, { width: 300 });

  if (block.superior && filler.speaks(block.superior))
    line(sheet, left, filler.text(block.superior), 12, false);
  const agencyWidth = line(sheet, left, filler.text(block.agency), 12, true);
  ruleUnder(sheet, left, Math.min(agencyWidth * 0.45, 90));
  line(sheet, right, nation, 12, true);
  ruleUnder(sheet, right, line(sheet, right, motto, 13, true));

  left.y = right.y = Math.max(left.y, right.y) + 3;
  const top = left.y;
  const placeOf = ({ x, width, y }: Column) => sheet.place({ x, y: top, width, height: y - top });
  if (block.number) {
    if (filler.waits(block.number)) left.y += lineHeight(13);
    else line(sheet, left, filler.text(block.number), 13, false);
    sheet.places = { number: placeOf(left), ...sheet.places };
  }
  if (block.subject) line(sheet, left, filler.text(block.subject), 12, false);
  if (filler.waits(block.place_date)) right.y += lineHeight(13);
  else line(sheet, right, filler.text(block.place_date), 13, false, true);
  sheet.places = { date: placeOf(right), ...sheet.places };
  sheet.y = Math.max(left.y, right.y) + 12;
}
