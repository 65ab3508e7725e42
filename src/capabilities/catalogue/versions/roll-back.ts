import { done, type Outcome, refused } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { approverOf, notYours } from '../drafts/draft.ts';
import type { DesignServices } from '../ports.ts';
import { contentOfRow } from './content-of-row.ts';
import * as sql from './queries.ts';
import { writeVersion } from './write-version.ts';

/**
 * One action: the content of an earlier version in force again from today, as a new version. It was approved by two people
 * once, so one may bring it back. @returns the new version.
 */
export async function rollBack(
  ctx: Ctx,
  services: Pick<DesignServices, 'key'>,
  code: string,
  toVersion: number,
): Promise<Outcome<number>> {
  const officer = approverOf(ctx);
  if (!officer) return notYours;
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    await transactor.get(sql.oneAtATime, { code });
    const old = await transactor.find(sql.wholeVersion, { code, version: toVersion });
    if (!old) return refused({ code: 'version-unknown' });
    const now = await transactor.find(sql.inForce, { code });
    if (now?.version === toVersion) return refused({ code: 'version-in-force' });
    const content = contentOfRow(old);
    if (!content) return refused({ code: 'no-own-form' });
    const newest = await transactor.get(sql.newestVersion, { code });
    const written = await writeVersion(transactor, ctx, {
      code,
      content,
      effectiveFrom: localDate(ctx.clock.now()),
      basedOn: newest.version,
      key: services.key,
      by: officer.officer,
      details: { rolledBackTo: toVersion },
    });
    return written.ok ? done(written.value) : written;
  });
}
