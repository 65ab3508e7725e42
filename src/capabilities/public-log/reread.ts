import { done, type Outcome, refused } from '#kernel/outcome';
import {
  type Checkpoint,
  consistencyRanges,
  edgeOf,
  emptyRoot,
  grow,
  hashOf,
  leafHash,
  openBelieved,
  type Policy,
  provesConsistency,
  readBundle,
  type Tile,
  type TilePlace,
  tilePath,
  tilesFor,
  tileWidth,
  witnessesOf,
} from '#platform/tlog';

/** What the log serves under its address: `checkpoint`, `tile/…`; nothing when it is not there. */
export type LogReader = (path: string) => Promise<Uint8Array | undefined>;

/** How far a stranger has read the log, hashed by himself: what further lines are put on. */
export interface Reread {
  readonly size: number;
  readonly root: Uint8Array;
  readonly edge: readonly Tile[];
}
export const nothingRead: Reread = { size: 0, root: emptyRoot, edge: [] };

/** Bundles of entries read before they are hashed. */
const bundlesAtOnce = 64;

/**
 * Reads on in a log from its public files alone and hashes every line. Refused as `witnesses-missing`, as `log-shorter` and
 * `log-rewritten` when it does not extend what was read before, as `log-odd` when files are missing or do not come out even, and
 * as a checkpoint that is not believed.
 */
export async function rereadLog(read: LogReader, policy: Policy, before: Reread): Promise<Outcome<Reread>> {
  const note = Buffer.from((await read('checkpoint')) ?? []).toString('utf8');
  const opened = openBelieved(note, policy);
  if (!opened.ok) return opened;
  if (witnessesOf(opened.value.note, policy.witnesses).length < policy.least)
    return refused({ code: 'witnesses-missing' });
  const { size, root } = opened.value;
  if (size < before.size) return refused({ code: 'log-shorter' });
  const now = await readUpTo(read, size, before);
  if (!now) return refused({ code: 'log-odd' });
  return same(now.root, root) ? done(now) : refused({ code: 'log-rewritten' });
}

/** Reads everything once more from the first line: it must come to the same root at the length that was reached before. */
export async function rereadAll(read: LogReader, policy: Policy, before: Reread): Promise<Outcome<Reread>> {
  const again = before.size === 0 ? nothingRead : await readUpTo(read, before.size, nothingRead);
  if (!again) return refused({ code: 'log-odd' });
  return same(again.root, before.root) ? rereadLog(read, policy, again) : refused({ code: 'log-rewritten' });
}

async function readUpTo(read: LogReader, size: number, before: Reread): Promise<Reread | undefined> {
  let { size: at, edge } = before;
  while (at < size) {
    const to = Math.min(size, (Math.floor(at / tileWidth) + bundlesAtOnce) * tileWidth);
    const entries = await entriesBetween(read, at, to);
    if (!entries) return undefined;
    const changed = grow(at, edge, entries.map(leafHash));
    edge = edgeOf(to).flatMap((place) => find(changed, place) ?? find(edge, place) ?? []);
    at = to;
  }
  return { size, edge, root: size === 0 ? emptyRoot : hashOf([0, size], reading(edge)) };
}

async function entriesBetween(
  read: LogReader,
  from: number,
  to: number,
): Promise<readonly Uint8Array[] | undefined> {
  const all: Uint8Array[] = [];
  for (let n = Math.floor(from / tileWidth); n * tileWidth < to; n++) {
    const width = Math.min(tileWidth, to - n * tileWidth);
    const bytes = await read(`tile/${tilePath('entries', n, width)}`);
    const entries = bytes && readBundle(bytes);
    if (entries?.length !== width) return undefined;
    all.push(...entries.slice(Math.max(0, from - n * tileWidth)));
  }
  return all;
}

/**
 * Whether a checkpoint that somebody else was shown belongs to the same history as what was read. Refused as `second-history`
 * when the log has signed both and one does not extend the other: both are to be kept as evidence.
 */
export async function sameHistory(
  read: LogReader,
  policy: Policy,
  { mine, shown }: { readonly mine: Reread; readonly shown: string },
): Promise<Outcome<Checkpoint>> {
  const opened = openBelieved(shown, policy);
  if (!opened.ok) return opened;
  const other = opened.value;
  if (other.size > mine.size) return refused({ code: 'shown-later' });
  const ranges = consistencyRanges(other.size, mine.size);
  const tiles: Tile[] = [];
  for (const place of tilesFor(ranges)) {
    const count = Math.floor(mine.size / tileWidth ** place.level);
    const width = Math.min(tileWidth, count - place.n * tileWidth);
    const bytes = await read(`tile/${tilePath(place.level, place.n, width)}`);
    if (bytes?.length !== width * 32) return refused({ code: 'log-odd' });
    tiles.push({ ...place, bytes });
  }
  const proof = ranges.map((range) => hashOf(range, reading(tiles)));
  return provesConsistency(other, mine, proof) ? done(other) : refused({ code: 'second-history' });
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const find = (tiles: readonly Tile[], { level, n }: TilePlace): Tile | undefined =>
  tiles.find((tile) => tile.level === level && tile.n === n);
const reading =
  (tiles: readonly Tile[]) =>
  (place: TilePlace): Uint8Array => {
    const tile = find(tiles, place);
    if (!tile) throw new Error(`Tile ${place.level}/${place.n} was not read`);
    return tile.bytes;
  };
