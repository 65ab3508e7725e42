import { record } from '#capabilities/audit';
import type { OfficerId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import { publicScope } from '#platform/db';
import type { OfficerClaims } from '../ports.ts';
import * as sql from '../queries/index.ts';

/** Finds the officer the province's provider vouches for. An account is made by an administrator, never by signing in. */
export async function signInOfficer(ctx: Ctx, claims: OfficerClaims): Promise<Outcome<OfficerId>> {
  return ctx.db.transact(publicScope, async (t): Promise<Outcome<OfficerId>> => {
    const { officer } = await t.get(sql.officerBySubject, { subject: claims.subject });
    const details = { provider: claims.provider };
    if (!officer) {
      await record(t, ctx, { action: 'officer.sign-in.refused', subject: 'officer:unknown', details });
      return refused({ code: 'officer-unknown' });
    }
    await record(t, ctx, { action: 'officer.sign-in', subject: `officer:${officer}`, details });
    return done(officer);
  });
}
