import {
  type DraftContent,
  type ProcedureDraft,
  procedureDraft,
  saveProcedureDraft,
} from '#capabilities/catalogue';
import type { Refusal } from '#kernel/outcome';
import type { PageCtx } from '#platform/http';
import { textOf } from '../core/fields.ts';

type Saved =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: Refusal; readonly draft: ProcedureDraft };

/** Puts the file in the place of the old one, if nobody saved since the revision of the form. */
export async function saveFile(
  ctx: PageCtx,
  draft: ProcedureDraft,
  decisions: string | undefined,
): Promise<Saved> {
  const { decisions: _before, ...rest } = draft.content;
  const content: DraftContent = decisions === undefined ? rest : { ...rest, decisions };
  const saved = await saveProcedureDraft(ctx, draft.id, Number(textOf(ctx.fields, '_phien-ban')), content);
  if (saved.ok) return { ok: true };
  return { ok: false, refusal: saved.refusal, draft: (await procedureDraft(ctx, draft.id)) ?? draft };
}
