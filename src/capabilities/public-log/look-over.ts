import { type Ctx, scopeOf } from '#platform/context';
import { compareWords, ever, type Finding, sameSums, sumsNow } from './compare.ts';
import {
  forgetStretches,
  keepStretch,
  oldestStretches,
  type Stretch,
  type Sums,
  sourceNames,
  stretchEnd,
  stretchesOf,
} from './queries/index.ts';

/** Leaves of a stretch; it ends with a whole transaction. */
const leavesOfStretch = 10_000;
/** Stretches compared word by word in each look although nothing tells of a change: so all come round. */
export const inTurn = 2;
/** No stretch that agrees has such sums: it is compared again the next time. */
const disagreeing: Sums = { rows: -1, versions: '0', leaves: 0, leaf_versions: '0' };

/**
 * Looks at every row and every leaf once: of what was compared before by number and version only, of what is new or differs
 * word by word. An update, deletion or insertion cannot leave number and sum of versions as they were.
 */
export async function* lookOver(ctx: Ctx, leaves = leavesOfStretch): AsyncGenerator<readonly Finding[]> {
  const compared = new Set<string>();
  const names = await ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(sourceNames, {}));
  for (const { name } of names) {
    const known = await knownOf(ctx, name);
    const now = await sumsNow(ctx, name, known);
    for (const [at, stretch] of known.entries()) {
      const sums = now[at];
      if (!sums || sameSums(stretch, sums)) continue;
      compared.add(`${name} ${stretch.from_xact}`);
      yield await compareAndKeep(ctx, name, stretch, sums);
    }
    for await (const { stretch, found } of compareNew(ctx, name, known.at(-1)?.to_xact ?? '0', leaves)) {
      compared.add(`${name} ${stretch.from_xact}`);
      yield found;
    }
  }
  for (const { source, ...stretch } of await oldest(ctx)) {
    if (compared.has(`${source} ${stretch.from_xact}`)) continue;
    const [sums] = await sumsNow(ctx, source, [stretch]);
    if (sums) yield await compareAndKeep(ctx, source, stretch, sums);
  }
}

/** Stretches that touch each other from the beginning on. What follows a gap is forgotten and compared anew. */
async function knownOf(ctx: Ctx, source: string): Promise<readonly (Stretch & Sums)[]> {
  const kept = await ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(stretchesOf, { source }));
  const gap = kept.findIndex(({ from_xact }, at) => from_xact !== (kept[at - 1]?.to_xact ?? '0'));
  if (gap < 0) return kept;
  const from = kept[gap]?.from_xact ?? '0';
  await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
    transactor.rows(forgetStretches, { source, from }),
  );
  return kept.slice(0, gap);
}

/** What is not in a stretch yet: new stretches as long as they are full, and the open end. */
async function* compareNew(
  ctx: Ctx,
  source: string,
  start: string,
  leaves: number,
): AsyncGenerator<{ readonly stretch: Stretch; readonly found: readonly Finding[] }> {
  for (let from = start; ; ) {
    const { xact: to } = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
      reader.get(stretchEnd, { source, from, leaves }),
    );
    const stretch = { from_xact: from, to_xact: to ?? ever };
    if (to === null) {
      yield { stretch, found: await compareWords(ctx, source, stretch) };
      return;
    }
    const [sums] = await sumsNow(ctx, source, [stretch]);
    if (sums) yield { stretch, found: await compareAndKeep(ctx, source, stretch, sums) };
    from = to;
  }
}

/** @param sums taken before: what is changed while words are compared differs from them the next time. */
async function compareAndKeep(
  ctx: Ctx,
  source: string,
  { from_xact, to_xact }: Stretch,
  sums: Sums,
): Promise<readonly Finding[]> {
  const found = await compareWords(ctx, source, { from_xact, to_xact });
  const kept = found.length > 0 ? disagreeing : sums;
  const at = new Date(ctx.clock.now()).toISOString();
  await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
    transactor.rows(keepStretch, { source, from_xact, to_xact, ...kept, at }),
  );
  return found;
}

const oldest = (ctx: Ctx) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(oldestStretches, { now: new Date(ctx.clock.now()).toISOString(), most: inTurn }),
  );
