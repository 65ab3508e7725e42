import type { Instant } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { bundleOf, type readTilePath, tileWidth } from '#platform/tlog';
import { namedWithin } from './pace.ts';
import { entriesBetween, findings, health, newestCheckpoint, tilesAt } from './queries/index.ts';

type AskedTile = NonNullable<ReturnType<typeof readTilePath>>;
export interface PublishedCheckpoint {
  readonly size: number;
  readonly at: number;
  /** The signed note with the lines of witnesses below it. */
  readonly note: string;
  /** How many witnesses have signed it. */
  readonly witnesses: number;
}

/** The newest checkpoint that so many witnesses have signed; none before the first. */
export async function checkpointNow(ctx: Ctx, witnesses = 0): Promise<PublishedCheckpoint | undefined> {
  const found = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.find(newestCheckpoint, { witnesses, above: -1 }),
  );
  return (
    found && {
      size: found.size,
      at: found.at,
      note: found.note + found.lines.join(''),
      witnesses: found.lines.length,
    }
  );
}

/** The bytes of a tile or a bundle of entries; nothing beyond what a checkpoint has signed. */
export async function tileBytes(ctx: Ctx, { level, n, width }: AskedTile): Promise<Uint8Array | undefined> {
  const span = level === 'entries' ? 1 : tileWidth ** level;
  const from = n * tileWidth;
  return ctx.db.read(scopeOf(ctx.actor), async (reader) => {
    const newest = await reader.find(newestCheckpoint, { witnesses: 0, above: -1 });
    if (!newest || (from + width) * span > newest.size) return undefined;
    if (level === 'entries') {
      const rows = await reader.rows(entriesBetween, { from, to: from + width });
      return bundleOf(rows.map(({ entry }) => Buffer.from(entry, 'utf8')));
    }
    const [tile] = await reader.rows(tilesAt, { levels: [level], ns: [n] });
    return tile?.bytes.subarray(0, width * 32);
  });
}

/** What the comparison of log and database has found, newest first. */
export const logFindings = (ctx: Ctx) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(findings, {}));

export interface LogHealth {
  /** Of rows, leaves, tiles and checkpoints that do not agree, ever. */
  readonly findings: number;
  /** End of the last look at everything; none before the first. */
  readonly lookedAt: Instant | undefined;
  /** So many seconds after it was done a change in the database is named at the latest, as long as looks take what the last took. */
  readonly namedWithin: number;
  /** Every word that is older than this was compared since. */
  readonly wordsSince: Instant | undefined;
}

/** What the monitor has found, and whether it is at work. */
export async function logHealth(ctx: Ctx): Promise<LogHealth> {
  const {
    findings: count,
    looked_at,
    look_ms,
    words_since,
  } = await ctx.db.read(scopeOf(ctx.actor), (reader) => reader.get(health, {}));
  return {
    findings: count,
    lookedAt: looked_at ?? undefined,
    namedWithin: Math.ceil(namedWithin(look_ms) / 1000),
    wordsSince: words_since ?? undefined,
  };
}
