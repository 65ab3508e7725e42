import { record } from '#capabilities/audit';
import { type PersonId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText, foldText } from '#kernel/text';
import { type Ctx, scopeOf } from '#platform/context';
import { json, publicScope } from '#platform/db';
import type { CitizenClaims } from '../ports.ts';
import * as sql from '../queries/index.ts';

/** Finds the person VNeID vouches for by personal number, or makes them known. */
export async function signInCitizen(ctx: Ctx, claims: CitizenClaims): Promise<Outcome<PersonId>> {
  const now = ctx.clock.now();
  const name = cleanText(claims.name);
  try {
    return await ctx.db.transact(publicScope, async (t) => {
      const { person } = await t.get(sql.knowPerson, {
        id: uuidv7(now),
        subject: `${claims.provider}:${claims.subject}`,
        number: claims.personalNumber,
        name,
        folded: foldText(name),
        birth: claims.birthDate,
        sex: claims.sex ?? null,
        now,
      });
      const details = { provider: claims.provider, loa: claims.loa };
      await record(t, ctx, { action: 'citizen.sign-in', subject: `person:${person}`, details });
      return done(person);
    });
  } catch (error) {
    // One account at the provider, two personal numbers: nobody is merged by a machine.
    if ((error as { code?: string }).code !== '23505') throw error;
    ctx.log.warn(
      { requestId: ctx.requestId },
      'an account at the provider came back with another personal number',
    );
    return refused({ code: 'identity-conflict' });
  }
}

/** A person whose identity is pending: may fill and file where the procedure allows, and sign in later. */
export async function startGuest(ctx: Ctx): Promise<PersonId> {
  const now = ctx.clock.now();
  const guest = uuidv7(now) as PersonId;
  await ctx.db.transact(publicScope, async (t) => {
    await t.get(sql.newGuest, { id: guest, now });
    await record(t, ctx, { action: 'guest.start', subject: `person:${guest}` });
  });
  return guest;
}

/**
 * The guest turned out to be this person. What hangs on the guest follows by the event `guest.bound`
 * (`payload {guest, person}`); its key is the guest, for persons belong to no unit.
 */
export async function bindGuest(ctx: Ctx, guest: PersonId, person: PersonId): Promise<Outcome<PersonId>> {
  const now = ctx.clock.now();
  return ctx.db.transact({ kind: 'citizen', person: guest }, async (t): Promise<Outcome<PersonId>> => {
    const bound = await t.find(sql.bindGuest, { guest, person });
    if (!bound) return refused({ code: 'guest-unknown' });
    if (bound.bound_to !== person) return refused({ code: 'guest-bound' });
    if (!bound.fresh) return done(person);
    await record(t, ctx, { action: 'guest.bind', subject: `person:${guest}`, details: { person } });
    await t.get(sql.putEvent, {
      key: guest,
      id: uuidv7(now),
      now,
      topic: 'guest.bound',
      subject: guest,
      payload: json({ guest, person }),
    });
    return done(person);
  });
}

/** Ends every session of whoever asks. The page ends the one in hand with `ctx.signOut()`. */
export async function signOutEverywhere(
  ctx: Ctx,
  sessions: { finishAll(subject: string): Promise<void> },
): Promise<void> {
  const { actor } = ctx;
  const subject =
    actor.kind === 'citizen' ? actor.person : actor.kind === 'officer' ? actor.officer : undefined;
  if (!subject) return;
  await ctx.db.transact(scopeOf(actor), (t) =>
    record(t, ctx, { action: 'session.end-all', subject: `${actor.kind}:${subject}` }),
  );
  await sessions.finishAll(subject);
}
