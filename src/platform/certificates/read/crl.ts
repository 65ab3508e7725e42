import type { Outcome } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import {
  bigOf,
  bitsOf,
  type DerLimits,
  type DerNode,
  expect,
  Fields,
  fault,
  only,
  plain,
  reading,
  smallOf,
  strictDer,
  tags,
  timeOf,
  within,
} from '#platform/der';
import { readAlgorithm, type SignatureAlgorithm } from '../algorithms.ts';
import { extensionOids } from '../oids.ts';
import {
  fullNames,
  type RawExtensions,
  readAuthorityKeyId,
  readExtensions,
  refuseUnknownCritical,
  webAddresses,
} from './extensions.ts';
import { type Name, readName } from './name.ts';
import { type RevocationReason, reasonOf } from './reasons.ts';

export interface CrlEntry {
  readonly at: Instant;
  readonly reason?: RevocationReason | undefined;
  readonly invalidSince?: Instant | undefined;
}
export interface Crl {
  readonly signed: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  readonly signature: Uint8Array;
  readonly issuer: Name;
  readonly authorityKeyId?: string | undefined;
  readonly from: Instant;
  readonly next: Instant;
  /** What the list is restricted to. */
  readonly scope: { readonly addresses?: readonly string[]; readonly covers?: 'users' | 'authorities' };
  /** The entry of a certificate, by its serial number in hexadecimal. */
  entry(serial: string): CrlEntry | undefined;
}

/** A list of 100,000 certificates (3.5 MB) takes 0.4 s; this is room for twice as many. */
const limits: DerLimits = { size: 8_000_000, count: 600_000, depth: 24 };
const knownInLists: ReadonlySet<string> = new Set([
  extensionOids.authorityKeyIdentifier,
  extensionOids.crlNumber,
  extensionOids.issuingDistributionPoint,
]);
const knownInEntries: ReadonlySet<string> = new Set([extensionOids.reasonCode, extensionOids.invalidityDate]);

/** Reads a complete list (RFC 5280, 5); partial, indirect and delta lists are refused, all as `crl-odd`. */
export const readCrl = (der: Uint8Array): Outcome<Crl> =>
  reading('crl-odd', () => {
    const fields = new Fields(strictDer(der, limits));
    const signed = fields.take();
    const outer = fields.take();
    const signature = bitsOf(fields.take());
    fields.end();
    const body = new Fields(signed);
    if (smallOf(body.take()) !== 1) fault('not of version 2');
    if (Buffer.compare(body.take().raw, outer.raw) !== 0) fault('two signature algorithms');
    const issuer = readName(body.take());
    const from = timeOf(body.take());
    const next = timeOf(body.take());
    const entries = readEntries(body.maybe(tags.sequence));
    const extensions = body.maybe(within(0));
    body.end();
    const found = extensions ? readExtensions(only(extensions)) : new Map();
    if (found.has(extensionOids.deltaCrl)) fault('a delta list');
    refuseUnknownCritical(found, knownInLists);
    const keyId = found.get(extensionOids.authorityKeyIdentifier);
    return {
      signed: signed.raw,
      algorithm: readAlgorithm(outer),
      signature,
      issuer,
      authorityKeyId: keyId && readAuthorityKeyId(keyId.value),
      from,
      next,
      scope: readScope(found),
      entry: (serial) => entries.get(serial),
    };
  });

function readEntries(node: DerNode | undefined): ReadonlyMap<string, CrlEntry> {
  const found = new Map<string, CrlEntry>();
  for (const one of node?.children ?? []) {
    const fields = new Fields(one);
    const serial = bigOf(fields.take());
    const at = timeOf(fields.take());
    const extensions = fields.maybe(tags.sequence);
    fields.end();
    if (found.has(serial)) fault('a certificate stands twice');
    found.set(serial, { at, ...(extensions && readEntry(readExtensions(extensions))) });
  }
  return found;
}

function readEntry(extensions: RawExtensions): Pick<CrlEntry, 'reason' | 'invalidSince'> {
  // A certificate issuer in an entry means an indirect list; it is critical and so refused here.
  refuseUnknownCritical(extensions, knownInEntries);
  const reason = extensions.get(extensionOids.reasonCode);
  const invalid = extensions.get(extensionOids.invalidityDate);
  return {
    reason: reason && reasonOf(smallOf(strictDer(reason.value), tags.enumerated)),
    invalidSince: invalid && timeOf(expect(strictDer(invalid.value), tags.generalizedTime)),
  };
}

function readScope(extensions: RawExtensions): Crl['scope'] {
  const restriction = extensions.get(extensionOids.issuingDistributionPoint);
  if (!restriction) return {};
  const fields = new Fields(strictDer(restriction.value));
  const point = fields.maybe(within(0));
  const [users, authorities] = [fields.maybe(plain(1)), fields.maybe(plain(2))];
  // Some reasons only, indirect lists, attribute certificates: none of them says that a certificate is good.
  fields.end();
  if (users && authorities) fault('a list about nothing');
  return {
    ...(point && { addresses: webAddresses(fullNames(point)) }),
    ...(users && { covers: 'users' as const }),
    ...(authorities && { covers: 'authorities' as const }),
  };
}
