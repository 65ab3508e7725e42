import { record } from '#capabilities/audit';
import { standsOn } from '#capabilities/organisations';
import type { OfficerRole } from '#kernel/actor';
import { type OfficerId, type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText, foldText } from '#kernel/text';
import { actorId, type Ctx, scopeOf } from '#platform/context';
import * as sql from '../queries/index.ts';
import { giftProblem } from '../rights.ts';
import { type PeopleDeps, refuseAndRecord } from './deps.ts';

export interface NewOfficer {
  readonly name: string;
  readonly email: string;
  readonly title?: string;
  /** The account at the province's provider. */
  readonly subject: string;
  /** An officer begins with one post; more are given by `givePost`. */
  readonly unit: UnitId;
  readonly role: OfficerRole;
}

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A new officer with a first post in a unit that the actor administers. */
export async function addOfficer(ctx: Ctx, deps: PeopleDeps, input: NewOfficer): Promise<Outcome<OfficerId>> {
  const name = cleanText(input.name);
  const email = cleanText(input.email);
  const subject = cleanText(input.subject);
  if (name === '') return refused({ code: 'name-empty', field: 'name' });
  if (!emailShape.test(email)) return refused({ code: 'email-shape', field: 'email' });
  if (subject === '') return refused({ code: 'subject-empty', field: 'subject' });

  const now = ctx.clock.now();
  const id = uuidv7(now) as OfficerId;
  const directory = await deps.units.directory();
  const unit = directory.byId(input.unit);
  if (!unit || !standsOn(unit, directory.day)) return refused({ code: 'unit-unknown', field: 'unit' });
  const problem = giftProblem(ctx.actor, { to: id, unit: unit.id, role: input.role }, directory);
  const entry = { action: 'officer.add', subject: `officer:${id}`, unit: unit.id };
  if (problem) return refuseAndRecord(ctx, problem, { ...entry, role: input.role });

  return ctx.db.transact(scopeOf(ctx.actor), async (t): Promise<Outcome<OfficerId>> => {
    const officer = {
      id,
      subject,
      name,
      folded: foldText(name),
      email,
      title: cleanText(input.title ?? ''),
      now,
    };
    if (!(await t.find(sql.insertOfficer, officer)))
      return refused({ code: 'subject-taken', field: 'subject' });
    await t.get(sql.insertPost, {
      id: uuidv7(now),
      officer: id,
      unit: unit.id,
      role: input.role,
      now,
      until: null,
      given_by: actorId(ctx.actor),
    });
    await record(t, ctx, { ...entry, details: { role: input.role } });
    return done(id);
  });
}
