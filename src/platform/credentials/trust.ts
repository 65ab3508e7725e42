import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { judgeChain, type RevocationData } from '#platform/certificates';
import { fromBase64 } from './bytes.ts';
import { type Key, keyOfJwk, keyOfSpki, type PublicJwk, verifiesEs256 } from './es256.ts';
import { type Jws, type JwsHeader, readJws } from './jws.ts';

/** Who is believed to issue: holders of certificates under these roots, or of these keys. */
export interface Trust {
  /** Certificates in DER. */
  readonly roots?: readonly Uint8Array[];
  readonly keys?: readonly PublicJwk[];
  readonly revocations?: readonly RevocationData[];
  /** The moment that is judged. */
  readonly at: Instant;
}

/** Whose signature it is. */
export type SignedBy =
  | {
      readonly by: 'certificate';
      /** One line, the most special part first. */
      readonly subject: string;
      readonly organisation: string | undefined;
      readonly name: string | undefined;
      /** The revocation of the certificate itself: `unknown` when nobody spoke for it. */
      readonly revocation: 'good' | 'unknown';
    }
  | { readonly by: 'key'; readonly id: string | undefined };

interface Found {
  readonly key: Key;
  readonly signedBy: SignedBy;
}

/** A certificate that comes along counts when roots are known; otherwise the key is found by its number. */
async function findKey({ x5c, kid }: JwsHeader, trust: Trust): Promise<Outcome<Found>> {
  const untrusted = refused({ code: 'issuer-untrusted' });
  if (x5c && trust.roots) return ofChain(x5c, trust.roots, trust);
  const [jwk, ...others] = (trust.keys ?? []).filter((one) => kid === undefined || one.kid === kid);
  const key = jwk && others.length === 0 && (await keyOfJwk(jwk));
  return key ? done({ key, signedBy: { by: 'key', id: jwk.kid } }) : untrusted;
}

async function ofChain(
  x5c: readonly string[],
  roots: readonly Uint8Array[],
  { at, revocations = [] }: Trust,
): Promise<Outcome<Found>> {
  const [certificate, ...others] = x5c.map(fromBase64);
  if (!certificate || !others.every((one) => one !== undefined)) return refused({ code: 'issuer-untrusted' });
  const chain = judgeChain({ certificate, others, roots, at, revocations, purpose: 'signing' });
  if (!chain.ok) return chain;
  const [end] = chain.value.path;
  const key = end && (await keyOfSpki(end.key.der));
  if (!key) return refused({ code: 'issuer-untrusted' });
  const { text: subject, parts } = end.subject;
  const { organisation, commonName: name } = parts;
  const { revocation } = chain.value;
  return done({ key, signedBy: { by: 'certificate', subject, organisation, name, revocation } });
}

/** A token of that type whose signer is believed. `codes` are the refusals for its shape and for its signature. */
export async function openJws(
  text: string,
  type: string,
  trust: Trust,
  codes: { readonly odd: string; readonly forged: string },
): Promise<Outcome<Jws & { readonly signedBy: SignedBy }>> {
  const jws = readJws(text, type, codes.odd);
  if (!jws.ok) return jws;
  const found = await findKey(jws.value.header, trust);
  if (!found.ok) return found;
  const { key, signedBy } = found.value;
  if (!(await verifiesEs256(key, jws.value.signed, jws.value.signature)))
    return refused({ code: codes.forged });
  return done({ ...jws.value, signedBy });
}
