import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { sha256 } from './bytes.ts';
import { keyOfJwk, type PublicJwk, verifiesEs256 } from './es256.ts';
import { readJws } from './jws.ts';
import { instantOf, seconds, skew } from './moments.ts';

export const bindingType = 'kb+jwt';

const payload = z.object({
  iat: seconds,
  aud: z.string().max(2_000),
  nonce: z.string().max(2_000),
  sd_hash: z.string(),
});

/** To whom the holder showed a credential, and when. */
export interface Shown {
  readonly at: Instant;
  readonly audience: string;
  readonly nonce: string;
}

/** Whether the holder of the key has bound exactly these disclosures to a verifier's question (RFC 9901 §7.3). */
export async function judgeBinding(
  token: string,
  shown: string,
  { key, at }: { readonly key: PublicJwk; readonly at: Instant },
): Promise<Outcome<Shown>> {
  const wrong = refused({ code: 'holder-wrong' });
  const jws = readJws(token, bindingType, 'holder-wrong');
  const imported = await keyOfJwk(key);
  if (!jws.ok || !imported) return wrong;
  const read = payload.safeParse(jws.value.payload);
  if (!read.success || !(await verifiesEs256(imported, jws.value.signed, jws.value.signature))) return wrong;
  const { iat, aud, nonce, sd_hash } = read.data;
  if (sd_hash !== (await sha256(shown)) || instantOf(iat) > at + skew) return wrong;
  return done({ at: instantOf(iat), audience: aud, nonce });
}
