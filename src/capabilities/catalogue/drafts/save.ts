import { record } from '#capabilities/audit';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import { json } from '#platform/db';
import { depthOf } from '../packages/canonical-json.ts';
import { newestVersion } from '../versions/queries.ts';
import { changeDraft } from './change-draft.ts';
import type { DraftContent } from './content.ts';
import { designerOf, notYours } from './draft.ts';
import * as sql from './queries.ts';

/** A colleague saved in between: nothing was overwritten, and `theirs` is what stands now. */
export interface ChangedMeanwhile extends Refusal {
  readonly code: 'changed-meanwhile';
  readonly theirs: sql.ProcedureDraft;
}

/** A form of 60 questions in two languages takes about 60 KB. */
const mostCharacters = 2_000_000;
const mostDeep = 64;
/** Steps that are kept to go back by: a morning's work on a form. */
export const mostSteps = 100;
/** PostgreSQL keeps neither NUL nor half a surrogate pair in JSON. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i;

/** Undefined for what nests deeper than the language itself can follow. */
function textOf(content: DraftContent): string | undefined {
  try {
    return json(content);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Replaces the content, if nobody saved since `revision`. It may be unfinished; lint says what is missing.
 * @returns the new revision.
 */
export async function saveProcedureDraft(
  ctx: Ctx,
  id: string,
  revision: number,
  content: DraftContent,
): Promise<Outcome<number, Refusal | ChangedMeanwhile>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  const text = textOf(content);
  if (text === undefined || text.length > mostCharacters || depthOf(text) > mostDeep)
    return refused({ code: 'draft-too-large' });
  if (unstorable.test(text)) return refused({ code: 'draft-unstorable' });
  return changeDraft<number, Refusal | ChangedMeanwhile>(
    ctx,
    { id, move: 'save', officer },
    async (transactor, draft) => {
      if (draft.revision !== revision)
        return refused({
          code: 'changed-meanwhile',
          details: { revision: draft.revision },
          theirs: draft,
        });
      if (content.definition.code !== draft.code) return refused({ code: 'code-shape', field: 'code' });
      const saved = await transactor.get(sql.saveDraft, {
        id,
        content: text,
        author: officer.officer,
        at: new Date(ctx.clock.now()).toISOString(),
        most: mostSteps,
      });
      await record(transactor, ctx, {
        action: 'catalogue.save-draft',
        subject: `procedure:${draft.code}`,
        details: { draft: id, revision: saved.revision },
      });
      return done(saved.revision);
    },
  );
}

/** Says that this draft takes account of the newest version, which was published after it was begun. */
export async function renewDraftBase(ctx: Ctx, id: string): Promise<Outcome<number>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  return changeDraft(ctx, { id, move: 'save', officer }, async (transactor, draft) => {
    const newest = await transactor.find(newestVersion, { code: draft.code });
    if (!newest) return refused({ code: 'procedure-unknown' });
    const saved = await transactor.get(sql.renewBase, {
      id,
      based_on: newest.version,
      author: officer.officer,
      at: new Date(ctx.clock.now()).toISOString(),
    });
    await record(transactor, ctx, {
      action: 'catalogue.renew-draft',
      subject: `procedure:${draft.code}`,
      details: { draft: id, version: newest.version },
    });
    return done(saved.revision);
  });
}
