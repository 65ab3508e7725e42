import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { bindingType } from './binding.ts';
import { fromBase64url, fromUtf8, sha256 } from './bytes.ts';
import { type HolderKey, type PublicJwk, signJws } from './es256.ts';
import { readJws } from './jws.ts';
import { secondsOf } from './moments.ts';
import { splitSdJwt, uncover } from './sd-jwt.ts';
import { type JsonObject, strictJson } from './strict-json.ts';
import { credentialType, technicalShape, withoutTechnical } from './technical.ts';

export interface HeldClaim {
  readonly name: string;
  readonly value: unknown;
  readonly disclosure: string;
}

/** What a holder may show or keep back of a credential, each at the top of it. */
export function heldClaims(text: string): Outcome<readonly HeldClaim[]> {
  const split = splitSdJwt(text);
  if (!split.ok) return split;
  const claims: HeldClaim[] = [];
  for (const disclosure of split.value.disclosures) {
    const bytes = fromBase64url(disclosure);
    const read = strictJson((bytes && fromUtf8(bytes)) ?? '');
    if (!Array.isArray(read) || read.length !== 3) return refused({ code: 'disclosure-odd' });
    claims.push({ name: String(read[1]), value: read[2], disclosure });
  }
  return done(claims);
}

/** What a credential says, before anybody has judged it. Whoever holds it looks with this. */
export interface UnjudgedCredential {
  readonly type: string;
  readonly claims: JsonObject;
  /** The key that it is bound to. */
  readonly holder: PublicJwk | undefined;
  /** Where its status list is to be had. */
  readonly statusUri: string | undefined;
}

export async function lookInto(text: string): Promise<Outcome<UnjudgedCredential>> {
  const split = splitSdJwt(text);
  if (!split.ok) return split;
  const jws = readJws(split.value.jwt, credentialType, 'credential-odd');
  if (!jws.ok) return jws;
  const uncovered = await uncover(jws.value.payload, split.value.disclosures);
  if (!uncovered.ok) return uncovered;
  const read = technicalShape.safeParse(uncovered.value.claims);
  if (!read.success) return refused({ code: 'credential-odd' });
  const { vct, cnf, status } = read.data;
  const claims = withoutTechnical(uncovered.value.claims);
  return done({ type: vct, claims, holder: cnf?.jwk, statusUri: status?.status_list.uri });
}

export interface PresentationWish {
  /** Names of claims to show; the others are kept back. */
  readonly names: readonly string[];
  readonly audience: string;
  readonly nonce: string;
  readonly at: Instant;
}

/** A presentation: chosen disclosures, bound to a verifier's question by the holder's key (RFC 9901 §4.3). */
export async function presentCredential(
  text: string,
  { names, audience, nonce, at }: PresentationWish,
  holder: HolderKey,
): Promise<Outcome<string>> {
  const split = splitSdJwt(text);
  const held = heldClaims(text);
  if (!split.ok) return split;
  if (!held.ok) return held;
  const chosen = held.value.filter(({ name }) => names.includes(name)).map(({ disclosure }) => disclosure);
  const shown = [split.value.jwt, ...chosen, ''].join('~');
  const payload = { iat: secondsOf(at), aud: audience, nonce, sd_hash: await sha256(shown) };
  return done(shown + (await signJws({ typ: bindingType }, payload, holder.sign)));
}
