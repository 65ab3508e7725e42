import { PDFiumLibrary } from '@hyzyla/pdfium';
import PDFDocument from 'pdfkit';
import { PNG } from 'pngjs';
import { fontFile } from './fonts.ts';

/** Points across; drawn at 300 dots to the inch, it is the 36 mm of a real one. */
const across = 102;
const middle = across / 2;
const dotsPerPoint = 300 / 72;
const red = [200, 16, 32] as const;
const note = 'DẤU MINH HỌA';

const drawn = new Map<string, Promise<Uint8Array>>();
const most = 100;

/**
 * A round seal for an agency whose own seal is not at hand: its name along the circle, a star, and on the lower arc that it
 * is an illustration. A PNG, red on nothing.
 */
export function illustratedSeal(agency: string): Promise<Uint8Array> {
  let seal = drawn.get(agency);
  if (!seal) {
    seal = draw(agency);
    drawn.set(agency, seal);
    const oldest = drawn.keys().next().value;
    if (drawn.size > most && oldest !== undefined) drawn.delete(oldest);
  }
  return seal;
}

async function draw(agency: string): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: [across, across], margin: 0 });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve) => doc.once('end', () => resolve()));
  doc.registerFont('seal', fontFile('bold')).font('seal');
  doc
    .lineWidth(2.4)
    .circle(middle, middle, middle - 1.6)
    .stroke();
  doc
    .lineWidth(0.7)
    .circle(middle, middle, middle - 4.4)
    .stroke();
  doc.lineWidth(0.9).circle(middle, middle, 27).stroke();
  star(doc, 19);
  along(doc, agency.toLocaleUpperCase('vi'), { radius: 36.5, size: 9.4, widest: 252, upper: true });
  along(doc, note, { radius: 36.5, size: 5, widest: 78, upper: false });
  doc.end();
  await finished;
  return redOnNothing(Buffer.concat(chunks));
}

function star(doc: PDFKit.PDFDocument, radius: number): void {
  const points = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? radius : radius * 0.382;
    const angle = (i * Math.PI) / 5 - Math.PI / 2;
    return [middle + r * Math.cos(angle), middle + r * Math.sin(angle)] as [number, number];
  });
  doc.polygon(...points).fill();
}

/** Letters one by one on a circle, their middle at its top (or bottom), smaller where they would take too much of it. */
function along(
  doc: PDFKit.PDFDocument,
  text: string,
  { radius, size, widest, upper }: { radius: number; size: number; widest: number; upper: boolean },
): void {
  const room = (widest / 180) * Math.PI * radius;
  doc.fontSize(size);
  const letters = [...text.normalize('NFC').replace(/\s+/g, ' ').trim()];
  const spread = upper ? 0.5 : 0.3;
  const lengthOf = (): number => letters.reduce((sum, letter) => sum + doc.widthOfString(letter) + spread, 0);
  const fitting = Math.min(size, (size * room) / Math.max(1, lengthOf()));
  doc.fontSize(fitting);
  let gone = -lengthOf() / 2;
  for (const letter of letters) {
    const width = doc.widthOfString(letter);
    const angle = ((gone + (width + spread) / 2) / radius) * (180 / Math.PI);
    doc.save().rotate(upper ? angle : -angle, { origin: [middle, middle] });
    // Capitals are as high as two thirds of the size; their middle stands on the circle.
    const base = upper ? middle - radius + fitting * 0.33 : middle + radius + fitting * 0.33;
    doc.text(letter, middle - width / 2, base, { lineBreak: false, baseline: 'alphabetic' });
    doc.restore();
    gone += width + spread;
  }
}

/** How dark a dot is becomes how much it covers. */
async function redOnNothing(pdf: Uint8Array): Promise<Uint8Array> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const image = await document.getPage(0).render({
      scale: dotsPerPoint,
      render: async ({ data, width, height }) => {
        const png = new PNG({ width, height });
        for (let at = 0; at < data.length; at += 4) png.data.set([...red, 255 - (data[at] ?? 255)], at);
        return PNG.sync.write(png);
      },
    });
    document.destroy();
    return image.data;
  } finally {
    library.destroy();
  }
}
