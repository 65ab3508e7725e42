import { type Ctx, scopeOf } from '#platform/context';
import type { Reader } from '#platform/db';
import { openCheckpoint, rootOf, tileWidth, type WatchedLog } from '#platform/tlog';
import type { Finding } from './compare.ts';
import {
  type CheckpointRow,
  checkpointsFrom,
  keepTreeAt,
  leafHashes,
  newestCheckpoint,
  tilesAt,
  watched,
} from './queries/index.ts';
import { hashesOf } from './tree.ts';

/** Leaves hashed again in each look; so all come round. */
export const leavesInTurn = 64 * tileWidth;
const checkpointsInTurn = 8;

const same = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
const treeFinding = (key: string, index: number): Finding => ({ kind: 'tree', source: 'tree', key, index });
const split = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: bytes.length / 32 }, (_, at) => bytes.subarray(at * 32, (at + 1) * 32));

/**
 * Hashes a part of the log again, from leaves to tiles and from tile to tile up to the top, and checkpoints from the tree.
 * The next look goes on where this one ended.
 */
export async function checkTree(
  ctx: Ctx,
  log: WatchedLog,
  leaves = leavesInTurn,
): Promise<readonly Finding[]> {
  const scope = scopeOf(ctx.actor);
  return ctx.db.transact(scope, async (transactor) => {
    const { tree_at, size } = await transactor.get(watched, {});
    const from = tree_at < size ? tree_at : 0;
    await transactor.get(keepTreeAt, { at: from + leaves });
    return [
      ...(await leavesAgainstTiles(transactor, from, Math.min(from + leaves, size))),
      ...(await checkpointsAgainstTree(transactor, log, from)),
    ];
  });
}

/** The log may grow meanwhile: what was there at the beginning is looked at, and it stays. */
async function leavesAgainstTiles(reader: Reader, from: number, to: number): Promise<Finding[]> {
  const ns = Array.from({ length: Math.ceil((to - from) / tileWidth) }, (_, at) => from / tileWidth + at);
  const groups = await reader.rows(leafHashes, { from, to });
  const hashes = new Map(groups.map(({ n, bytes }) => [n, split(bytes)]));
  const tiles = await tilesOf(reader, 0, ns);
  const found = ns.flatMap((n): Finding[] => {
    const width = Math.min(tileWidth, to - n * tileWidth);
    const kept = split(tiles.get(n) ?? new Uint8Array());
    const wrong = Array.from({ length: width }).findIndex((_, at) => !same(kept[at], hashes.get(n)?.[at]));
    return wrong < 0 ? [] : [{ kind: 'leaf', source: 'tree', key: `0/${n}`, index: n * tileWidth + wrong }];
  });
  return [...found, ...(await tilesUpwards(reader, 0, [...tiles]))];
}

/** The hash of each full tile stands in the tile above it; the path to the top is short. */
async function tilesUpwards(
  reader: Reader,
  level: number,
  tiles: readonly (readonly [n: number, bytes: Uint8Array])[],
): Promise<Finding[]> {
  const full = tiles.filter(([, bytes]) => bytes.length === tileWidth * 32);
  if (full.length === 0) return [];
  const above = await tilesOf(
    reader,
    level + 1,
    full.map(([n]) => Math.floor(n / tileWidth)),
  );
  const found = full
    .filter(([n, bytes]) => {
      const at = (n % tileWidth) * 32;
      return !same(above.get(Math.floor(n / tileWidth))?.subarray(at, at + 32), rootOf(split(bytes)));
    })
    .map(([n]) => treeFinding(`${level}/${n}`, n * tileWidth ** (level + 1)));
  return [...found, ...(await tilesUpwards(reader, level + 1, [...above]))];
}

async function tilesOf(reader: Reader, level: number, ns: readonly number[]) {
  const asked = [...new Set(ns)];
  const rows = await reader.rows(tilesAt, { levels: asked.map(() => level), ns: asked });
  return new Map(rows.map(({ n, bytes }) => [n, bytes]));
}

/** The newest checkpoint, and those over the part that is looked at: each must say what the tree says. */
async function checkpointsAgainstTree(reader: Reader, log: WatchedLog, from: number): Promise<Finding[]> {
  const newest = await reader.find(newestCheckpoint, { witnesses: 0, above: -1 });
  const others = await reader.rows(checkpointsFrom, { above: from, most: checkpointsInTurn });
  const found: Finding[] = [];
  for (const checkpoint of [...(newest ? [newest] : []), ...others])
    if (!(await agrees(reader, log, checkpoint)))
      found.push(treeFinding(`checkpoint ${checkpoint.size}`, checkpoint.size));
  return found;
}

async function agrees(
  reader: Reader,
  log: WatchedLog,
  { size, root, note }: Pick<CheckpointRow, 'size' | 'root' | 'note'>,
): Promise<boolean> {
  const opened = openCheckpoint(note, log);
  if (!opened.ok || opened.value.size !== size || !same(opened.value.root, root)) return false;
  const hashes = await hashesOf(reader, [[0, size]]).catch(() => []);
  return same(hashes[0], root);
}
