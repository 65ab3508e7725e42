import { createHash, randomInt } from 'node:crypto';
import { record } from '#capabilities/audit';
import type { CitizenActor } from '#kernel/actor';
import { type PersonId, type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { asPlainDate, dateOfDayNumber, dayNumberOf, type Instant, instantAt } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import {
  type CredentialRequest,
  documentClaims,
  documentType,
  issueCredential,
  judgeKeyProof,
  type PublicJwk,
  type TokenRequest,
} from '#platform/credentials';
import { publicScope, type Transactor } from '#platform/db';
import { endOfNonce, isNumberOf, markOf, offerOfMark } from './marks.ts';
import { mostTries, type Offerable, offerable } from './offer.ts';
import { type CredentialParts, configuration, listAddress } from './parts.ts';
import {
  addCredential,
  lockOffer,
  offer,
  openList,
  redeem,
  takeOffer,
  useNonce,
  whose,
  wrongNumber,
} from './queries/index.ts';
import { placesOfList } from './status.ts';

/** Between a token and the credential; a wallet asks at once. */
const tokenLasts = 300_000;

/** The owner, for whom a wallet comes with a code that was made for the offer. */
async function asOwner(
  ctx: Ctx,
  offer: string | undefined,
): Promise<(Ctx & { actor: CitizenActor }) | undefined> {
  const found =
    offer === undefined
      ? undefined
      : await ctx.db.read(publicScope, (reader) => reader.get(whose, { offer }));
  if (!found?.person) return undefined;
  return { ...ctx, actor: { kind: 'citizen', person: found.person as PersonId, name: '', guest: false } };
}

/** A code and the number typed with it become a token, once. Refused with the codes of OpenID4VCI 1.0 §6.3. */
export async function redeemCode(
  ctx: Ctx,
  { secret }: CredentialParts,
  { code, txCode }: TokenRequest,
): Promise<Outcome<{ readonly token: string; readonly seconds: number }>> {
  const no = refused({ code: 'invalid_grant' });
  const id = offerOfMark(secret, 'code', code);
  const own = await asOwner(ctx, id);
  if (id === undefined || !own) return no;
  if (txCode === undefined) return refused({ code: 'invalid_request' });
  return own.db.transact(scopeOf(own.actor), async (transactor) => {
    const of = { person: own.actor.person, id };
    const now = ctx.clock.now();
    const locked = await transactor.find(lockOffer, of);
    if (!locked || locked.redeemed_at !== null || locked.tries >= mostTries || locked.expires_at <= now)
      return no;
    if (!isNumberOf(secret, id, txCode)) {
      await transactor.get(wrongNumber, of);
      return no;
    }
    await transactor.get(redeem, { ...of, now });
    return done({ token: markOf(secret, 'token', id), seconds: tokenLasts / 1000 });
  });
}

/**
 * A token and a proof of the wallet's key become a credential, once. The result is looked at again: what ended meanwhile or
 * belongs to somebody else by now is not given. Refused with the codes of OpenID4VCI 1.0 §8.3.1.2, `invalid_token` (RFC 6750).
 */
export async function takeCredential(
  ctx: Ctx,
  parts: CredentialParts,
  { token, configuration: asked, proof }: CredentialRequest & { readonly token: string },
): Promise<Outcome<string>> {
  const { secret, issuer, signing } = parts;
  const [noToken, denied] = [
    refused({ code: 'invalid_token' }),
    refused({ code: 'credential_request_denied' }),
  ];
  const now = ctx.clock.now();
  const id = offerOfMark(secret, 'token', token);
  const own = await asOwner(ctx, id);
  if (id === undefined || !own) return noToken;
  const of = { person: own.actor.person, id };
  const found = await own.db.read(scopeOf(own.actor), (reader) => reader.get(offer, of));
  if (found.redeemed_at === null || found.taken_at !== null || found.redeemed_at + tokenLasts <= now)
    return noToken;
  if (asked !== configuration) return refused({ code: 'unknown_credential_configuration' });
  const proved = await judgeKeyProof(proof, { audience: issuer, at: now });
  if (!proved.ok) return proved;
  const { jwk, nonce } = proved.value;
  const until = endOfNonce(secret, nonce, now);
  if (until === undefined) return refused({ code: 'invalid_nonce' });
  const about = await offerable(own, parts, found.result_id);
  if (!about.ok) return denied;
  const { result, claims } = about.value;
  const ready = await signing.ready(own, { kind: 'unit', id: result.issuer, name: claims.authority.name });
  if (!ready.ok) return denied;
  const expiresAt = Math.min(ready.value.certificate.validity.to, dayAfter(result.valid_until));
  const placed = await own.db.transact(scopeOf(own.actor), async (transactor) => {
    if (!(await transactor.find(useNonce, { nonce, until, now }))) return refused({ code: 'invalid_nonce' });
    if (!(await transactor.find(takeOffer, { ...of, now }))) return noToken;
    const place = await findPlace(own, transactor, about.value, { jwk, now, expiresAt });
    await record(transactor, own, {
      action: 'credential.issued',
      subject: `result:${result.id}`,
      homeUnit: result.home_unit as UnitId,
      details: { ...place, holder: thumbprintOf(jwk) },
    });
    return done(place);
  });
  if (!placed.ok) return placed;
  const { list, place } = placed.value;
  const issued = await issueCredential(
    {
      type: documentType,
      ...documentClaims(claims),
      holder: jwk,
      status: { uri: listAddress(issuer, result.issuer, list), index: place },
      issuedAt: now,
      expiresAt,
    },
    ready.value.signer,
  );
  return issued.ok ? issued : denied;
}

/** A place of chance: its number tells nobody how many came before. */
async function findPlace(
  { actor }: { readonly actor: CitizenActor },
  transactor: Transactor,
  { result }: Offerable,
  { jwk, now, expiresAt }: { readonly jwk: PublicJwk; readonly now: Instant; readonly expiresAt: Instant },
) {
  const { list } = await transactor.get(openList, { agency: result.issuer });
  for (;;) {
    const place = randomInt(placesOfList);
    const added = await transactor.find(addCredential, {
      person: actor.person,
      id: uuidv7(now),
      home_unit: result.home_unit,
      dossier: result.dossier_id,
      result: result.id,
      agency: result.issuer,
      list,
      place,
      holder: thumbprintOf(jwk),
      now,
      until: expiresAt,
    });
    if (added) return { list, place };
  }
}

const dayAfter = (last: string | null): Instant =>
  last === null
    ? Number.POSITIVE_INFINITY
    : instantAt(dateOfDayNumber((dayNumberOf(asPlainDate(last)) ?? 0) + 1));

/** RFC 7638. */
const thumbprintOf = ({ crv, kty, x, y }: PublicJwk): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
