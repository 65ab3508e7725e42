import QRCode from 'qrcode';
import { type Html, trustedMarkup } from '#platform/html';

/** Light modules around the code: readers need four (ISO/IEC 18004). */
const margin = 4;

/** A QR code as one inert path in black, crisp at any size; its label is said by the figure around it. */
export function qrSvg(text: string): Html {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
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
  return trustedMarkup(
    `<svg viewBox="0 0 ${side} ${side}" aria-hidden="true" focusable="false"><path fill="#000" d="${path}"/></svg>`,
  );
}
