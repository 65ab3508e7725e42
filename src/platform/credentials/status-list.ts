import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { fromBase64url, toBase64url } from './bytes.ts';
import { instantOf, seconds, skew } from './moments.ts';
import { openJws, type SignedBy, type Trust } from './trust.ts';

/** Bits of one status (draft-ietf-oauth-status-list §4.1). */
export type StatusBits = 1 | 2 | 4 | 8;
/** 0 valid, 1 invalid, 2 suspended; others are of the issuer's own making (§7.1). */
export const statuses = { valid: 0, invalid: 1, suspended: 2 } as const;

export const statusListType = 'statuslist+jwt';
/** A list of 100 million credentials at one bit, or a quarter of it at two, is below this. */
const mostOctets = 16_000_000;

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream, most: number) {
  const reader = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done: end, value } = await reader.read();
    if (end) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** `lst` of a list: statuses from the lowest bits of each octet up, then zlib (§4.1). */
export async function packStatuses(list: ArrayLike<number>, bits: StatusBits): Promise<string> {
  const each = 8 / bits;
  const octets = new Uint8Array(Math.ceil(list.length / each));
  for (let i = 0; i < list.length; i++) {
    const status = list[i] ?? 0;
    if (status >= 2 ** bits) throw new Error(`Status ${status} does not fit into ${bits} bits`);
    const at = Math.floor(i / each);
    octets[at] = (octets[at] ?? 0) | (status << ((i % each) * bits));
  }
  const packed = await through(octets, new CompressionStream('deflate'), mostOctets);
  if (!packed) throw new Error('The list is too long');
  return toBase64url(packed);
}

/** Reads `lst`: the status at a place, nothing beyond its end. */
export async function unpackStatuses(
  list: string,
  bits: StatusBits,
): Promise<((index: number) => number | undefined) | undefined> {
  const bytes = fromBase64url(list);
  const octets =
    bytes && (await through(bytes, new DecompressionStream('deflate'), mostOctets).catch(() => undefined));
  if (!octets) return undefined;
  const each = 8 / bits;
  return (index) => {
    const octet = octets[Math.floor(index / each)];
    return octet === undefined ? undefined : (octet >> ((index % each) * bits)) & (2 ** bits - 1);
  };
}

const payload = z.object({
  sub: z.string().max(2_000),
  iat: seconds,
  exp: seconds.optional(),
  ttl: z.number().positive().optional(),
  status_list: z.object({
    bits: z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(8)]),
    lst: z.string(),
  }),
});

export interface StatusList {
  /** When the issuer said so, and until when it wants to be asked no more. */
  readonly asOf: Instant;
  readonly until: Instant | undefined;
  readonly signedBy: SignedBy;
  statusAt(index: number): number | undefined;
}

/** A list that somebody believed has signed, for the address that the credential names (§8.3). */
export async function openStatusList(text: string, uri: string, trust: Trust): Promise<Outcome<StatusList>> {
  const odd = refused({ code: 'status-odd' });
  const jws = await openJws(text, statusListType, trust, { odd: 'status-odd', forged: 'status-forged' });
  if (!jws.ok) return jws;
  const read = payload.safeParse(jws.value.payload);
  if (!read.success) return odd;
  const { sub, iat, exp, ttl, status_list: list } = read.data;
  if (sub !== uri) return refused({ code: 'status-elsewhere' });
  const asOf = instantOf(iat);
  if (asOf > trust.at + skew) return odd;
  const statusAt = await unpackStatuses(list.lst, list.bits);
  if (!statusAt) return odd;
  const ends = [exp, ttl === undefined ? undefined : iat + ttl].filter((end) => end !== undefined);
  const until = ends.length > 0 ? instantOf(Math.min(...ends)) : undefined;
  return done({ asOf, until, signedBy: jws.value.signedBy, statusAt });
}
