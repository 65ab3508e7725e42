import { record } from '#capabilities/audit';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import { json } from '#platform/db';
import { changeDraft } from './change-draft.ts';
import { designerOf, notYours } from './draft.ts';
import { keepTodo } from './queries.ts';

/** Says that one point the record left open is settled, or open again. The content does not change, so nobody's save is lost. */
export async function tickDraftTodo(
  ctx: Ctx,
  id: string,
  point: { readonly index: number; readonly done: boolean },
): Promise<Outcome<null>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  return changeDraft(ctx, { id, move: 'save', officer }, async (transactor, draft) => {
    const told = draft.todo[point.index];
    if (!told) return refused({ code: 'item-gone' });
    const todo = draft.todo.with(point.index, { ...told, done: point.done });
    await transactor.get(keepTodo, { id, todo: json(todo) });
    await record(transactor, ctx, {
      action: 'catalogue.tick-draft',
      subject: `procedure:${draft.code}`,
      details: { draft: id, point: told.text.slice(0, 200), done: point.done },
    });
    return done(null);
  });
}
