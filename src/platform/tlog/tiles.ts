import { halfOf, hashBytes, nodeHash, rootOf } from './hash.ts';
import type { Range } from './ranges.ts';

/** Hashes of a full tile, and how many levels of the tree it spans (tlog-tiles). */
export const tileWidth = 256;
const tileHeight = 8;

export interface TilePlace {
  readonly level: number;
  readonly n: number;
}
export interface Tile extends TilePlace {
  /** Hashes one after another, 32 bytes each. */
  readonly bytes: Uint8Array;
}
export type TileReader = (place: TilePlace) => Uint8Array;

const split = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: bytes.length / hashBytes }, (_, n) =>
    bytes.subarray(n * hashBytes, (n + 1) * hashBytes),
  );
export const widthOf = ({ bytes }: Pick<Tile, 'bytes'>): number => bytes.length / hashBytes;

/** The partial tiles at the right edge of a log of that size: what it grows on. */
export function edgeOf(size: number): readonly TilePlace[] {
  const edge: TilePlace[] = [];
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / tileWidth))
    if (count % tileWidth > 0) edge.push({ level, n: Math.floor(count / tileWidth) });
  return edge;
}

/**
 * Tiles that change when hashes of entries are appended to a log of a size, the last of each level with all that is in it.
 * @param edge the tiles of `edgeOf(size)`.
 */
export function grow(size: number, edge: readonly Tile[], hashes: readonly Uint8Array[]): readonly Tile[] {
  const changed: Tile[] = [];
  let adding = hashes;
  for (let level = 0, count = size; adding.length > 0; level++, count = Math.floor(count / tileWidth)) {
    let n = Math.floor(count / tileWidth);
    const there = edge.find((tile) => tile.level === level && tile.n === n);
    let full = there ? split(there.bytes).slice(0, count % tileWidth) : [];
    const above: Uint8Array[] = [];
    for (let from = 0; from < adding.length; n++) {
      const taken = adding.slice(from, from + tileWidth - full.length);
      from += taken.length;
      full = [...full, ...taken];
      changed.push({ level, n, bytes: Buffer.concat(full) });
      if (full.length === tileWidth) above.push(rootOf(full));
      full = [];
    }
    adding = above;
  }
  return changed;
}

/** Full subtrees that a range is made of, from the left; each begins at a multiple of its size. */
function subtreesOf([from, to]: Range): readonly Range[] {
  const parts: Range[] = [];
  for (let at = from; at < to; ) {
    const rest = to - at;
    const size = rest === 1 ? 1 : Number.isInteger(Math.log2(rest)) ? rest : halfOf(rest);
    parts.push([at, at + size]);
    at += size;
  }
  return parts;
}

const levelOf = ([from, to]: Range): number => Math.floor(Math.log2(to - from) / tileHeight);
function placeOf(subtree: Range): TilePlace {
  const level = levelOf(subtree);
  return { level, n: Math.floor(subtree[0] / tileWidth ** (level + 1)) };
}

/** The tiles that hashes of these ranges are made from, each once. */
export const tilesFor = (ranges: readonly Range[]): readonly TilePlace[] => [
  ...new Map(
    ranges
      .flatMap(subtreesOf)
      .map(placeOf)
      .map((place) => [`${place.level}/${place.n}`, place]),
  ).values(),
];

/** Tree hash of a range, from the tiles of `tilesFor`. */
export function hashOf(range: Range, tile: TileReader): Uint8Array {
  const hashes = subtreesOf(range).map((subtree) => {
    const place = placeOf(subtree);
    const span = tileWidth ** place.level;
    const first = (subtree[0] / span) % tileWidth;
    return rootOf(split(tile(place)).slice(first, first + (subtree[1] - subtree[0]) / span));
  });
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

const number = /^(?:x\d{3}\/)*\d{3}$/;
const numberPath = (n: number): string => {
  const digits = String(n);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const parts = padded.match(/\d{3}/g) ?? [];
  return parts.map((part, at) => (at === parts.length - 1 ? part : `x${part}`)).join('/');
};

/** `0/x001/x234/067.p/5`: what follows `tile/` in an address; `level` is `entries` for bundles of entries. */
export const tilePath = (level: number | 'entries', n: number, width: number): string =>
  `${level}/${numberPath(n)}${width < tileWidth ? `.p/${width}` : ''}`;

export interface AskedTile {
  readonly level: number | 'entries';
  readonly n: number;
  readonly width: number;
}

/** Reads what follows `tile/`; nothing when it is not written exactly as it should be. */
export function readTilePath(path: string): AskedTile | undefined {
  const found = /^(\d{1,2}|entries)\/([x\d/]{3,40}?)(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (!found || !number.test(found[2] ?? '')) return undefined;
  const level = found[1] === 'entries' ? 'entries' : Number(found[1]);
  const n = Number((found[2] ?? '').replace(/[x/]/g, ''));
  const width = found[3] === undefined ? tileWidth : Number(found[3]);
  if (!Number.isSafeInteger(n) || (level !== 'entries' && level > 63) || width < 1) return undefined;
  // One address for each tile: leading zeroes, empty groups and a full width as a partial one are none.
  return tilePath(level, n, width) === path ? { level, n, width } : undefined;
}

/** A bundle of entries: each with its length in two bytes before it. @throws never for entries up to 65,535 bytes. */
export function bundleOf(entries: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** The entries of a bundle; nothing when it is cut or does not come out even. */
export function readBundle(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (at + 2 > bytes.length) return undefined;
    const end = at + 2 + (bytes[at] as number) * 256 + (bytes[at + 1] as number);
    if (end > bytes.length) return undefined;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
