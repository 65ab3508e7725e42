import type { Filler } from '../data.ts';
import type { BlockOf } from '../template.ts';
import { drawLine, layLines, lineHeight } from './lines.ts';
import type { Sheet } from './sheet.ts';

/** Room for a signature and a seal, or for the picture of an electronic signature. */
const roomToSign = 68;

interface Place {
  readonly x: number;
  readonly width: number;
}

/** "Nơi nhận" at the lower left, then one to three signatures side by side; all of it stays on one page. */
export function drawSignatures(sheet: Sheet, block: BlockOf<'signatures'>, filler: Filler): void {
  const count = block.cells.length + (block.recipients ? 1 : 0);
  const width = sheet.width / Math.max(2, count);
  const first = count === 1 ? sheet.x + width : sheet.x;
  const places = Array.from({ length: count }, (_, index): Place => ({ x: first + index * width, width }));
  const capacityLines = Math.max(
    ...block.cells.map((cell) => (cell.capacity?.length ?? 0) + (cell.hint ? 1 : 0)),
  );
  const height = (capacityLines + 2) * lineHeight(sheet.size) + roomToSign;
  sheet.y += 6;
  sheet.ensure(height);
  const top = sheet.y;
  let lowest = top;
  if (block.recipients) lowest = drawRecipients(sheet, block.recipients, filler, places[0] as Place, top);
  const signers = block.recipients ? places.slice(1) : places;
  block.cells.forEach((cell, index) => {
    const place = signers[index] as Place;
    let y = top;
    const write = (text: string, size: number, bold: boolean, italic: boolean) => {
      for (const line of layLines(sheet, filler.runs(text, bold), { size, width: place.width - 8, italic })) {
        sheet.tagged('P', () =>
          drawLine(sheet, line, { x: place.x + 4, y, size, width: place.width - 8, align: 'center' }),
        );
        y += lineHeight(size);
      }
    };
    for (const line of cell.capacity ?? []) write(line, sheet.size, true, false);
    if (cell.hint) write(cell.hint, sheet.size - 1.5, false, true);
    y += roomToSign;
    if (cell.name && filler.speaks(cell.name)) write(cell.name, sheet.size, true, false);
    lowest = Math.max(lowest, y);
  });
  sheet.y = lowest + 6;
}

function drawRecipients(
  sheet: Sheet,
  recipients: readonly string[],
  filler: Filler,
  place: Place,
  top: number,
): number {
  let y = top;
  const write = (text: string, size: number, bold: boolean, italic: boolean) => {
    for (const line of layLines(sheet, filler.runs(text, bold), { size, width: place.width - 12, italic })) {
      sheet.tagged('P', () =>
        drawLine(sheet, line, { x: place.x, y, size, width: place.width - 12, align: 'left' }),
      );
      y += lineHeight(size);
    }
  };
  write(sheet.language === 'en' ? 'To:' : 'Nơi nhận:', 12, true, true);
  for (const recipient of recipients) write(`- ${recipient}`, 11, false, false);
  return y;
}
