import { isUuid } from '#kernel/ids';
import { type Ctx, scopeOf } from '#platform/context';
import { designerOf } from './draft.ts';
import { findDraft, listDrafts, type ProcedureDraft, type ProcedureDraftHead } from './queries.ts';

const mostListed = 300;

export async function procedureDraft(ctx: Ctx, id: string): Promise<ProcedureDraft | undefined> {
  if (!designerOf(ctx) || !isUuid(id)) return undefined;
  return ctx.db.read(scopeOf(ctx.actor), (reader) => reader.find(findDraft, { id }));
}

/** Open ones first, then by last change; the latest 300. */
export async function procedureDrafts(ctx: Ctx): Promise<readonly ProcedureDraftHead[]> {
  if (!designerOf(ctx)) return [];
  return ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(listDrafts, { size: mostListed }));
}
