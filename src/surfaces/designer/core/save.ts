import { type ProcedureDraft, procedureDraft, saveProcedureDraft } from '#capabilities/catalogue';
import type { ProcedureDefinition } from '#capabilities/forms';
import { done, type Outcome, type Refusal } from '#kernel/outcome';
import type { PageCtx } from '#platform/http';
import { textOf } from './fields.ts';

/**
 * One command: the edited definition in the place of the old one, if nobody saved since the revision of the form. A refusal
 * brings the draft as it stands now: a colleague may have saved in between.
 */
export async function saveEdited(
  ctx: PageCtx,
  draft: ProcedureDraft,
  definition: ProcedureDefinition,
): Promise<Outcome<null, Refusal & { readonly draft: ProcedureDraft }>> {
  const revision = Number(textOf(ctx.fields, '_phien-ban'));
  const saved = await saveProcedureDraft(ctx, draft.id, revision, { ...draft.content, definition });
  if (saved.ok) return done(null);
  const now = await procedureDraft(ctx, draft.id);
  return { ok: false, refusal: { ...saved.refusal, draft: now ?? draft } };
}
