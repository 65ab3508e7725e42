import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { type HolderKey, keyOfJwk, type PublicJwk, signJws, verifiesEs256 } from '../es256.ts';
import { readJws } from '../jws.ts';
import { instantOf, seconds, secondsOf, skew } from '../moments.ts';

export const proofType = 'openid4vci-proof+jwt';
const freshFor = 300_000;
const payload = z.object({ aud: z.string(), iat: seconds, nonce: z.string() });

export interface ProofQuestion {
  /** The issuer's identifier. */
  readonly audience: string;
  readonly at: Instant;
}

/** A wallet shows that it has a key (OpenID4VCI 1.0, appendix F.1). */
export const makeKeyProof = (
  { audience, at, nonce }: ProofQuestion & { readonly nonce: string },
  { jwk, sign }: HolderKey,
): Promise<string> =>
  signJws({ typ: proofType, jwk: { ...jwk } }, { aud: audience, iat: secondsOf(at), nonce }, sign);

/**
 * The key that a wallet has shown to have, and the nonce it was asked with, which the caller must know and use up
 * (appendix F.4). Refused as `invalid_proof`.
 */
export async function judgeKeyProof(
  token: string,
  { audience, at }: ProofQuestion,
): Promise<Outcome<{ readonly jwk: PublicJwk; readonly nonce: string }>> {
  const no = refused({ code: 'invalid_proof' });
  const jws = readJws(token, proofType, 'invalid_proof');
  if (!jws.ok) return jws;
  const { jwk, kid, x5c } = jws.value.header;
  const read = payload.safeParse(jws.value.payload);
  const key = jwk && (await keyOfJwk(jwk));
  if (!jwk || !key || kid !== undefined || x5c || !read.success) return no;
  const { aud, iat, nonce } = read.data;
  const made = instantOf(iat);
  if (aud !== audience || made > at + skew || made < at - freshFor) return no;
  if (!(await verifiesEs256(key, jws.value.signed, jws.value.signature))) return no;
  return done({ jwk: { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y }, nonce });
}
