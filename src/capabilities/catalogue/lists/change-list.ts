import { record } from '#capabilities/audit';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { isPlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json } from '#platform/db';
import { approverOf, notYours } from '../drafts/draft.ts';
import type { ListName } from './listing.ts';
import { addListings, type KeptListing, knownCodes, listingsOf } from './queries.ts';

export interface ListChange {
  readonly list: ListName;
  /** Put on the list, or taken off. */
  readonly listed: boolean;
  readonly codes: readonly string[];
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly decision: string;
}

const mostAtOnce = 3000;

/** Puts procedures on a list, or takes them off, from a day on, by a decision. @returns how many. */
export async function changeList(ctx: Ctx, change: ListChange): Promise<Outcome<number>> {
  const officer = approverOf(ctx);
  if (!officer) return notYours;
  const { list, listed, from } = change;
  const codes = [...new Set(change.codes)].sort();
  const decision = cleanText(change.decision);
  if (codes.length === 0) return refused({ code: 'codes-missing', field: 'codes' });
  if (codes.length > mostAtOnce) return refused({ code: 'codes-too-many', field: 'codes' });
  if (!isPlainDate(from)) return refused({ code: 'date-missing', field: 'from' });
  if (decision === '') return refused({ code: 'decision-missing', field: 'decision' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const known = new Set((await transactor.rows(knownCodes, { codes })).map((row) => row.code));
    const stranger = codes.find((code) => !known.has(code));
    if (stranger !== undefined)
      return refused({ code: 'code-unknown', field: 'codes', details: { code: stranger } });
    const now = ctx.clock.now();
    await transactor.rows(addListings, {
      rows: json(codes.map((code) => ({ id: uuidv7(now), code }))),
      list,
      listed,
      from_day: from,
      decision,
      by: officer.officer,
      at: new Date(now).toISOString(),
    });
    await record(transactor, ctx, {
      action: listed ? 'catalogue.list' : 'catalogue.unlist',
      subject: `list:${list}`,
      details: { codes: codes.length <= 50 ? codes : codes.length, from, decision },
    });
    return done(codes.length);
  });
}

/** What was decided about a list, newest first. */
export const listHistory = (ctx: Ctx, list: ListName, most = 200): Promise<readonly KeptListing[]> =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(listingsOf, { list, most }));
