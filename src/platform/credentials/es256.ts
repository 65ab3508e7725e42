import { toBase64url, utf8 } from './bytes.ts';
import type { JsonObject } from './strict-json.ts';

/** Half of a pair on P-256 (RFC 7518 §6.2); what else stands in it is let be. */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid?: string | undefined;
}

/** Signs as ES256 does: 64 octets, r and s (RFC 7518 §3.4). */
export type Es256Sign = (data: Uint8Array) => Promise<Uint8Array>;
export type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;

async function imported(read: () => Promise<Key>): Promise<Key | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}

export const keyOfJwk = ({ kty, crv, x, y }: PublicJwk): Promise<Key | undefined> =>
  imported(() => crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, false, ['verify']));

export const keyOfSpki = (der: Uint8Array): Promise<Key | undefined> =>
  imported(() => crypto.subtle.importKey('spki', Uint8Array.from(der), curve, false, ['verify']));

export async function verifiesEs256(key: Key, data: string, signature: Uint8Array): Promise<boolean> {
  if (signature.length !== 64) return false;
  return crypto.subtle.verify(algorithm, key, Uint8Array.from(signature), utf8(data));
}

/** A signed token in its compact form (RFC 7515 §7.1). */
export async function signJws(header: JsonObject, payload: JsonObject, sign: Es256Sign): Promise<string> {
  const part = (value: JsonObject) => toBase64url(utf8(JSON.stringify(value)));
  const signed = `${part({ ...header, alg: 'ES256' })}.${part(payload)}`;
  return `${signed}.${toBase64url(await sign(utf8(signed)))}`;
}

/** A key of a holder, kept by whoever made it. */
export interface HolderKey {
  readonly jwk: PublicJwk;
  /** What is kept: a private JWK as text. */
  readonly secret: string;
  readonly sign: Es256Sign;
}

export async function makeHolderKey(): Promise<HolderKey> {
  const { privateKey } = await crypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  return readHolderKey(JSON.stringify(await crypto.subtle.exportKey('jwk', privateKey)));
}

/** @throws when the text is not what `makeHolderKey` gave. */
export async function readHolderKey(secret: string): Promise<HolderKey> {
  const jwk = JSON.parse(secret) as Required<PublicJwk>;
  const key = await crypto.subtle.importKey('jwk', jwk, curve, false, ['sign']);
  return {
    jwk: { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y },
    secret,
    sign: async (data) => new Uint8Array(await crypto.subtle.sign(algorithm, key, Uint8Array.from(data))),
  };
}
