import { type Ctx, scopeOf } from '#platform/context';
import { compareStretch, sourceNames, stretchEnd } from './queries/index.ts';

/** Leaves compared by one statement; a stretch ends with a whole transaction. */
const leavesAtOnce = 50_000;
/** Findings told of one stretch: whoever changed more than that is known by then. */
const mostTold = 1000;
const ever = '9223372036854775807';

export interface RowFinding {
  readonly kind: 'edited' | 'deleted' | 'invented';
  readonly source: string;
  /** Of the row, as its room names it to the log. */
  readonly key: string;
  /** Of its leaf; none of a row that was invented. */
  readonly index: number | null;
}

/**
 * Compares all rows of all sources with their leaves, both ways. What was committed after the log's last look is left
 * out, it becomes a leaf next.
 */
export async function* compareRows(ctx: Ctx, leaves = leavesAtOnce): AsyncGenerator<readonly RowFinding[]> {
  const read = scopeOf(ctx.actor);
  const names = await ctx.db.read(read, (reader) => reader.rows(sourceNames, {}));
  for (const { name: source } of names)
    for (let from = '0'; from !== ever; ) {
      const to = await ctx.db.read(read, async (reader) => {
        const { xact } = await reader.get(stretchEnd, { source, from, leaves });
        return xact ?? ever;
      });
      const asked = { source, from, to, most: mostTold };
      const found = await ctx.db.read(read, (reader) => reader.rows(compareStretch, asked));
      yield found.map((each) => ({ ...each, source }));
      from = to;
    }
}
