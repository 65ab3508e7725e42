import { ownPerson } from '#capabilities/identity';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import { scopeOf } from '#platform/context';
import { json, type Reader, type Transactor } from '#platform/db';
import { wrapXml } from '#platform/xml-signatures';
import { contentXml, type DeclaredContent } from './content.ts';
import * as sql from './queries/index.ts';

/** An invitation is good for so long; a declaration that changes asks anew. */
export const invitedFor = 14 * 86_400_000;

export type SignerState = 'waiting' | 'signed' | 'declined' | 'late' | 'withdrawn';
export interface Signer {
  readonly id: string;
  readonly applicant: boolean;
  readonly name: string;
  readonly personalNumber: string;
  readonly email: string;
  readonly until: number;
  readonly state: SignerState;
  readonly signedAt: number | null;
  /** Why somebody does not sign. */
  readonly reason: string;
  readonly certificate: string;
}
export interface Declaration {
  readonly id: string;
  readonly draft: string;
  readonly bodyHash: string;
  readonly content: DeclaredContent;
  /** So many people have to sign beside the one who files. */
  readonly others: number;
  /** Without those whose invitation was withdrawn. */
  readonly signers: readonly Signer[];
  /** Everybody has signed who has to. */
  readonly complete: boolean;
}

/** Who is signed in, with the number that their certificate must bear; undefined for guests and officers. */
export async function whoSigns(ctx: Ctx) {
  const { actor } = ctx;
  if (actor.kind !== 'citizen' || actor.guest) return undefined;
  const person = await ownPerson(ctx);
  const number = person?.personalNumber;
  return person && number ? { person: actor.person, name: person.name, personalNumber: number } : undefined;
}

/** The newest declaration of a draft of one's own. */
export async function declarationOf(ctx: Ctx, draft: string): Promise<Declaration | undefined> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen' || actor.guest) return undefined;
  return ctx.db.read(scopeOf(actor), async (reader) => {
    const row = await reader.find(sql.newest, { person: actor.person, draft });
    return row && inFull(ctx, reader, { ...row, person_id: actor.person });
  });
}

type Row = Pick<
  NonNullable<Awaited<ReturnType<typeof newestRow>>>,
  'id' | 'draft_id' | 'body_hash' | 'content' | 'others'
> & { readonly person_id: string };
const newestRow = (reader: Reader, person: string, draft: string) =>
  reader.find(sql.newest, { person, draft });

export async function inFull(ctx: Ctx, reader: Reader, row: Row): Promise<Declaration> {
  const now = ctx.clock.now();
  const all = await reader.rows(sql.signers, { person: row.person_id, declaration: row.id });
  const signers = all.filter((one) => one.withdrawn_at === null).map((one) => signerOf(one, now));
  const signed = signers.filter(({ state }) => state === 'signed');
  return {
    id: row.id,
    draft: row.draft_id,
    bodyHash: row.body_hash,
    content: row.content,
    others: row.others,
    signers,
    complete: signed.length === signers.length && signed.length > row.others,
  };
}

const signerOf = (row: sql.SignerRow, now: number): Signer => ({
  id: row.id,
  applicant: row.applicant,
  name: row.name,
  personalNumber: row.personal_number,
  email: row.email,
  until: row.until,
  state: stateOf(row, now),
  signedAt: row.signed_at,
  reason: row.reason,
  certificate: row.certificate,
});
function stateOf(row: sql.SignerRow, now: number): SignerState {
  if (row.withdrawn_at !== null) return 'withdrawn';
  if (row.signed_at !== null) return 'signed';
  if (row.declined_at !== null) return 'declined';
  return !row.applicant && row.until < now ? 'late' : 'waiting';
}

export interface ToDeclare {
  readonly draft: string;
  /** Where it will be filed. */
  readonly receiver: string;
  readonly content: DeclaredContent;
  /** So many people have to sign beside the one who files. */
  readonly others: number;
}

/**
 * The declaration of a draft as it stands now: the newest if it says the same, else a new one. Who was invited before is
 * invited again, for what they signed is another text. Refused: `sign-needs-identity`, and as `wrapXml`.
 */
export async function declare(
  ctx: Ctx,
  { draft, receiver, content, others }: ToDeclare,
): Promise<Outcome<Declaration>> {
  const who = await whoSigns(ctx);
  if (!who) return refused({ code: 'sign-needs-identity' });
  const wrapped = await wrapXml(contentXml(content));
  if (!wrapped.ok) return wrapped;
  const { person } = who;
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const before = await newestRow(transactor, person, draft);
    if (before && before.body_hash === content.bodyHash && before.others === others)
      return done(await inFull(ctx, transactor, { ...before, person_id: person }));
    const at = ctx.clock.now();
    const id = uuidv7(at);
    await transactor.get(sql.insertDeclaration, {
      person,
      id,
      draft,
      receiver,
      hash: content.bodyHash,
      content: json(content),
      signed: Buffer.from(wrapped.value),
      others,
      at,
    });
    const of = { person, declaration: id, receiver };
    await addSigner(ctx, transactor, of, { ...who, applicant: true });
    const asked = before ? await transactor.rows(sql.signers, { person, declaration: before.id }) : [];
    for (const { name, personal_number: personalNumber, email, applicant, withdrawn_at } of asked)
      if (!applicant && withdrawn_at === null)
        await addSigner(ctx, transactor, of, { name, personalNumber, email, applicant });
    const row = { id, draft_id: draft, body_hash: content.bodyHash, content, others, person_id: person };
    return done(await inFull(ctx, transactor, row));
  });
}

/** Tells whoever gave an address; undefined when somebody with this number signs already. */
export async function addSigner(
  ctx: Ctx,
  transactor: Transactor,
  { receiver, ...of }: { readonly person: string; readonly declaration: string; readonly receiver: string },
  one: {
    readonly name: string;
    readonly personalNumber: string;
    readonly email?: string;
    readonly applicant: boolean;
  },
): Promise<{ readonly id: string } | undefined> {
  const at = ctx.clock.now();
  const id = uuidv7(at);
  const added = await transactor.find(sql.insertSigner, {
    ...of,
    id,
    applicant: one.applicant,
    name: one.name,
    number: one.personalNumber,
    email: one.email ?? '',
    at,
    until: at + invitedFor,
  });
  if (added && !one.applicant && one.email)
    await transactor.get(sql.putEvent, {
      home_unit: receiver,
      event: uuidv7(at),
      now: at,
      topic: signerInvited,
      subject: of.declaration,
      payload: json({ declaration: of.declaration, signer: id }),
    });
  return added;
}

/** Somebody with an address was asked to sign. */
export const signerInvited = 'declaration.invited';

/** Whom an event `declaration.invited` is about, and what they are asked to sign; undefined when that is over. */
export async function invitationOf(reader: Reader, payload: Readonly<Record<string, unknown>>) {
  const { declaration, signer } = payload;
  if (typeof declaration !== 'string' || typeof signer !== 'string') return undefined;
  const found = await reader.find(sql.invitation, { declaration, signer });
  return found && { ...found, declaration };
}
