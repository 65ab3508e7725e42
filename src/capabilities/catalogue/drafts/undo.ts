import { record } from '#capabilities/audit';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import { changeDraft } from './change-draft.ts';
import { designerOf, notYours } from './draft.ts';
import * as sql from './queries.ts';
import type { ChangedMeanwhile } from './save.ts';

/**
 * Brings the content back that stood before the last save, whoever saved it; a second time brings it forward again. It is a save like
 * others: nobody's faster save is lost by it. @returns the new revision.
 */
export async function undoDraftSave(
  ctx: Ctx,
  id: string,
  revision: number,
): Promise<Outcome<number, Refusal | ChangedMeanwhile>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  return changeDraft<number, Refusal | ChangedMeanwhile>(
    ctx,
    { id, move: 'save', officer },
    async (transactor, draft) => {
      if (draft.revision !== revision)
        return refused({ code: 'changed-meanwhile', details: { revision: draft.revision }, theirs: draft });
      const saved = await transactor.find(sql.undoSave, {
        id,
        author: officer.officer,
        at: new Date(ctx.clock.now()).toISOString(),
      });
      if (!saved) return refused({ code: 'nothing-to-undo' });
      await record(transactor, ctx, {
        action: 'catalogue.undo-draft',
        subject: `procedure:${draft.code}`,
        details: { draft: id, revision: saved.revision },
      });
      return done(saved.revision);
    },
  );
}
