import { z } from 'zod';
import { params, query } from '#platform/db';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
const bytes = z.instanceof(Uint8Array);
/** Numbers of leaves stay far below 2^53; they come as text where the driver would make a number of them. */
const whole = z.coerce.number().int().nonnegative();

const head = z.object({
  size: whole,
  /** Snapshots of PostgreSQL, in its own words. */
  seen: z.string(),
  taking: z.string(),
  fresh: z.boolean(),
  at_place: z.number(),
  at_xact: z.string(),
  at_key: z.string(),
});
export type Head = z.output<typeof head>;
export const lockHead = query({ file: file('lock-head'), params: params(), row: head });

const loggedRow = z.object({
  source: z.string(),
  place: z.number(),
  key: z.string(),
  xact: z.string(),
  digest: bytes,
});
export type LoggedRow = z.output<typeof loggedRow>;
export const nextPage = query({
  file: file('next-page'),
  params: params<Pick<Head, 'seen' | 'taking' | 'at_place' | 'at_xact' | 'at_key'> & { most: number }>(),
  row: loggedRow,
});
export const keepHead = query({
  file: file('keep-head'),
  params: params<
    Pick<Head, 'size' | 'seen' | 'at_place' | 'at_xact' | 'at_key'> & { taking: string | null }
  >(),
  row: z.object({ size: whole }),
});
export const addLeaves = query({
  file: file('add-leaves'),
  params: params<{
    first: number;
    sources: readonly string[];
    keys: readonly string[];
    xacts: readonly string[];
    salts: readonly Uint8Array[];
    entries: readonly string[];
    at: string;
  }>(),
  row: z.object({ index: whole }),
});

const tile = z.object({ level: z.number(), n: whole, width: z.number(), bytes });
export type TileRow = z.output<typeof tile>;
export const tilesAt = query({
  file: file('tiles'),
  params: params<{ levels: readonly number[]; ns: readonly number[] }>(),
  row: tile,
});
export const keepTiles = query({
  file: file('keep-tiles'),
  params: params<{
    levels: readonly number[];
    ns: readonly number[];
    widths: readonly number[];
    bytes: readonly Uint8Array[];
  }>(),
  row: z.object({ level: z.number() }),
});
export const entriesBetween = query({
  file: file('entries'),
  params: params<{ from: number; to: number }>(),
  row: z.object({ index: whole, entry: z.string() }),
});

export const addCheckpoint = query({
  file: file('add-checkpoint'),
  params: params<{ size: number; root: Uint8Array; at: string; note: string }>(),
  row: z.object({ size: whole }),
});
const checkpoint = z.object({
  size: whole,
  root: bytes,
  at: z.number(),
  note: z.string(),
  /** Signature lines of witnesses. */
  lines: z.array(z.string()),
});
export type CheckpointRow = z.output<typeof checkpoint>;
export const newestCheckpoint = query({
  file: file('newest-checkpoint'),
  params: params<{ witnesses: number; above: number }>(),
  row: checkpoint,
});

export const placeOf = query({
  file: file('place-of'),
  params: params<{ source: string; key: string }>(),
  row: z.object({ index: whole, xact: z.string(), salt: bytes, entry: z.string() }),
});
export const contentOf = query({
  file: file('content-of'),
  params: params<{ source: string; key: string; xact: string }>(),
  row: z.object({ content: z.string().nullable() }),
});

export const sourceNames = query({
  file: file('sources'),
  params: params(),
  row: z.object({ name: z.string() }),
});
export const stretchEnd = query({
  file: file('stretch-end'),
  params: params<{ source: string; from: string; leaves: number }>(),
  row: z.object({ xact: z.string().nullable() }),
});

/** Number of rows and leaves, and sums of their versions; sums are longer than numbers are. */
const sums = z.object({
  rows: z.coerce.number().int(),
  versions: z.string(),
  leaves: whole,
  leaf_versions: z.string(),
});
export type Sums = z.output<typeof sums>;
const stretch = z.object({ from_xact: z.string(), to_xact: z.string() });
export type Stretch = z.output<typeof stretch>;
export const stretchesOf = query({
  file: file('stretches'),
  params: params<{ source: string }>(),
  row: z.object({ ...stretch.shape, ...sums.shape }),
});
export const sumsOf = query({
  file: file('sums'),
  params: params<{ source: string; bounds: readonly string[] }>(),
  row: z.object({ n: z.number(), ...sums.shape }),
});
const named = z.object({ source: z.string() });
export const keepStretch = query({
  file: file('keep-stretch'),
  params: params<{ source: string; at: string } & Stretch & Sums>(),
  row: named,
});
export const forgetStretches = query({
  file: file('forget-stretches'),
  params: params<{ source: string; from: string }>(),
  row: named,
});
export const oldestStretches = query({
  file: file('oldest-stretches'),
  params: params<{ now: string; most: number }>(),
  row: z.object({ ...named.shape, ...stretch.shape }),
});
export const watched = query({
  file: file('watched'),
  params: params(),
  row: z.object({
    looked_at: z.number().nullable(),
    look_ms: z.number(),
    tree_at: whole,
    size: whole,
  }),
});
export const health = query({
  file: file('health'),
  params: params(),
  row: z.object({
    looked_at: z.number().nullable(),
    look_ms: z.number(),
    words_since: z.number().nullable(),
    findings: whole,
  }),
});
export const keepLook = query({
  file: file('keep-look'),
  params: params<{ at: string; ms: number }>(),
  row: z.object({ look_ms: z.number() }),
});
export const keepTreeAt = query({
  file: file('keep-tree-at'),
  params: params<{ at: number }>(),
  row: z.object({ tree_at: whole }),
});
export const leafHashes = query({
  file: file('leaf-hashes'),
  params: params<{ from: number; to: number }>(),
  row: z.object({ n: whole, width: z.number(), bytes }),
});
export const checkpointsFrom = query({
  file: file('checkpoints-from'),
  params: params<{ above: number; most: number }>(),
  row: z.object({ size: whole, root: bytes, note: z.string() }),
});
export const findingKinds = ['edited', 'deleted', 'invented', 'leaf', 'tree'] as const;
export const compareStretch = query({
  file: file('compare'),
  params: params<{ source: string; from: string; to: string; most: number }>(),
  row: z.object({
    kind: z.enum(['edited', 'deleted', 'invented', 'leaf']),
    key: z.string(),
    index: whole.nullable(),
  }),
});
export const keepFinding = query({
  file: file('keep-finding'),
  params: params<{
    id: string;
    kind: (typeof findingKinds)[number];
    source: string;
    key: string;
    index: number | null;
    at: string;
  }>(),
  row: z.object({ new: z.boolean() }),
});

const sized = z.object({ size: whole });
export const logSize = query({ file: file('log-size'), params: params(), row: sized });
export const witnessedSize = query({
  file: file('witnessed-size'),
  params: params<{ witness: string }>(),
  row: sized,
});
export const addCosignature = query({
  file: file('add-cosignature'),
  params: params<{ size: number; witness: string; at: string; line: string }>(),
  row: sized,
});
export const pruneCheckpoints = query({
  file: file('prune-checkpoints'),
  params: params<{ now: string }>(),
  row: sized,
});
export const findings = query({
  file: file('findings'),
  params: params(),
  row: z.object({
    kind: z.enum(findingKinds),
    source: z.string(),
    key: z.string(),
    index: whole.nullable(),
    found_at: z.number(),
    seen_at: z.number(),
  }),
});
