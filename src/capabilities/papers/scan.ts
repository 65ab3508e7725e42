import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { PNG } from 'pngjs';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { maker, tellMetadata } from './draw/metadata.ts';
import { mm } from './places.ts';

export interface Scan {
  /** JPEG or PNG. */
  readonly picture: Uint8Array;
  /** What the paper is called; said to those who cannot see it. */
  readonly title: string;
  /** The agency that scanned. */
  readonly author: string;
  readonly at: Instant;
}

/** Points above the picture that stay free for the words of a signature. */
export const scanStrip = 46;
const margin = mm(6);
const a4 = { short: 595.28, long: 841.89 };
/** A picture that does not say how large the paper was is taken to be scanned with the least that is allowed (200 dpi). */
const leastDpi = 200;
/** Decoding more would keep others waiting: an A4 page at 400 dpi has 15 million. */
const mostPixels = 16_000_000;

/**
 * A picture of a paper as one page of a tagged PDF/A-2a, upright and no larger than A4, with room for a signature above it.
 * The picture stays as it is, point by point. Refused: `scan-too-fine`, `scan-unreadable`.
 */
export async function scanAsPdf({ picture, title, author, at }: Scan): Promise<Outcome<Uint8Array>> {
  const doc = new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'vi',
    displayTitle: true,
    info: { Title: title, Author: author, Creator: maker, Producer: maker, CreationDate: new Date(at) },
  });
  tellMetadata(doc, { title, author, at });
  // The picture was judged when it came, by other readers: what this one cannot read is not signed unseen.
  const image = attempt(() => (doc as unknown as Opening).openImage(plain(picture)));
  if (!image) return refused({ code: 'scan-unreadable' });
  if (image.width * image.height > mostPixels) return refused({ code: 'scan-too-fine' });
  const turned = (image.orientation ?? 1) > 4;
  const [across, down] = turned ? [image.height, image.width] : [image.width, image.height];
  const [pageWidth, pageHeight] = across > down ? [a4.long, a4.short] : [a4.short, a4.long];
  const scale = Math.min(
    72 / leastDpi,
    (pageWidth - 2 * margin) / across,
    (pageHeight - scanStrip - margin) / down,
  );
  const bytes = buffer(doc);
  doc.addPage({ size: [pageWidth, pageHeight], margin: 0 });
  const root = doc.struct('Document');
  doc.addStructure(root);
  const figure = doc.struct('Figure', { alt: title }, () => {
    const left = (pageWidth - across * scale) / 2;
    doc.image(image as unknown as Buffer, left, scanStrip, { width: across * scale, height: down * scale });
  });
  root.add(figure);
  figure.end();
  root.end();
  doc.end();
  return done(new Uint8Array(await bytes));
}

interface OpenedImage {
  readonly width: number;
  readonly height: number;
  /** From the camera (EXIF); above 4 it lies on its side. */
  readonly orientation?: number;
}
interface Opening {
  openImage(picture: Buffer): OpenedImage;
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** A PNG with transparency, or one that comes in several passes, becomes a simple one on white; all else is left alone. */
function plain(picture: Uint8Array): Buffer {
  const bytes = Buffer.from(picture);
  const isPng = bytes.readUInt32BE(0) === 0x89504e47;
  if (!isPng) return bytes;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [kind, passes] = [bytes[25], bytes[28]];
  const clear = kind === 4 || kind === 6 || bytes.includes('tRNS');
  // Too many points are refused by the caller, before anything is decoded.
  if ((!clear && passes === 0) || width * height > mostPixels) return bytes;
  const image = PNG.sync.read(bytes, { checkCRC: true });
  for (let at = 0; at < image.data.length; at += 4) {
    const cover = (image.data[at + 3] ?? 255) / 255;
    for (let c = at; c < at + 3; c++)
      image.data[c] = Math.round((image.data[c] ?? 0) * cover + 255 * (1 - cover));
  }
  return PNG.sync.write(image, { colorType: 2, inputHasAlpha: true });
}
