import type { Reader, Transactor } from '#platform/db';
import {
  edgeOf,
  grow,
  hashOf,
  leafHash,
  type Range,
  type TilePlace,
  tilesFor,
  widthOf,
} from '#platform/tlog';
import { keepTiles, tilesAt } from './queries/index.ts';

const tilesOf = (reader: Reader, places: readonly TilePlace[]) =>
  places.length === 0
    ? []
    : reader.rows(tilesAt, { levels: places.map(({ level }) => level), ns: places.map(({ n }) => n) });

/** Writes the tiles that change when entries are appended to a log of that size. */
export async function growTree(
  transactor: Transactor,
  size: number,
  entries: readonly string[],
): Promise<void> {
  const edge = await tilesOf(transactor, edgeOf(size));
  const hashes = entries.map((entry) => leafHash(Buffer.from(entry, 'utf8')));
  const changed = grow(size, edge, hashes);
  await transactor.rows(keepTiles, {
    levels: changed.map(({ level }) => level),
    ns: changed.map(({ n }) => n),
    widths: changed.map(widthOf),
    bytes: changed.map(({ bytes }) => bytes),
  });
}

/** Tree hashes of ranges, from the tiles that are kept. @throws when one of them is not there. */
export async function hashesOf(reader: Reader, ranges: readonly Range[]): Promise<readonly Uint8Array[]> {
  const tiles = await tilesOf(reader, tilesFor(ranges));
  const kept = new Map(tiles.map((tile) => [`${tile.level}/${tile.n}`, tile.bytes]));
  return ranges.map((range) =>
    hashOf(range, ({ level, n }) => {
      const bytes = kept.get(`${level}/${n}`);
      if (!bytes) throw new Error(`Tile ${level}/${n} of the public log is not there`);
      return bytes;
    }),
  );
}
