import { record } from '#capabilities/audit';
import type { OfficerId } from '#kernel/ids';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { cleanText, foldText } from '#kernel/text';
import { type Ctx, scopeOf } from '#platform/context';
import type { Transactor } from '#platform/db';
import * as sql from '../queries/index.ts';
import { factsProblem } from '../rights.ts';
import { type PeopleDeps, refuseAndRecord, rightsChanged } from './deps.ts';
import { returnWhatWasLent } from './lent.ts';

export interface OfficerChange {
  readonly officer: OfficerId;
  /** The version the administrator looked at. */
  readonly version: number;
  readonly name: string;
  readonly email: string;
  readonly title: string;
}

/** Corrects what is said of an officer, by one who administers every unit the officer has a post in. */
export function changeOfficer(ctx: Ctx, deps: PeopleDeps, input: OfficerChange): Promise<Outcome<OfficerId>> {
  const name = cleanText(input.name);
  const email = cleanText(input.email);
  const title = cleanText(input.title);
  if (name === '') return Promise.resolve(refused({ code: 'name-empty', field: 'name' }));
  return withLocked(ctx, deps, input, 'officer.change', async (t, locked) => {
    if (!locked.active) return refused({ code: 'officer-inactive' });
    await t.get(sql.changeOfficer, {
      officer: locked.id,
      name,
      folded: foldText(name),
      email,
      title,
      active: true,
    });
    const changed = [
      locked.name !== name && 'name',
      locked.email !== email && 'email',
      locked.title !== title && 'title',
    ].filter((field) => field !== false);
    await record(t, ctx, { action: 'officer.change', subject: `officer:${locked.id}`, details: { changed } });
    return done(locked.id);
  });
}

/** The officer leaves: sessions end at once, posts and everything lent from them end today; the row stays for the record. */
export async function deactivateOfficer(
  ctx: Ctx,
  deps: PeopleDeps,
  input: Pick<OfficerChange, 'officer' | 'version'>,
): Promise<Outcome<OfficerId>> {
  const touched: OfficerId[] = [input.officer];
  const outcome = await withLocked(ctx, deps, input, 'officer.deactivate', async (t, locked) => {
    if (!locked.active) return refused({ code: 'officer-inactive' });
    const { name, email, title } = locked;
    await t.get(sql.changeOfficer, {
      officer: locked.id,
      name,
      folded: foldText(name),
      email,
      title,
      active: false,
    });
    const ended = await t.rows(sql.endPosts, { officer: locked.id, post: null, now: ctx.clock.now() });
    for (const post of ended) touched.push(...(await returnWhatWasLent(t, ctx, locked.id, post)));
    const details = { posts: ended.map((post) => ({ unit: post.unit_id, role: post.role })) };
    await record(t, ctx, { action: 'officer.deactivate', subject: `officer:${locked.id}`, details });
    return done(locked.id);
  });
  if (outcome.ok) await rightsChanged(deps, touched);
  return outcome;
}

type Locked = { id: OfficerId; name: string; email: string; title: string; active: boolean; version: number };

async function withLocked(
  ctx: Ctx,
  deps: PeopleDeps,
  input: Pick<OfficerChange, 'officer' | 'version'>,
  action: string,
  work: (t: Transactor, locked: Locked) => Promise<Outcome<OfficerId>>,
): Promise<Outcome<OfficerId>> {
  const outcome = await ctx.db.transact(scopeOf(ctx.actor), async (t): Promise<Outcome<OfficerId>> => {
    const locked = await t.find(sql.lockOfficer, { officer: input.officer });
    if (!locked) return refused({ code: 'officer-unknown' });
    const problem = await authorityProblem(t, ctx, deps, locked.id);
    if (problem) return refused(problem);
    if (locked.version !== input.version) return refused({ code: 'changed-meanwhile' });
    return work(t, locked);
  });
  if (outcome.ok || !['not-allowed', 'own-rights'].includes(outcome.refusal.code)) return outcome;
  return refuseAndRecord(ctx, outcome.refusal, { action, subject: `officer:${input.officer}` });
}

async function authorityProblem(
  t: Transactor,
  ctx: Ctx,
  deps: PeopleDeps,
  officer: OfficerId,
): Promise<Refusal | undefined> {
  const posts = await t.rows(sql.postsOfOfficer, { officer, now: ctx.clock.now() });
  const held = posts.map(({ unit_id, role }) => ({ unit: unit_id, role }));
  return factsProblem(ctx.actor, { id: officer, posts: held }, await deps.units.directory());
}
