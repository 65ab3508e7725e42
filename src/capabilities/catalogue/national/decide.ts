import { record } from '#capabilities/audit';
import type { OfficerActor } from '#kernel/actor';
import { isUuid, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { approverOf, notYours } from '../drafts/draft.ts';
import { insertDraft, openDraftOf } from '../drafts/queries.ts';
import type { NationalProcedure } from '../procedure.ts';
import { contentOfRow } from '../versions/content-of-row.ts';
import { inForce, newestVersion, oneAtATime, putClosing, replaceInForce } from '../versions/queries.ts';
import * as sql from './queries.ts';

/** What taking a difference led to. A procedure with a form of its own is never overwritten. */
export type TakenOutcome = 'published' | 'draft' | 'draft-open' | 'closed' | 'to-do';

export interface DecidedItem {
  readonly outcome: TakenOutcome | null;
  readonly draft: string | null;
}
export const mostAtOnce = 500;

interface Deciding {
  readonly transactor: Transactor;
  readonly ctx: Ctx;
  readonly officer: OfficerActor;
  readonly list: string;
  readonly at: string;
}

/** One difference is taken or kept as it was here. */
export async function decideNationalItem(
  ctx: Ctx,
  list: string,
  code: string,
  decision: 'taken' | 'kept',
): Promise<Outcome<DecidedItem>> {
  const officer = approverOf(ctx);
  if (!officer) return notYours;
  if (!isUuid(list)) return refused({ code: 'national-item-unknown' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const at = new Date(ctx.clock.now()).toISOString();
    return decideOne({ transactor, ctx, officer, list, at }, code, decision);
  });
}

/** Every undecided difference of a kind, at most 500 at a time. @returns how many were decided. */
export async function decideNationalItems(
  ctx: Ctx,
  list: string,
  change: 'new' | 'changed' | 'gone',
  decision: 'taken' | 'kept',
): Promise<Outcome<number>> {
  const officer = approverOf(ctx);
  if (!officer) return notYours;
  if (!isUuid(list)) return refused({ code: 'national-item-unknown' });
  return ctx.db.transact<Outcome<number>>(scopeOf(ctx.actor), async (transactor) => {
    const at = new Date(ctx.clock.now()).toISOString();
    const codes = await transactor.rows(sql.openCodes, { list, change, size: mostAtOnce });
    if (codes.length === 0) return refused({ code: 'national-nothing-open' });
    for (const { code } of codes) {
      const decided = await decideOne({ transactor, ctx, officer, list, at }, code, decision);
      if (!decided.ok) return decided;
    }
    return done(codes.length);
  });
}

async function decideOne(
  about: Deciding,
  code: string,
  decision: 'taken' | 'kept',
): Promise<Outcome<DecidedItem>> {
  const { transactor, ctx, officer, list, at } = about;
  const item = await transactor.find(sql.lockItem, { list, code });
  if (!item) return refused({ code: 'national-item-unknown' });
  if (item.decision !== null)
    return refused({ code: 'national-decided', details: { decision: item.decision } });
  // Four eyes: what one person brought in, another takes over. To keep what stands changes nothing, so anybody may.
  if (decision === 'taken' && item.read_by === officer.officer) return refused({ code: 'own-national-list' });
  const led =
    decision === 'kept'
      ? { outcome: null, draft: null }
      : item.record === null
        ? await takeGone(about, code)
        : await takeRecord(about, code, item.record);
  await transactor.get(sql.decideItem, { list, code, decision, ...led, by: officer.officer, at });
  await record(transactor, ctx, {
    action: decision === 'taken' ? 'catalogue.take-national' : 'catalogue.keep-own',
    subject: `procedure:${code}`,
    details: { list, change: item.change, outcome: led.outcome },
  });
  return done(led);
}

/** No longer in the list: closed where it has no form of its own; a live one is for a person to close. */
async function takeGone({ transactor, officer, ctx, at }: Deciding, code: string): Promise<DecidedItem> {
  await transactor.get(oneAtATime, { code });
  const newest = await transactor.find(newestVersion, { code });
  if (!newest || newest.definition !== null) return { outcome: 'to-do', draft: null };
  await transactor.get(putClosing, {
    code,
    from_day: localDate(ctx.clock.now()),
    replaced_by: null,
    by: officer.officer,
    at,
  });
  return { outcome: 'closed', draft: null };
}

async function takeRecord(about: Deciding, code: string, after: NationalProcedure): Promise<DecidedItem> {
  const { transactor, list, at } = about;
  await transactor.get(oneAtATime, { code });
  const newest = await transactor.find(newestVersion, { code });
  if (newest && newest.definition !== null) {
    await transactor.get(sql.putTaken, { code, record: json(after), list, at });
    return draftFor(about, newest.version, code);
  }
  await publishRecord(about, after, (newest?.version ?? 0) + 1);
  return { outcome: 'published', draft: null };
}

/** The own form stays in force; a draft on it is the to-do of whoever designs, unless one is open already. */
async function draftFor({ transactor, ctx, officer, list, at }: Deciding, version: number, code: string) {
  const newest = await transactor.find(newestVersion, { code });
  const content = newest && contentOfRow(newest);
  const id = uuidv7(ctx.clock.now());
  const inserted = await transactor.find(insertDraft, {
    id,
    code,
    based_on: version,
    content: json(content),
    author: officer.officer,
    at,
  });
  if (!inserted) {
    const { id: draft } = await transactor.get(openDraftOf, { code });
    return { outcome: 'draft-open', draft } as const;
  }
  await record(transactor, ctx, {
    action: 'catalogue.start-draft',
    subject: `procedure:${code}`,
    details: { draft: id, from: 'current', list },
  });
  return { outcome: 'draft', draft: id } as const;
}

async function publishRecord(
  { transactor, ctx, officer, at }: Deciding,
  after: NationalProcedure,
  version: number,
): Promise<void> {
  const { code, name, nameFolded, field, levels, internal } = after;
  if (await transactor.find(inForce, { code })) await transactor.find(replaceInForce, { code, at });
  await transactor.get(sql.insertRecord, {
    code,
    version,
    name,
    name_folded: nameFolded,
    field,
    levels: levels.join(' '),
    internal,
    record: json(after),
    at,
    by: officer.officer,
    today: localDate(ctx.clock.now()),
  });
}
