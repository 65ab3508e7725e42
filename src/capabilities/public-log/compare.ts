import { type Ctx, scopeOf } from '#platform/context';
import { compareStretch, type Stretch, type Sums, sumsOf } from './queries/index.ts';

/** Findings told of one stretch: whoever changed more than that is known by then. */
const mostTold = 1000;
/** Beyond every transaction. */
export const ever = '9223372036854775807';

export interface Finding {
  /** `leaf` and `tree`: not a row was changed but the log itself. */
  readonly kind: 'edited' | 'deleted' | 'invented' | 'leaf' | 'tree';
  readonly source: string;
  /** Of the row, as its room names it to the log; of a tile or checkpoint its place. */
  readonly key: string;
  /** Of its leaf; none of a row that was invented. */
  readonly index: number | null;
}

/**
 * Compares the rows of a source with their leaves word by word, both ways. What was committed after the log's last look is
 * left out, it becomes a leaf next.
 */
export async function compareWords(
  ctx: Ctx,
  source: string,
  { from_xact: from, to_xact: to }: Stretch,
): Promise<readonly Finding[]> {
  const asked = { source, from, to, most: mostTold };
  const found = await ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(compareStretch, asked));
  return found.map((each) => ({ ...each, source }));
}

const nothing: Sums = { rows: 0, versions: '0', leaves: 0, leaf_versions: '0' };

/** Numbers and versions of rows and leaves now, in neighbouring stretches. */
export async function sumsNow(
  ctx: Ctx,
  source: string,
  stretches: readonly Stretch[],
): Promise<readonly Sums[]> {
  const last = stretches.at(-1);
  if (!last) return [];
  const bounds = [...stretches.map(({ from_xact }) => from_xact), last.to_xact];
  const found = await ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(sumsOf, { source, bounds }));
  const byPlace = new Map(found.map(({ n, ...sums }) => [n, sums]));
  return stretches.map((_, at) => byPlace.get(at + 1) ?? nothing);
}

export const sameSums = (a: Sums, b: Sums): boolean =>
  a.rows === b.rows &&
  a.versions === b.versions &&
  a.leaves === b.leaves &&
  a.leaf_versions === b.leaf_versions;
