import { record } from '#capabilities/audit';
import { administers } from '#capabilities/organisations';
import { allows, type OfficerRole } from '#kernel/actor';
import { type OfficerId, type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import type { Instant } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { permissions } from '../permissions.ts';
import * as sql from '../queries/index.ts';
import { personalRoles } from '../rights.ts';
import { type PeopleDeps, refuseAndRecord, rightsChanged } from './deps.ts';

export interface Delegation {
  readonly to: OfficerId;
  readonly unit: UnitId;
  readonly role: OfficerRole;
  readonly from: Instant;
  readonly until: Instant;
  readonly reason: string;
}

/** The longest ordinary leave is six months (maternity, Bộ luật Lao động 2019 art. 139); beyond it a post is given. */
const longest = 184 * 86_400_000;

/** Lends one's own role to a colleague of the same unit while away. @returns the identifier of the delegation. */
export async function delegate(ctx: Ctx, deps: PeopleDeps, input: Delegation): Promise<Outcome<string>> {
  const { to, unit, role } = input;
  const now = ctx.clock.now();
  const entry = { action: 'officer.delegate', subject: `officer:${to}`, unit, role };
  const { actor } = ctx;
  if (actor.kind !== 'officer') return refuseAndRecord(ctx, { code: 'not-allowed' }, entry);
  const problem = lendingProblem(ctx, input);
  if (problem) return refuseAndRecord(ctx, problem, entry);
  const reason = cleanText(input.reason);
  if (reason === '') return refused({ code: 'reason-empty', field: 'reason' });
  if (input.until <= Math.max(now, input.from)) return refused({ code: 'date-past', field: 'until' });
  if (input.until - input.from > longest) return refused({ code: 'delegation-too-long', field: 'until' });

  const outcome = await ctx.db.transact(scopeOf(actor), async (t): Promise<Outcome<string>> => {
    // Both rows, in one order, so that two who cover for each other do not wait for each other.
    for (const officer of [actor.officer, to].sort()) await t.find(sql.lockOfficer, { officer });
    const receiver = await t.find(sql.lockOfficer, { officer: to });
    if (!receiver?.active) return refused({ code: 'officer-unknown', field: 'to' });
    const theirs = await t.rows(sql.postsOfOfficer, { officer: to, now });
    if (!theirs.some((post) => post.unit_id === unit))
      return refused({ code: 'not-a-colleague', field: 'to' });
    const mine = await t.rows(sql.postsOfOfficer, { officer: actor.officer, now });
    const own = mine.find((post) => post.unit_id === unit && post.role === role);
    if (!own) return refused({ code: 'beyond-own-rights' });
    if (own.valid_to !== null && input.until > own.valid_to)
      return refused({ code: 'beyond-own-post', field: 'until' });
    const id = uuidv7(now);
    const lent = { id, from: actor.officer, to, unit, role, reason };
    await t.get(sql.insertDelegation, { ...lent, starts_at: input.from, ends_at: input.until });
    const details = { role, from: input.from, until: input.until };
    await record(t, ctx, { action: entry.action, subject: entry.subject, unit, details });
    return done(id);
  });
  if (outcome.ok) await rightsChanged(deps, [to]);
  return outcome;
}

function lendingProblem(ctx: Ctx, { to, unit, role }: Delegation): Refusal | undefined {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || !allows(actor, permissions.delegateOwnRole)) return { code: 'not-allowed' };
  if (actor.officer === to) return { code: 'own-rights' };
  if (personalRoles.has(role)) return { code: 'role-personal' };
  const held = actor.posts.filter((post) => post.unit === unit && post.role === role);
  if (held.some((post) => post.onBehalfOf === undefined)) return undefined;
  return { code: held.length > 0 ? 'delegated-already' : 'beyond-own-rights' };
}

/** Takes a delegation back: by the one who lent, the one who covers, or who administers the unit. */
export async function endDelegation(
  ctx: Ctx,
  deps: PeopleDeps,
  delegation: string,
): Promise<Outcome<string>> {
  const now = ctx.clock.now();
  const directory = await deps.units.directory();
  const { actor } = ctx;
  let covering: OfficerId | undefined;
  const outcome = await ctx.db.transact(scopeOf(actor), async (t): Promise<Outcome<string>> => {
    const found = await t.find(sql.findDelegation, { delegation, now });
    if (!found) return refused({ code: 'delegation-unknown' });
    const party = actor.kind === 'officer' && [found.from_officer, found.to_officer].includes(actor.officer);
    if (!party && !administers(actor, found.unit_id, directory)) return refused({ code: 'not-allowed' });
    await t.get(sql.endDelegation, { delegation, now });
    covering = found.to_officer;
    await record(t, ctx, {
      action: 'officer.end-delegation',
      subject: `officer:${found.to_officer}`,
      unit: found.unit_id,
      details: { role: found.role },
    });
    return done(delegation);
  });
  if (outcome.ok && covering) await rightsChanged(deps, [covering]);
  if (!outcome.ok && outcome.refusal.code === 'not-allowed')
    return refuseAndRecord(ctx, outcome.refusal, {
      action: 'officer.end-delegation',
      subject: `delegation:${delegation}`,
    });
  return outcome;
}
