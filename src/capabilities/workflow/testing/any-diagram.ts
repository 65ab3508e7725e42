import fc from 'fast-check';
import type { Block } from './diagrams.ts';

const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block; task: Block }>((tie) => {
  const part = tie('block');
  const parts = fc.tuple(part, part);
  const id = fc.constant('');
  return {
    task: fc.record({ kind: fc.constant('task' as const), id }),
    block: fc.oneof(
      { depthSize: 'small', maxDepth: 2, withCrossShrink: true },
      tie('task'),
      fc.record({ kind: fc.constantFrom('sequence' as const, 'parallel' as const), parts }),
      fc.record({ kind: fc.constant('exclusive' as const), id, parts }),
      // The last part is the default: only with three can two be taken at once.
      fc.record({
        kind: fc.constant('inclusive' as const),
        id,
        parts: fc.tuple(part, part, part),
      }),
      // A loop without a task in it is refused: each has one at its end.
      fc.tuple(part, tie('task')).map(
        ([inner, task]): Block => ({
          kind: 'loop',
          id: '',
          part: { kind: 'sequence', parts: [inner, task] },
        }),
      ),
      fc.record({ kind: fc.constant('sub' as const), part }),
    ),
  };
}).block;

/** Blocks one after the other, with a task at the end: what passes a join too early is seen by what comes then. */
const inARow: fc.Arbitrary<Block> = fc
  .tuple(block, block)
  .map((parts) => ({ kind: 'sequence', parts: [...parts, { kind: 'task', id: '' }] }));

/** The block with tasks and conditions named in order. */
function numbered(root: Block): Block {
  let count = 0;
  const walk = (each: Block): Block => {
    if (each.kind === 'task') return { ...each, id: `t${++count}` };
    const id = `c${++count}`;
    if (each.kind === 'loop') return { ...each, id, part: walk(each.part) };
    if (each.kind === 'sub') return { ...each, part: walk(each.part) };
    return { ...each, ...('id' in each && { id }), parts: each.parts.map(walk) };
  };
  return walk(root);
}

/** Any diagram, its tasks `t1`, `t2` … and its conditions `c3.0` … in order. */
export const aDiagram: fc.Arbitrary<Block> = inARow.map(numbered);
