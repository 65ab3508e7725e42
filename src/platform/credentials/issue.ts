import { type DisclosureFrame, SDJwtInstance } from '@sd-jwt/core';
import { done, type Outcome } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import type { DigestSigner } from '#platform/certificates';
import { toBase64url, utf8 } from './bytes.ts';
import type { PublicJwk } from './es256.ts';
import { secondsOf } from './moments.ts';
import { signToken, tokenSigner } from './sign.ts';
import { packStatuses, type StatusBits, statusListType } from './status-list.ts';
import type { JsonObject } from './strict-json.ts';
import { credentialType } from './technical.ts';

export interface CredentialWish {
  /** `vct`. */
  readonly type: string;
  /** What everybody sees who sees the credential. */
  readonly open: JsonObject;
  /** What the holder may keep back, each by itself. */
  readonly hideable: JsonObject;
  /** The key of the wallet, proved before. */
  readonly holder?: PublicJwk;
  readonly status?: { readonly uri: string; readonly index: number };
  readonly issuedAt: Instant;
  readonly expiresAt?: Instant;
}

const hasher = async (data: string | ArrayBuffer): Promise<Uint8Array> =>
  new Uint8Array(
    await crypto.subtle.digest('SHA-256', typeof data === 'string' ? utf8(data) : new Uint8Array(data)),
  );
/** 128 bits (RFC 9901 §9.3). */
const saltGenerator = (): string => toBase64url(crypto.getRandomValues(new Uint8Array(16)));

/** A verifiable credential in its compact form (SD-JWT VC), with all its disclosures, signed with ES256. */
export async function issueCredential(wish: CredentialWish, signer: DigestSigner): Promise<Outcome<string>> {
  const fit = await tokenSigner(signer);
  if (!fit.ok) return fit;
  const { header, sign } = fit.value;
  const sdJwt = new SDJwtInstance({
    signer: async (data: string) => toBase64url(await sign(utf8(data))),
    signAlg: 'ES256',
    hasher,
    hashAlg: 'sha-256',
    saltGenerator,
  });
  const { holder, status, expiresAt } = wish;
  const payload = {
    ...wish.open,
    ...wish.hideable,
    vct: wish.type,
    iat: secondsOf(wish.issuedAt),
    ...(expiresAt !== undefined && { exp: secondsOf(expiresAt) }),
    ...(holder && { cnf: { jwk: { kty: holder.kty, crv: holder.crv, x: holder.x, y: holder.y } } }),
    ...(status && { status: { status_list: { idx: status.index, uri: status.uri } } }),
  };
  const frame = { _sd: Object.keys(wish.hideable) } as DisclosureFrame<typeof payload>;
  return done(await sdJwt.issue(payload, frame, { header: { typ: credentialType, ...header } }));
}

export interface StatusListWish {
  /** Where the list is served: what credentials name. */
  readonly uri: string;
  readonly bits: StatusBits;
  /** By the index of the credential. */
  readonly statuses: ArrayLike<number>;
  readonly issuedAt: Instant;
  readonly expiresAt?: Instant;
  /** How long it may be kept before it is asked for again, in seconds. */
  readonly ttl?: number;
}

/** A status list token (draft-ietf-oauth-status-list §5.1). */
export async function issueStatusList(wish: StatusListWish, signer: DigestSigner): Promise<Outcome<string>> {
  const { uri, bits, issuedAt, expiresAt, ttl } = wish;
  const payload = {
    sub: uri,
    iat: secondsOf(issuedAt),
    ...(expiresAt !== undefined && { exp: secondsOf(expiresAt) }),
    ...(ttl !== undefined && { ttl }),
    status_list: { bits, lst: await packStatuses(wish.statuses, bits) },
  };
  return signToken(statusListType, payload, signer);
}
