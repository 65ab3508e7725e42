export interface ImageSize {
  readonly width: number;
  readonly height: number;
}
/** A side longer than this, or more pixels in all, is no photo of a paper; drawing it would cost gigabytes. */
const longestSide = 12_000;
const mostPixels = 50_000_000;

export const isDrawable = ({ width, height }: ImageSize): boolean =>
  width > 0 && height > 0 && width <= longestSide && height <= longestSide && width * height <= mostPixels;

/** Size by the header alone, without decoding a pixel. */
export function imageSize(bytes: Buffer, kind: 'png' | 'jpeg'): ImageSize | undefined {
  return kind === 'png' ? pngSize(bytes) : jpegSize(bytes);
}

const pngSize = (bytes: Buffer): ImageSize | undefined =>
  bytes.length >= 33 && bytes.toString('latin1', 12, 16) === 'IHDR'
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : undefined;

/** Walks the segments to the start of frame (ITU T.81, B.2.2). */
function jpegSize(bytes: Buffer): ImageSize | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += alone ? 2 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
