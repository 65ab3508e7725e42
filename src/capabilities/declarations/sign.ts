import { record } from '#capabilities/audit';
import type { BegunRemote, BroughtBack, Signing, XmlToSign } from '#capabilities/signing';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import { scopeOf } from '#platform/context';
import { json } from '#platform/db';
import { tellAnswer } from './answered.ts';
import { inFull, whoSigns } from './declare.ts';
import * as sql from './queries/index.ts';

/** A provider asks for a PIN, a code, an app: whoever has not come back after this begins anew. */
const awayFor = 30 * 60_000;
/** Others may put their signatures into the text at the same moment. */
const tries = 8;

const roles = { applicant: 'Người nộp hồ sơ', other: 'Người đồng ký' } as const;
export const signatureIdOf = (signer: string): string => `ky-${signer}`;

export interface SigningWish {
  readonly declaration: string;
  readonly provider: string;
  /** What is signed, as it stands on the page of the provider. */
  readonly words: string;
  readonly returnTo: string;
}

/**
 * Where the person agrees to sign. Refused: `sign-needs-identity`, `declaration-unknown`, `declaration-changed` when the draft has
 * another one by now, `signed-already`, `invitation-over`, and as `signing.remote.begin`.
 */
export async function beginSigning(
  ctx: Ctx,
  signing: Signing,
  { declaration, provider, words, returnTo }: SigningWish,
): Promise<Outcome<{ readonly url: string }>> {
  const who = await whoSigns(ctx);
  if (!who) return refused({ code: 'sign-needs-identity' });
  const found = await ctx.db.read(scopeOf(ctx.actor), async (reader) => {
    const row = await reader.find(sql.byId, { id: declaration });
    return row && { row, whole: await inFull(ctx, reader, row) };
  });
  if (!found) return refused({ code: 'declaration-unknown' });
  const { row, whole } = found;
  if (!row.newest) return refused({ code: 'declaration-changed' });
  const signer = whole.signers.find(({ personalNumber }) => personalNumber === who.personalNumber);
  if (!signer) return refused({ code: 'declaration-unknown' });
  if (signer.state === 'signed') return refused({ code: 'signed-already' });
  if (signer.state !== 'waiting') return refused({ code: 'invitation-over' });
  const begun = await signing.remote.begin(ctx, {
    provider,
    person: { kind: 'citizen', personalNumber: who.personalNumber, name: who.name },
    words,
    returnTo,
    xml: row.signed,
    id: signatureIdOf(signer.id),
    role: signer.applicant ? roles.applicant : roles.other,
  });
  if (!begun.ok) return begun;
  await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
    transactor.get(sql.putConsent, {
      state: begun.value.state,
      by: who.person,
      person: row.person_id,
      declaration,
      signer: signer.id,
      kept: json(begun.value.kept),
      until: ctx.clock.now() + awayFor,
      now: ctx.clock.now(),
    }),
  );
  return done({ url: begun.value.url });
}

/** Where somebody was when they left for the provider. */
export interface LeftFrom {
  readonly declaration: string;
  readonly draft: string;
  readonly applicant: boolean;
}

/**
 * The person has come back from the provider: fetches the signature and puts it beside the others. Refused: `consent-unknown`
 * when nobody left with this, or it was taken already, `remote-consent-expired`, `declaration-changed`, `signed-already`,
 * `invitation-over`, `busy`, and as `signing.remote.end`.
 */
export async function endSigning(
  ctx: Ctx,
  signing: Signing,
  { state, ...brought }: BroughtBack & { readonly state: string },
): Promise<{ readonly from: LeftFrom | undefined; readonly signed: Outcome<null> }> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen' || actor.guest)
    return { from: undefined, signed: refused({ code: 'sign-needs-identity' }) };
  const consent = await ctx.db.transact(scopeOf(actor), (transactor) =>
    transactor.find(sql.takeConsent, { state, by: actor.person }),
  );
  const place = consent && (await placeOf(ctx, consent.declaration_id, consent.signer_id));
  if (!consent || !place) return { from: undefined, signed: refused({ code: 'consent-unknown' }) };
  const from = { declaration: place.row.id, draft: place.row.draft_id, applicant: place.signer.applicant };
  if (consent.until < ctx.clock.now()) return { from, signed: refused({ code: 'remote-consent-expired' }) };
  const agreed = await signing.remote.end(ctx, consent.kept as BegunRemote, brought);
  if (!agreed.ok) return { from, signed: agreed };
  for (let n = 0; n < tries; n++) {
    const tried = await putInto(ctx, from.declaration, consent.signer_id, agreed.value.put);
    if (tried !== 'again') return { from, signed: tried };
  }
  return { from, signed: refused({ code: 'busy' }) };
}

async function placeOf(ctx: Ctx, declaration: string, id: string) {
  const found = await ctx.db.read(scopeOf(ctx.actor), async (reader) => {
    const row = await reader.find(sql.byId, { id: declaration });
    return row && { row, whole: await inFull(ctx, reader, row) };
  });
  const signer = found?.whole.signers.find((one) => one.id === id);
  return found && signer && { ...found, signer };
}

type Agreed = Awaited<ReturnType<Signing['remote']['end']>>;
type Put = Extract<Agreed, { ok: true }>['value']['put'];
/** Another signature came into the text meanwhile; nothing is written. */
class Overtaken extends Error {}

async function putInto(
  ctx: Ctx,
  declaration: string,
  id: string,
  put: Put,
): Promise<Outcome<null> | 'again'> {
  const place = await placeOf(ctx, declaration, id);
  if (!place) return refused({ code: 'declaration-unknown' });
  const { row, signer } = place;
  if (!row.newest) return refused({ code: 'declaration-changed' });
  if (signer.state === 'signed') return refused({ code: 'signed-already' });
  const role = signer.applicant ? roles.applicant : roles.other;
  const text: XmlToSign = { xml: row.signed, id: signatureIdOf(id), role };
  const signed = await put(text);
  if (!signed.ok) return signed;
  const { certificate } = signed.value;
  const write = ctx.db.transact(scopeOf(ctx.actor), async (transactor): Promise<Outcome<null>> => {
    const of = { person: row.person_id, declaration };
    const marked = await transactor.find(sql.markSigned, {
      ...of,
      id,
      at: ctx.clock.now(),
      certificate: certificate.subject.text,
      serial: certificate.serial,
    });
    if (!marked) return refused({ code: 'invitation-over' });
    const kept = await transactor.find(sql.keepSigned, {
      person: row.person_id,
      id: declaration,
      version: row.version,
      signed: Buffer.from(signed.value.xml),
    });
    if (!kept) throw new Overtaken();
    await record(transactor, ctx, { action: 'declaration.sign', subject: `declaration:${declaration}` });
    if (!signer.applicant)
      await tellAnswer(ctx, transactor, { declaration, signer: id, receiver: row.receiver_unit });
    return done(null);
  });
  return write.catch((error: unknown) => {
    if (error instanceof Overtaken) return 'again' as const;
    throw error;
  });
}
