import type { OfficerId, UnitId } from '#kernel/ids';
import type { Ctx } from '#platform/context';
import type { Transactor } from '#platform/db';
import * as sql from '../queries/index.ts';

/** A role that ends takes with it what was delegated from it. @returns the officers who lose it. */
export async function returnWhatWasLent(
  t: Transactor,
  ctx: Ctx,
  officer: OfficerId,
  post: { readonly unit_id: UnitId; readonly role: string },
): Promise<readonly OfficerId[]> {
  const ended = await t.rows(sql.endDelegationsOf, {
    officer,
    unit: post.unit_id,
    role: post.role,
    now: ctx.clock.now(),
  });
  return ended.map((delegation) => delegation.to_officer);
}
