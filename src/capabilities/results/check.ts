import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { fileInLog, lookUp } from './queries/index.ts';

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

/** What the public log is told of a signed file, for whoever holds it; nothing when it was not issued here. */
export const resultFileInLog = (ctx: Ctx, sha256: string) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.find(fileInLog, { sha256 }));
