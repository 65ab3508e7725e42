import { record } from '#capabilities/audit';
import { allows } from '#kernel/actor';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import { permissions } from './permissions.ts';
import * as sql from './queries/index.ts';

/** How to reach a person; absent is null. */
export interface Contact {
  /** Digits, beginning with 0. */
  readonly phone: string | null;
  readonly email: string | null;
}

const phoneShape = /^0\d{9,10}$/;
const emailShape = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]{1,185}\.[^\s@.,;<>"]{2,}$/;

/** Forms read what is typed (`readPhone`, `readEmail`); here stands what may be kept at all. */
export function contactFault({ phone, email }: Contact): Refusal | undefined {
  if (phone !== null && !phoneShape.test(phone)) return { code: 'phone-shape', field: 'phone' };
  if (email !== null && !emailShape.test(email)) return { code: 'email-shape', field: 'email' };
  return undefined;
}

/** The signed-in person says where to reach them from now on; forms to come are filled with it. */
export async function changeOwnContact(ctx: Ctx, contact: Contact): Promise<Outcome<Contact>> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen' || !allows(actor, permissions.changeOwnContact))
    return refused({ code: 'not-yours' });
  const fault = contactFault(contact);
  if (fault) return refused(fault);
  return ctx.db.transact(scopeOf(actor), async (t): Promise<Outcome<Contact>> => {
    const changed = await t.find(sql.changeContact, { person: actor.person, ...contact });
    if (!changed) return refused({ code: 'not-yours' });
    await record(t, ctx, { action: 'citizen.contact-changed', subject: `person:${actor.person}` });
    return done(contact);
  });
}
