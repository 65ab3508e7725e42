import type { Filler } from '../data.ts';
import { mm, partRoom } from '../places.ts';
import type { BlockOf } from '../template.ts';
import { type Align, drawLine, type Line, layLines, lineHeight } from './lines.ts';
import type { Sheet } from './sheet.ts';

/** Millimetres for a signature by hand, or for one in words. */
const usualRoom = 24;
/** Beside a seal in its own size the signer has more than half of the line. */
const sealedShare = 0.56;

interface Column {
  readonly x: number;
  readonly width: number;
}
interface Laid {
  readonly lines: readonly Line[];
  readonly size: number;
}

const heightOf = (parts: readonly Laid[]): number =>
  parts.reduce((sum, { lines, size }) => sum + lines.length * lineHeight(size), 0);

function draw(sheet: Sheet, parts: readonly Laid[], from: number, column: Column, align: Align): number {
  let y = from;
  for (const { lines, size } of parts)
    for (const line of lines) {
      sheet.tagged('P', () => drawLine(sheet, line, { ...column, y, size, align }));
      y += lineHeight(size);
    }
  return y;
}

function columnsOf(sheet: Sheet, block: BlockOf<'signatures'>): readonly Column[] {
  const count = block.cells.length + (block.recipients ? 1 : 0);
  if (block.room !== undefined && block.recipients && count === 2) {
    const width = sheet.width * sealedShare;
    return [
      { x: sheet.x, width: sheet.width - width },
      { x: sheet.x + sheet.width - width, width },
    ];
  }
  const width = sheet.width / Math.max(2, count);
  const first = count === 1 ? sheet.x + width : sheet.x;
  return Array.from({ length: count }, (_, index) => ({ x: first + index * width, width }));
}

/**
 * "Nơi nhận" at the lower left, then one to three signatures side by side; all of it stays on one page, together with what
 * is `beneath`. The last to sign is the officer or leader.
 */
export function drawSignatures(
  sheet: Sheet,
  block: BlockOf<'signatures'>,
  filler: Filler,
  beneath = 0,
): void {
  const { size } = sheet;
  const columns = columnsOf(sheet, block);
  const lay = (text: string, { bold, italic, size, width }: Style): Laid => ({
    lines: layLines(sheet, filler.runs(text, bold), { size, width, italic }),
    size,
  });
  const signers = (block.recipients ? columns.slice(1) : columns).map(({ x, width }) => ({
    x: x + 4,
    width: width - 8,
  }));
  const cells = block.cells.map((cell, index) => {
    const width = signers[index]?.width ?? 0;
    const bold: Style = { bold: true, italic: false, size, width };
    return {
      above: [
        ...(cell.capacity ?? []).map((line) => lay(line, bold)),
        ...(cell.hint ? [lay(cell.hint, { ...bold, bold: false, italic: true, size: size - 1.5 })] : []),
      ],
      name: cell.name && filler.speaks(cell.name) ? [lay(cell.name, bold)] : [],
    };
  });
  const room = mm(block.room ?? usualRoom);
  const aboveAll = Math.max(...cells.map(({ above }) => heightOf(above)));
  const heights = cells.map(({ name }) => aboveAll + room + Math.max(heightOf(name), lineHeight(size)));
  sheet.y += 6;
  sheet.ensure(Math.max(...heights) + 6 + beneath);
  const top = sheet.y;
  let lowest = top;
  const [left] = columns;
  if (block.recipients && left) lowest = drawRecipients(sheet, block.recipients, filler, left, top);
  cells.forEach(({ above, name }, index) => {
    const column = signers[index] as Column;
    draw(sheet, above, top, column, 'center');
    // Side by side they sign on one height, so that no seal reaches into the words of a neighbour.
    const y = top + aboveAll;
    sheet.places = {
      ...sheet.places,
      ...partRoom(sheet.place({ ...column, y, height: room })),
    };
    lowest = Math.max(lowest, draw(sheet, name, y + room, column, 'center'));
  });
  sheet.y = lowest + 6;
}

interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly size: number;
  readonly width: number;
}

function drawRecipients(
  sheet: Sheet,
  recipients: readonly string[],
  filler: Filler,
  { x, width: whole }: Column,
  top: number,
): number {
  const width = whole - 12;
  const lay = (text: string, size: number, strong: boolean): Laid => ({
    lines: layLines(sheet, filler.runs(text, strong), { size, width, italic: strong }),
    size,
  });
  const title = lay(sheet.language === 'en' ? 'To:' : 'Nơi nhận:', 12, true);
  const each = recipients.map((recipient) => lay(`- ${recipient}`, 11, false));
  return draw(sheet, [title, ...each], top, { x, width }, 'left');
}
