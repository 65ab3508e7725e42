import { record } from '#capabilities/audit';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json } from '#platform/db';
import type { PeopleDeps } from '../commands/deps.ts';
import * as sql from '../queries/officials.ts';
import type { RoleWords } from './columns.ts';
import { type Taken, type TriedOfficials, takeOfficials, tryOfficials } from './take.ts';

/** A file that somebody handed in: what it would do, or what became of it. */
export interface OfficialsFile {
  readonly id: string;
  readonly name: string;
  readonly handedInAt: Instant;
  readonly tried: TriedOfficials | undefined;
  readonly taken: Taken | undefined;
}

/** Files of one administrator that wait to be confirmed; an older one is let go. */
const mostWaiting = 5;

/** Keeps a file to be looked at and confirmed by the same administrator. It changes nobody. @returns its id. */
export async function handInOfficials(
  ctx: Ctx,
  deps: Pick<PeopleDeps, 'units'>,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly words: RoleWords },
): Promise<Outcome<string>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return refused({ code: 'not-allowed' });
  const tried = await tryOfficials(ctx, deps, file.bytes, file.words);
  if (!tried.ok) return tried;
  const now = ctx.clock.now();
  const id = uuidv7(now);
  const { rows } = tried.value;
  const codes = rows.flatMap(({ faults }) => faults.map(({ code }) => code));
  await ctx.db.transact(scopeOf(actor), async (t) => {
    await t.get(sql.keepOfficialsFile, {
      officer: actor.officer,
      id,
      name: file.name,
      content: file.bytes,
      now,
    });
    await t.rows(sql.dropOfficialsFiles, { officer: actor.officer, most: mostWaiting });
    await record(t, ctx, {
      action: 'officer.hand-in-file',
      subject: `officials-file:${id}`,
      details: {
        rows: rows.length,
        refused: rows.filter(({ faults }) => faults.length > 0).length,
        beyondRights: codes.filter((code) => beyond.has(code)).length,
      },
    });
  });
  return done(id);
}

const beyond: ReadonlySet<string> = new Set(['row-not-allowed', 'row-own', 'row-beyond', 'person-elsewhere']);

/** The own file, looked at anew: what it would do is what it would do now. */
export async function officialsFile(
  ctx: Ctx,
  deps: Pick<PeopleDeps, 'units'>,
  id: string,
  words: RoleWords,
): Promise<Outcome<OfficialsFile>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return refused({ code: 'not-allowed' });
  const kept = await ctx.db.read(scopeOf(actor), (reader) =>
    reader.find(sql.officialsFile, { officer: actor.officer, id }),
  );
  if (!kept) return refused({ code: 'officials-gone' });
  const { name, handed_in_at: handedInAt, content, result } = kept;
  const about = { id, name, handedInAt };
  if (!content) return done({ ...about, tried: undefined, taken: result ?? undefined });
  const tried = await tryOfficials(ctx, deps, content, words);
  return tried.ok ? done({ ...about, tried: tried.value, taken: undefined }) : tried;
}

/** Confirms the own file as it was looked at. */
export async function takeOfficialsFile(
  ctx: Ctx,
  deps: PeopleDeps,
  wish: {
    readonly id: string;
    readonly words: RoleWords;
    readonly goodRows: boolean;
    readonly seen: string;
  },
): Promise<Outcome<Taken>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return refused({ code: 'not-allowed' });
  const kept = await ctx.db.read(scopeOf(actor), (reader) =>
    reader.find(sql.officialsFile, { officer: actor.officer, id: wish.id }),
  );
  if (!kept?.content) return refused({ code: 'officials-gone' });
  return takeOfficials(ctx, deps, {
    bytes: kept.content,
    file: wish.id,
    words: wish.words,
    goodRows: wish.goodRows,
    seen: wish.seen,
    also: async (t, taken) => {
      const row = { officer: actor.officer, id: wish.id, now: ctx.clock.now(), result: json(taken) };
      return (await t.find(sql.officialsFileTaken, row))
        ? done(undefined)
        : refused({ code: 'officials-gone' });
    },
  });
}
