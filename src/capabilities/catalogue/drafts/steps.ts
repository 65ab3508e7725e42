import { record } from '#capabilities/audit';
import { isUuid } from '#kernel/ids';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import type { Difference } from '../difference/difference.ts';
import { differenceOf } from '../difference/difference-of.ts';
import { changeDraft } from './change-draft.ts';
import { designerOf, notYours } from './draft.ts';
import * as sql from './queries.ts';
import type { ChangedMeanwhile } from './save.ts';

/** One step taken back, or one that was taken back done again. */
export type StepWay = 'undo' | 'redo';
const wayOf = { undo: -1, redo: 1 } as const;

/**
 * Brings the content back that stood before the last step, whoever took it and whenever, or forward again. It is a save like others:
 * nobody's faster save is lost by it. @returns the new revision.
 */
export async function walkDraftSteps(
  ctx: Ctx,
  id: string,
  revision: number,
  way: StepWay,
): Promise<Outcome<number, Refusal | ChangedMeanwhile>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  return changeDraft<number, Refusal | ChangedMeanwhile>(
    ctx,
    { id, move: 'save', officer },
    async (transactor, draft) => {
      if (draft.revision !== revision)
        return refused({ code: 'changed-meanwhile', details: { revision: draft.revision }, theirs: draft });
      const saved = await transactor.find(sql.walkSteps, {
        id,
        way: wayOf[way],
        author: officer.officer,
        at: new Date(ctx.clock.now()).toISOString(),
      });
      if (!saved) return refused({ code: way === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' });
      await record(transactor, ctx, {
        action: `catalogue.${way}-draft`,
        subject: `procedure:${draft.code}`,
        details: { draft: id, revision: saved.revision },
      });
      return done(saved.revision);
    },
  );
}

/**
 * What the step did that was just taken back or done again, told as it was when it was taken: a question that was added and then undone
 * is "added". Nothing where a colleague has gone on since.
 */
export async function stepTaken(
  ctx: Ctx,
  draft: sql.ProcedureDraft,
  way: StepWay,
): Promise<readonly Difference[]> {
  if (!designerOf(ctx) || !isUuid(draft.id)) return [];
  const other = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.find(sql.stepBeside, { id: draft.id, way: -wayOf[way] }),
  );
  if (!other) return [];
  return way === 'undo'
    ? differenceOf(draft.content, other.content)
    : differenceOf(other.content, draft.content);
}
