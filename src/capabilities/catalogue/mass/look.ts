import { isUuid } from '#kernel/ids';
import { type Ctx, scopeOf } from '#platform/context';
import { designerOf } from '../drafts/draft.ts';
import {
  findMassChange,
  listMassChanges,
  listMassItems,
  type MassChangeHead,
  type MassItem,
} from './queries.ts';

const mostListed = 100;

/** The latest hundred, newest first. */
export async function massChanges(ctx: Ctx): Promise<readonly MassChangeHead[]> {
  if (!designerOf(ctx)) return [];
  return ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(listMassChanges, { size: mostListed }));
}

export async function massChange(ctx: Ctx, id: string): Promise<MassChangeHead | undefined> {
  if (!designerOf(ctx) || !isUuid(id)) return undefined;
  return ctx.db.read(scopeOf(ctx.actor), (reader) => reader.find(findMassChange, { id }));
}

export async function massItems(ctx: Ctx, id: string): Promise<readonly MassItem[]> {
  if (!designerOf(ctx) || !isUuid(id)) return [];
  return ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(listMassItems, { id }));
}
