import type { PageCtx } from '#platform/http';
import { dossierHref, listHref } from '../core/addresses.ts';
import type { Desk } from '../core/desk.ts';
import { type From, fromText } from '../core/from.ts';
import { queryText } from '../core/list-query.ts';
import { rowsOf } from '../core/rows.ts';

export interface Neighbours {
  readonly listHref: string;
  /** From 1; undefined when an act has taken it out of the list. */
  readonly at: number | undefined;
  readonly count: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** So far J and K look around; a list that is longer is walked page by page. */
const mostWalked = 200;

/** The dossiers before and after this one in the order of the list it was opened from. */
export async function neighboursOf(ctx: PageCtx, desk: Desk, from: From, code: string): Promise<Neighbours> {
  const skip = (from.query.page - 1) * from.query.size;
  const rows = await rowsOf(ctx, desk, from.list, from.query, { size: mostWalked, skip });
  const found = rows.findIndex((row) => row.code === code);
  const to = (at: number): string | undefined => {
    const row = rows[at];
    return row && dossierHref(row.code, fromText(from));
  };
  const query = queryText(from.query);
  const back = found < 0 ? query : `${query && `${query}&`}o-dong=${encodeURIComponent(code)}`;
  return {
    listHref: listHref(from.list, back),
    at: found < 0 ? undefined : skip + found + 1,
    count: skip + rows.length,
    previous: found > 0 ? to(found - 1) : undefined,
    // Gone from the list by the act just done: the next is the one that took its place.
    next: found < 0 ? to(0) : to(found + 1),
  };
}
