import QRCode from 'qrcode';
import { type Html, trustedMarkup } from '#platform/html';

/** Light modules around the code: readers need four (ISO/IEC 18004). */
const margin = 4;
/** Recovers 15 % of the signs: glare, a cracked screen. */
const level = { errorCorrectionLevel: 'M' } as const;
/** Pixels of a drawing on a screen, at most: whole pixels a module, so that no edge is blurred. */
const drawnWidth = 320;
/** Pixels a module in a picture to be kept: apps shrink pictures before they read them. */
const pictureModule = 12;

/** The code as a PNG with its quiet margin, for apps that read it out of a picture. */
export const qrPicture = (text: string): Promise<Uint8Array> =>
  QRCode.toBuffer(text, { ...level, type: 'png', margin, scale: pictureModule });

/**
 * A QR code as one inert path in black, crisp at any size; its label is said by the figure around it. Its own size is that of
 * whole pixels a module: 240 to 320 for up to 80 modules.
 */
export function qrSvg(text: string): Html {
  const { modules } = QRCode.create(text, level);
  const { size, data } = modules;
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue;
      // Neighbours in a row become one stroke: half the bytes, and no hairlines between modules.
      let run = 1;
      while (x + run < size && data[y * size + x + run]) run++;
      path += `M${x + margin} ${y + margin}h${run}v1h-${run}z`;
      x += run;
    }
  }
  const side = size + 2 * margin;
  const drawn = Math.max(1, Math.floor(drawnWidth / side)) * side;
  return trustedMarkup(
    `<svg width="${drawn}" height="${drawn}" viewBox="0 0 ${side} ${side}" aria-hidden="true" focusable="false"><path fill="#000" d="${path}"/></svg>`,
  );
}
