import { isUuid } from '#kernel/ids';
import { type Ctx, scopeOf } from '#platform/context';
import { approverOf } from '../drafts/draft.ts';
import { findList, listItems, listLists, type NationalItem, type NationalListHead } from './queries.ts';

const mostLists = 50;

/** Lists that were compared here, newest first. */
export async function nationalLists(ctx: Ctx): Promise<readonly NationalListHead[]> {
  if (!approverOf(ctx)) return [];
  return ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(listLists, { size: mostLists }));
}

export async function nationalList(
  ctx: Ctx,
  id: string,
): Promise<(NationalListHead & { readonly report: string }) | undefined> {
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
