import { deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { fault } from '../fault.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Packed with Flate: three octets a pixel, and one for how much of it covers what is beneath. */
  readonly colours: Buffer;
  readonly cover: Buffer;
}

const mostPixels = 4_000_000;

const known = new WeakMap<Uint8Array, Picture>();

/**
 * A PNG, transparent where it is, as NĐ 30/2020 wants pictures of signatures and seals; else `picture-odd`. One that
 * stands on many papers is read once.
 */
export function readPicture(bytes: Uint8Array): Picture {
  const found = known.get(bytes) ?? read(bytes);
  known.set(bytes, found);
  return found;
}

function read(bytes: Uint8Array): Picture {
  const png = Buffer.from(bytes);
  const isPng =
    png.length > 33 && png.toString('latin1', 1, 4) === 'PNG' && png.toString('latin1', 12, 16) === 'IHDR';
  if (!isPng || png.readUInt32BE(16) * png.readUInt32BE(20) > mostPixels)
    fault('picture-odd', 'no PNG, or too large');
  const { width, height, data } = decoded(png);
  const colours = Buffer.alloc(3 * width * height);
  const cover = Buffer.alloc(width * height);
  for (let i = 0; i < width * height; i++) {
    data.copy(colours, 3 * i, 4 * i, 4 * i + 3);
    cover[i] = data[4 * i + 3] ?? 255;
  }
  return { width, height, colours: deflateSync(colours), cover: deflateSync(cover) };
}

function decoded(png: Buffer): PNG {
  try {
    return PNG.sync.read(png);
  } catch {
    return fault('picture-odd', 'a PNG that cannot be read');
  }
}
