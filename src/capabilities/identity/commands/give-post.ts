import { record } from '#capabilities/audit';
import { standsOn } from '#capabilities/organisations';
import type { OfficerRole } from '#kernel/actor';
import { type OfficerId, type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { actorId, type Ctx, scopeOf } from '#platform/context';
import * as sql from '../queries/index.ts';
import { giftProblem } from '../rights.ts';
import { type PeopleDeps, refuseAndRecord, rightsChanged } from './deps.ts';
import { returnWhatWasLent } from './lent.ts';

export interface Gift {
  readonly officer: OfficerId;
  readonly unit: UnitId;
  readonly role: OfficerRole;
  readonly until?: Instant;
}

/** Gives a role in a unit. @returns the identifier of the post. */
export async function givePost(ctx: Ctx, deps: PeopleDeps, input: Gift): Promise<Outcome<string>> {
  const now = ctx.clock.now();
  const { officer, role } = input;
  const directory = await deps.units.directory();
  const unit = directory.byId(input.unit);
  if (!unit || !standsOn(unit, directory.day)) return refused({ code: 'unit-unknown', field: 'unit' });
  const entry = { action: 'officer.give-post', subject: `officer:${officer}`, unit: unit.id };
  const problem = giftProblem(ctx.actor, { to: officer, unit: unit.id, role }, directory);
  if (problem) return refuseAndRecord(ctx, problem, { ...entry, role });
  if (input.until !== undefined && input.until <= now) return refused({ code: 'date-past', field: 'until' });

  const outcome = await ctx.db.transact(scopeOf(ctx.actor), async (t): Promise<Outcome<string>> => {
    const locked = await t.find(sql.lockOfficer, { officer });
    if (!locked) return refused({ code: 'officer-unknown' });
    if (!locked.active) return refused({ code: 'officer-inactive' });
    const id = uuidv7(now);
    const until = input.until ?? null;
    const given = { id, officer, unit: unit.id, role, now, until, given_by: actorId(ctx.actor) };
    if (!(await t.find(sql.insertPost, given))) return refused({ code: 'post-exists' });
    await record(t, ctx, { ...entry, details: { role, until } });
    return done(id);
  });
  if (outcome.ok) await rightsChanged(deps, [officer]);
  return outcome;
}

/** Ends a post now, with everything delegated from it. */
export async function endPost(ctx: Ctx, deps: PeopleDeps, post: string): Promise<Outcome<OfficerId>> {
  const now = ctx.clock.now();
  const scope = scopeOf(ctx.actor);
  const found = await ctx.db.read(scope, (reader) => reader.find(sql.findPost, { post, now }));
  if (!found) return refused({ code: 'post-unknown' });
  const { officer_id: officer, unit_id: unit } = found;
  const role = found.role as OfficerRole;
  const entry = { action: 'officer.end-post', subject: `officer:${officer}`, unit };
  const problem = giftProblem(ctx.actor, { to: officer, unit, role }, await deps.units.directory());
  if (problem) return refuseAndRecord(ctx, problem, { ...entry, role });

  const touched = [officer];
  const outcome = await ctx.db.transact(scope, async (t): Promise<Outcome<OfficerId>> => {
    await t.get(sql.lockOfficer, { officer });
    const [ended] = await t.rows(sql.endPosts, { officer, post, now });
    if (!ended) return refused({ code: 'post-unknown' });
    touched.push(...(await returnWhatWasLent(t, ctx, officer, ended)));
    await record(t, ctx, { ...entry, details: { role } });
    return done(officer);
  });
  if (outcome.ok) await rightsChanged(deps, touched);
  return outcome;
}
