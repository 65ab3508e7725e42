import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { record } from '#capabilities/audit';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import { approverOf, notYours } from '../drafts/draft.ts';
import { insertUpload, listUploads, type NationalUpload } from './queries.ts';
import { isPacked, judgeFile } from './reading/judge-file.ts';
import type { ListFiles } from './reading/read-files.ts';

/** Lists that wait at once; each is compared with what is held, so more would only repeat. */
const mostWaiting = 3;
const mostListed = 10;

const packed = async (bytes: Uint8Array): Promise<Uint8Array> =>
  isPacked(bytes) ? bytes : promisify(gzip)(bytes, { level: 5 });

/** Hands a newer list in, to be read by the worker. It changes nothing that is held. @returns the id of the upload. */
export async function handInNationalList(
  ctx: Ctx,
  { name, list, details }: ListFiles & { readonly name: string },
): Promise<Outcome<string>> {
  const officer = approverOf(ctx);
  if (!officer) return notYours;
  const judged = judgeFile('list', list);
  if (!judged.ok) return judged;
  const more = details === undefined ? done(null) : judgeFile('details', details);
  if (!more.ok) return more;
  const [keptList, keptDetails] = await Promise.all([packed(list), details && packed(details)]);
  const id = uuidv7(ctx.clock.now());
  return ctx.db.transact<Outcome<string>>(scopeOf(ctx.actor), async (transactor) => {
    const before = await transactor.rows(listUploads, { size: mostListed });
    if (before.filter(({ state }) => state === 'waiting' || state === 'reading').length >= mostWaiting)
      return refused({ code: 'national-many-waiting', field: 'list' });
    await transactor.get(insertUpload, {
      id,
      name,
      list: keptList,
      details: keptDetails ?? null,
      by: officer.officer,
      at: new Date(ctx.clock.now()).toISOString(),
    });
    await record(transactor, ctx, {
      action: 'catalogue.hand-in-national-list',
      subject: `national-upload:${id}`,
      details: { name, bytes: list.length, details: details?.length ?? 0 },
    });
    return done(id);
  });
}

/** Lists that were handed in, newest first, with what became of each. */
export async function nationalUploads(ctx: Ctx): Promise<readonly NationalUpload[]> {
  if (!approverOf(ctx)) return [];
  return ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(listUploads, { size: mostListed }));
}
