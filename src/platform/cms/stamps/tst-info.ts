import type { Instant } from '#kernel/time';
import { type Hash, hashDer, readHash } from '#platform/certificates';
import {
  type DerNode,
  element,
  exactTime,
  expect,
  Fields,
  fault,
  flagOf,
  integer,
  octets,
  oid,
  oidOf,
  plain,
  sequence,
  smallOf,
  strictDer,
  tags,
  timeOf,
  within,
} from '#platform/der';

export interface Imprint {
  readonly hash: Hash;
  readonly digest: Uint8Array;
}
export interface StampInfo {
  readonly policy: string;
  readonly imprint: Imprint;
  /** Hexadecimal, at most 20 octets. */
  readonly serial: string;
  readonly at: Instant;
  /** The true moment lies so many milliseconds around `at`; 0 when the authority does not say. */
  readonly accuracyMs: number;
  readonly nonce?: string | undefined;
}

const lengths: Readonly<Record<Hash, number>> = { sha256: 32, sha384: 48, sha512: 64 };

export const imprintDer = ({ hash, digest }: Imprint): Uint8Array => sequence(hashDer(hash), octets(digest));

export function readImprint(node: DerNode): Imprint {
  const fields = new Fields(node);
  const hash = readHash(fields.take());
  const digest = fields.take(tags.octetString).content;
  fields.end();
  return digest.length === lengths[hash] ? { hash, digest } : fault('digest of odd length');
}

/** TSTInfo (RFC 3161, 2.4.2). */
export function stampInfoDer(info: StampInfo): Uint8Array {
  return sequence(
    integer(1),
    oid(info.policy),
    imprintDer(info.imprint),
    integer(info.serial),
    exactTime(info.at),
    ...(info.accuracyMs > 0 ? [accuracyDer(info.accuracyMs)] : []),
    ...(info.nonce === undefined ? [] : [integer(info.nonce)]),
  );
}

function accuracyDer(ms: number): Uint8Array {
  const [seconds, millis] = [Math.floor(ms / 1000), ms % 1000];
  return sequence(
    ...(seconds > 0 ? [integer(seconds)] : []),
    ...(millis > 0 ? [element(plain(0), integer(millis).subarray(2))] : []),
  );
}

export function readStampInfo(der: Uint8Array): StampInfo {
  const fields = new Fields(strictDer(der));
  if (smallOf(fields.take()) !== 1) fault('version');
  const policy = oidOf(fields.take());
  const imprint = readImprint(fields.take());
  const serial = hexOf(fields.take());
  const at = timeOf(fields.take(tags.generalizedTime));
  const accuracy = fields.maybe(tags.sequence);
  const ordering = fields.maybe(tags.boolean);
  const nonce = fields.maybe(tags.integer);
  fields.maybe(within(0));
  // Extensions could change what the token means; none is known.
  fields.end();
  if (ordering && !flagOf(ordering)) fault('a default is written out');
  return {
    policy,
    imprint,
    serial,
    at,
    accuracyMs: accuracy ? readAccuracy(accuracy) : 0,
    nonce: nonce && hexOf(nonce),
  };
}

/** Serial numbers and nonces: up to 160 bits (RFC 3161, 2.4.2). */
export function hexOf(node: DerNode): string {
  const { content } = expect(node, tags.integer);
  return content.length <= 21 && (content[0] ?? 0x80) < 0x80
    ? Buffer.from(content)
        .toString('hex')
        .replace(/^00(?=.)/, '')
    : fault('number too large');
}

function readAccuracy(node: DerNode): number {
  const fields = new Fields(node);
  const seconds = fields.maybe(tags.integer);
  const [millis, micros] = [fields.maybe(plain(0)), fields.maybe(plain(1))];
  fields.end();
  const ms =
    (seconds ? smallOf(seconds, tags.integer, 86_400) * 1000 : 0) +
    (millis ? smallOf(millis, plain(0), 999) : 0);
  return ms + (micros && smallOf(micros, plain(1), 999) > 0 ? 1 : 0);
}
