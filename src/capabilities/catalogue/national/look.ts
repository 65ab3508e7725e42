import { isUuid } from '#kernel/ids';
import { type Ctx, scopeOf } from '#platform/context';
import { approverOf } from '../drafts/draft.ts';
import type { ReadingSummary } from '../importing/index.ts';
import {
  findList,
  listItems,
  listLists,
  listRemarks,
  type NationalItem,
  type NationalListHead,
  type NationalRemark,
} from './queries.ts';

const mostLists = 50;

/** Lists that were compared here, newest first. */
export async function nationalLists(ctx: Ctx): Promise<readonly NationalListHead[]> {
  if (!approverOf(ctx)) return [];
  return ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(listLists, { size: mostLists }));
}

export async function nationalList(
  ctx: Ctx,
  id: string,
): Promise<
  (NationalListHead & { readonly report: string; readonly counts: ReadingSummary | null }) | undefined
> {
  if (!approverOf(ctx) || !isUuid(id)) return undefined;
  return ctx.db.read(scopeOf(ctx.actor), (reader) => reader.find(findList, { id }));
}

export interface ItemsAsked {
  readonly change?: NationalItem['change'];
  /** Undecided only. */
  readonly open: boolean;
  /** From 0. */
  readonly skip: number;
  readonly size: number;
}

/** Differences of a list: procedures with forms of their own first. */
export async function nationalItems(
  ctx: Ctx,
  list: string,
  { change, open, skip, size }: ItemsAsked,
): Promise<readonly NationalItem[]> {
  if (!approverOf(ctx) || !isUuid(list)) return [];
  return ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(listItems, { list, change: change ?? null, open, skip, size }),
  );
}

/** What the reading of a list corrected, kept although doubtful, or set aside; of one kind, or of all. */
export async function nationalRemarks(
  ctx: Ctx,
  list: string,
  {
    reason,
    skip,
    size,
  }: { readonly reason?: string | undefined; readonly skip: number; readonly size: number },
): Promise<readonly NationalRemark[]> {
  if (!approverOf(ctx) || !isUuid(list)) return [];
  return ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(listRemarks, { list, reason: reason ?? null, skip, size }),
  );
}
