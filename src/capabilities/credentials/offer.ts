import { record } from '#capabilities/audit';
import { ownPerson } from '#capabilities/identity';
import { allows } from '#kernel/actor';
import { isUuid, type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { type CredentialOffer, type DocumentClaims, makeOffer } from '#platform/credentials';
import type { Reader } from '#platform/db';
import { markOf, numberOf, offerOfMark } from './marks.ts';
import { type CredentialParts, configuration } from './parts.ts';
import { credentialPermissions } from './permissions.ts';
import { addOffer, endOffers, type Facts, facts, offer } from './queries/index.ts';

/** How long an offer waits for a wallet. */
const offerLasts = 600_000;
/** So often a wrong number may be typed. */
export const mostTries = 5;

/** What a credential would tell, for the page that asks whether to make one. */
export interface Offerable {
  readonly result: Facts;
  readonly claims: DocumentClaims;
}

/**
 * A result of one's own that a credential can be made of. Refused: `not-yours`, `result-missing`, `result-ended`,
 * `result-unsigned`, `agency-cannot-sign`.
 */
export async function offerable(
  ctx: Ctx,
  parts: CredentialParts,
  result: string,
): Promise<Outcome<Offerable>> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen' || !allows(actor, credentialPermissions['credentials.take']))
    return refused({ code: 'not-yours' });
  if (!isUuid(result)) return refused({ code: 'result-missing' });
  const found = await ctx.db.read(scopeOf(actor), (reader) => factsOf(ctx, reader, actor.person, result));
  if (!found) return refused({ code: 'result-missing' });
  if (found.state !== 'valid') return refused({ code: 'result-ended' });
  if (found.sha256 === null) return refused({ code: 'result-unsigned' });
  const agency = (await parts.units.directory()).byId(found.issuer as UnitId);
  if (!agency) return refused({ code: 'agency-cannot-sign' });
  const me = found.own ? await ownPerson(ctx) : undefined;
  return done({
    result: found,
    claims: {
      authority: { name: agency.name, code: agency.code },
      kind: found.kind,
      number: found.number,
      title: found.title,
      owner: {
        name: found.owner_name,
        // Known of the one who is signed in alone: another's name stands by itself.
        ...(me?.name === found.owner_name && {
          ...(me.personalNumber !== null && { personalNumber: me.personalNumber }),
          ...(me.birthDate !== null && { birthDate: me.birthDate }),
        }),
      },
      issuedOn: localDate(found.issued_at),
      ...(found.valid_until !== null && { validUntil: found.valid_until }),
      sha256: found.sha256,
    },
  });
}

const factsOf = ({ clock }: Pick<Ctx, 'clock'>, reader: Reader, person: string, result: string) =>
  reader.find(facts, { person, result, today: localDate(clock.now()) });

/** Offers a credential; an earlier offer of the same result ends. Refused as `offerable` refuses. @returns the offer. */
export async function offerCredential(
  ctx: Ctx,
  parts: CredentialParts,
  resultId: string,
): Promise<Outcome<string>> {
  const { actor } = ctx;
  const found = await offerable(ctx, parts, resultId);
  if (!found.ok || actor.kind !== 'citizen') return found.ok ? refused({ code: 'not-yours' }) : found;
  const { claims, result } = found.value;
  // Said here, where somebody reads it, and not by a wallet later.
  const ready = await parts.signing.ready(ctx, {
    kind: 'unit',
    id: result.issuer,
    name: claims.authority.name,
  });
  // Credentials are signed by ES256 alone.
  const curve = ready.ok && ready.value.certificate.key.object().asymmetricKeyDetails?.namedCurve;
  if (curve !== 'prime256v1') return refused({ code: 'agency-cannot-sign' });
  const now = ctx.clock.now();
  const id = uuidv7(now);
  const of = { person: actor.person, result: result.id };
  await ctx.db.transact(scopeOf(actor), async (transactor) => {
    await transactor.rows(endOffers, { ...of, now });
    await transactor.get(addOffer, { ...of, id, now, until: now + offerLasts });
    await record(transactor, ctx, {
      action: 'credential.offered',
      subject: `result:${result.id}`,
      homeUnit: result.home_unit as UnitId,
    });
  });
  return done(id);
}

/** An offer as its owner sees it, with the code for the wallet and the number to be typed; nothing for anybody else. */
export async function ownOffer(ctx: Ctx, { secret }: CredentialParts, id: string) {
  const { actor } = ctx;
  if (actor.kind !== 'citizen' || !isUuid(id)) return undefined;
  const found = await ctx.db.read(scopeOf(actor), (reader) =>
    reader.find(offer, { person: actor.person, id }),
  );
  if (!found) return undefined;
  const { result_id: result, expires_at: until, tries, redeemed_at: redeemed, taken_at: taken } = found;
  const over = redeemed !== null || tries >= mostTries || until <= ctx.clock.now();
  const state: 'open' | 'taken' | 'over' = taken !== null ? 'taken' : over ? 'over' : 'open';
  return { result, until, state, code: markOf(secret, 'code', id), number: numberOf(secret, id) };
}

/** What a wallet reads behind a link; whether the offer still stands is said when its code is redeemed. */
export function offerOfCode({ issuer, secret }: CredentialParts, code: string): CredentialOffer | undefined {
  if (offerOfMark(secret, 'code', code) === undefined) return undefined;
  const txCode = { length: 6, description: 'Số gồm 6 chữ số trên trang “Đưa vào ví”' };
  return makeOffer({ issuer, configuration, code, txCode });
}
