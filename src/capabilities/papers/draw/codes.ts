import QRCode from 'qrcode';
import type { Filler } from '../data.ts';
import type { BlockOf } from '../template.ts';
import { canBeCode39, code39 } from './code39.ts';
import { drawLine, layLines, lineHeight } from './lines.ts';
import type { Sheet } from './sheet.ts';

const qrSide = 68;
export const codesHeight = qrSide + 4;
const barHeight = 30;
/** Narrow bar in points: 0.19 mm is the least a common reader takes, 0.25 mm is comfortable. */
const narrow = { least: 0.54, best: 0.7 };

/** QR at the lower left, bar code at the lower right, drawn as black shapes so that they stay sharp at any size. */
export function drawCodes(sheet: Sheet, block: BlockOf<'codes'>, filler: Filler): void {
  const text = block.barcode === undefined ? '' : filler.text(block.barcode);
  const bars = canBeCode39(text) ? code39(text) : undefined;
  const unit = bars ? Math.max(narrow.least, Math.min(narrow.best, 215 / bars.width)) : 0;
  const barWidth = bars ? bars.width * unit : 0;
  sheet.ensure(codesHeight);
  const y = Math.max(sheet.y + 4, sheet.bottom - qrSide);
  let x = sheet.x;
  if (block.qr !== undefined) {
    drawQr(sheet, filler.text(block.qr), x, y);
    x += qrSide + 10;
  }
  if (block.caption !== undefined) {
    const width = sheet.x + sheet.width - x - (bars ? barWidth + 14 : 0);
    const lines = layLines(sheet, filler.runs(block.caption), { size: 9, width: Math.min(width, 260) });
    const start = y + Math.max(0, (qrSide - lines.length * lineHeight(9)) / 2);
    sheet.tagged('P', () => {
      lines.forEach((line, index) => {
        drawLine(sheet, line, { x, y: start + index * lineHeight(9), size: 9, width, align: 'left' });
      });
    });
  }
  if (bars) {
    const left = sheet.x + sheet.width - barWidth;
    const top = y + (qrSide - barHeight - 13) / 2;
    sheet.tagged(
      'Figure',
      () => {
        for (const bar of bars.bars) sheet.doc.rect(left + bar.x * unit, top, bar.width * unit, barHeight);
        sheet.doc.fill('#000');
      },
      undefined,
      { alt: `Mã vạch ${text}` },
    );
    for (const line of layLines(sheet, [{ text, bold: false }], { size: 10, width: barWidth }))
      sheet.tagged('P', () =>
        drawLine(sheet, line, {
          x: left,
          y: top + barHeight + 2,
          size: 10,
          width: barWidth,
          align: 'center',
        }),
      );
  }
  sheet.y = y + qrSide;
}

function drawQr(sheet: Sheet, text: string, x: number, y: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const unit = qrSide / modules.size;
  sheet.tagged(
    'Figure',
    () => {
      for (let row = 0; row < modules.size; row += 1) {
        for (let column = 0; column < modules.size; column += 1) {
          let run = 0;
          while (column + run < modules.size && modules.get(row, column + run)) run += 1;
          // A hair of overlap downwards closes the seams that some viewers show between rows.
          if (run > 0) sheet.doc.rect(x + column * unit, y + row * unit, run * unit, unit + 0.05);
          column += run;
        }
      }
      sheet.doc.fill('#000');
    },
    undefined,
    { alt: `Mã QR: ${text}` },
  );
}
