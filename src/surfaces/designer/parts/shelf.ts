import type { BlocksElsewhere } from '#capabilities/catalogue';
import type { Blocks, ProcedureDefinition, QuestionBlock } from '#capabilities/forms';
import { done, type Outcome, refused } from '#kernel/outcome';
import { takeBlock } from '../core/blocks.ts';
import type { Edited } from '../core/edited.ts';

/** One wording of a block somewhere else. */
export interface Offered {
  /** `1.001193` or `1.001193.soan` for its open draft. */
  readonly from: string;
  readonly procedure: string;
  readonly drafted: boolean;
  readonly name: string;
  readonly block: QuestionBlock;
  /** Compared with the block of that name here. */
  readonly here: 'same' | 'other' | 'none';
}
const keyOf = ({ code, drafted }: Pick<BlocksElsewhere, 'code' | 'drafted'>): string =>
  drafted ? `${code}.soan` : code;

/** Keys in any order say the same: the database keeps none. */
const told = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Every block of the other procedures, beside what stands here under its name. */
export const offeredTo = (
  { blocks = {} }: ProcedureDefinition,
  elsewhere: readonly BlocksElsewhere[],
): readonly Offered[] =>
  elsewhere.flatMap((other) =>
    Object.entries(other.blocks).map(([name, block]) => {
      const own = Object.hasOwn(blocks, name) ? blocks[name] : undefined;
      const here = own === undefined ? 'none' : told(own) === told(block) ? 'same' : 'other';
      return { from: keyOf(other), procedure: other.name, drafted: other.drafted, name, block, here };
    }),
  );

/** Blocks that are placed in it, in their turn too. */
function within(name: string, blocks: Blocks, seen: Set<string>): void {
  if (seen.has(name) || !Object.hasOwn(blocks, name)) return;
  seen.add(name);
  for (const question of blocks[name]?.questions ?? [])
    if (question.type === 'block') within(question.block, blocks, seen);
}

/** Takes a block as it stands elsewhere; blocks inside it that are unknown here come with it. */
export function takeFrom(
  definition: ProcedureDefinition,
  elsewhere: readonly BlocksElsewhere[],
  from: string,
  name: string,
): Outcome<Edited> {
  const source = elsewhere.find((each) => keyOf(each) === from);
  const names = new Set<string>();
  if (source) within(name, source.blocks, names);
  if (!source || names.size === 0) return refused({ code: 'block-gone' });
  let next = definition;
  for (const each of names) {
    const block = source.blocks[each];
    if (!block || (each !== name && Object.hasOwn(next.blocks ?? {}, each))) continue;
    const taken = takeBlock(next, each, block);
    if (!taken.ok) return taken;
    next = taken.value.definition;
  }
  return done({ definition: next, at: name });
}
