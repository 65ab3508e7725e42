import { record } from '#capabilities/audit';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import type { Ctx } from '#platform/context';
import { scopeOf } from '#platform/context';
import { tellAnswer } from './answered.ts';
import { addSigner, type Declaration, inFull, whoSigns } from './declare.ts';
import * as sql from './queries/index.ts';

/** Beside the one who files; a text holds at most sixteen signatures. */
const mostOthers = 10;

export interface Invitation {
  readonly name: string;
  readonly personalNumber: string;
  readonly email: string;
}

/**
 * Asks somebody to sign beside the one who files. Refused with the field: `invite-name`, `invite-number`, `invite-self`,
 * `invite-twice`, `invite-email`, `invite-many`, `declaration-unknown`.
 */
export async function invite(ctx: Ctx, declaration: string, wish: Invitation): Promise<Outcome<null>> {
  const who = await whoSigns(ctx);
  if (!who) return refused({ code: 'sign-needs-identity' });
  const name = cleanText(wish.name).slice(0, 120);
  const personalNumber = wish.personalNumber.replace(/[\s.-]/g, '');
  const email = wish.email.trim();
  if (name.length < 2) return refused({ code: 'invite-name', field: 'ten' });
  if (!/^\d{12}$/.test(personalNumber)) return refused({ code: 'invite-number', field: 'so' });
  if (personalNumber === who.personalNumber) return refused({ code: 'invite-self', field: 'so' });
  if (email !== '' && !/^[^\s@,;<>"]{1,64}@[^\s@,;<>"]{3,190}$/.test(email))
    return refused({ code: 'invite-email', field: 'email' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const known = await ownDeclaration(ctx, transactor, declaration);
    if (!known) return refused({ code: 'declaration-unknown' });
    if (known.signers.filter(({ applicant }) => !applicant).length >= mostOthers)
      return refused({ code: 'invite-many' });
    const of = { person: who.person, declaration, receiver: known.receiver };
    const added = await addSigner(ctx, transactor, of, { name, personalNumber, email, applicant: false });
    if (!added) return refused({ code: 'invite-twice', field: 'so' });
    await record(transactor, ctx, { action: 'declaration.invite', subject: `declaration:${declaration}` });
    return done(null);
  });
}

/** Takes an invitation back that nobody has signed. Refused: `declaration-unknown`, `invitation-over`. */
export async function withdrawInvitation(
  ctx: Ctx,
  declaration: string,
  signer: string,
): Promise<Outcome<null>> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return refused({ code: 'declaration-unknown' });
  return ctx.db.transact(scopeOf(actor), async (transactor) => {
    const [gone] = await transactor.rows(sql.withdrawSigner, {
      person: actor.person,
      declaration,
      id: signer,
      at: ctx.clock.now(),
    });
    if (!gone) return refused({ code: 'invitation-over' });
    await record(transactor, ctx, { action: 'declaration.withdraw', subject: `declaration:${declaration}` });
    return done(null);
  });
}

/** The one who was asked says no, with a reason that the one who files reads. Refused: `reason-missing`, `invitation-over`. */
export async function declineToSign(ctx: Ctx, signer: string, why: string): Promise<Outcome<null>> {
  const reason = cleanText(why).slice(0, 500);
  if (reason === '') return refused({ code: 'reason-missing', field: 'ly-do' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const declined = await transactor.find(sql.decline, { id: signer, reason, at: ctx.clock.now() });
    if (!declined) return refused({ code: 'invitation-over' });
    await record(transactor, ctx, { action: 'declaration.decline', subject: `signer:${signer}` });
    const { declaration_id: declaration, receiver_unit: receiver } = declined;
    await tellAnswer(ctx, transactor, { declaration, signer, receiver });
    return done(null);
  });
}

async function ownDeclaration(
  ctx: Ctx,
  reader: Parameters<typeof inFull>[1],
  id: string,
): Promise<(Declaration & { readonly receiver: string }) | undefined> {
  const row = await reader.find(sql.byId, { id });
  const own = ctx.actor.kind === 'citizen' && row?.person_id === ctx.actor.person && row.newest;
  return row && own ? { ...(await inFull(ctx, reader, row)), receiver: row.receiver_unit } : undefined;
}

/** Invitations to whoever is signed in, newest first. */
export const askedOfMe = (ctx: Ctx) =>
  ctx.actor.kind === 'citizen' && !ctx.actor.guest
    ? ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(sql.askedOfMe, {}))
    : Promise.resolve([]);
export type AskedOfMe = Awaited<ReturnType<typeof askedOfMe>>[number];
