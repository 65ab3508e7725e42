import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { fileInLog, lineAgrees, linesOf, lookUp } from './queries/index.ts';

/** What was asked about: the word of chance on the paper, its number, or the SHA-256 of the file in hexadecimal. */
export type Asked = { readonly token: string } | { readonly number: string } | { readonly sha256: string };

/** What anybody may know of results, newest first, at most twenty: several agencies may give the same number. */
export function checkResult(ctx: Ctx, asked: Asked) {
  const none = { token: '', number: '', sha256: '' };
  return ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(lookUp, { ...none, ...asked, today: localDate(ctx.clock.now()) }),
  );
}
export type CheckedResult = Awaited<ReturnType<typeof checkResult>>[number];

/** What stands on the paper, without what it says: asked by the code on it. The owner's name is on every paper, as the empty label. */
export async function linesOfResult(ctx: Ctx, token: string): Promise<readonly string[]> {
  const rows = await ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(linesOf, { token }));
  return ['', ...rows.map(({ label }) => label)];
}

/**
 * Whether a line of the result says this, without regard to case, spaces and a full stop at its end; undefined when it has no such
 * line. The empty label asks for the owner's name.
 */
export async function lineOfResultSays(
  ctx: Ctx,
  { token, label, words }: { readonly token: string; readonly label: string; readonly words: string },
): Promise<boolean | undefined> {
  const row = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.find(lineAgrees, { token, label, words }),
  );
  return row?.agrees ?? undefined;
}

/** What the public log is told of a signed file, for whoever holds it; nothing when it was not issued here. */
export const resultFileInLog = (ctx: Ctx, sha256: string) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.find(fileInLog, { sha256 }));
