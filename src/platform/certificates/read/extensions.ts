import {
  type DerNode,
  expect,
  Fields,
  fault,
  flagOf,
  oidOf,
  plain,
  smallOf,
  strictDer,
  tags,
  within,
} from '#platform/der';
import { accessOids, extensionOids } from '../oids.ts';

export interface RawExtension {
  readonly critical: boolean;
  readonly value: Uint8Array;
}
export type RawExtensions = ReadonlyMap<string, RawExtension>;

const most = 32;

/** Extensions by their identifier; one that stands twice is refused (RFC 5280, 4.2). */
export function readExtensions(node: DerNode): RawExtensions {
  const found = new Map<string, RawExtension>();
  const list = expect(node, tags.sequence).children;
  if (list.length === 0 || list.length > most) fault('odd number of extensions');
  for (const one of list) {
    const fields = new Fields(one);
    const oid = oidOf(fields.take());
    const flag = fields.maybe(tags.boolean);
    const value = fields.take(tags.octetString).content;
    fields.end();
    if (flag && !flagOf(flag)) fault('a default is written out');
    if (found.has(oid)) fault(`extension ${oid} stands twice`);
    found.set(oid, { critical: flag !== undefined, value });
  }
  return found;
}

/** A critical extension that we do not know makes the whole unreadable (RFC 5280, 4.2). */
export function refuseUnknownCritical(extensions: RawExtensions, known: ReadonlySet<string>): void {
  for (const [oid, { critical }] of extensions)
    if (critical && !known.has(oid)) fault(`critical extension ${oid} is not known`);
}

export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly';

/** In the order of their bits (RFC 5280, 4.2.1.3). */
export const keyUsages: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

export function readKeyUsage(value: Uint8Array): ReadonlySet<KeyUsage> {
  const { content } = expect(strictDer(value), tags.bitString);
  const bits = content.subarray(1);
  if (bits.length === 0 || bits.length > 2) fault('odd key usage');
  return new Set(keyUsages.filter((_, i) => ((bits[i >> 3] ?? 0) & (0x80 >> (i & 7))) !== 0));
}

/** Undefined when the certificate is not an authority's. */
export function readBasicConstraints(value: Uint8Array): { readonly pathLength?: number } | undefined {
  const fields = new Fields(strictDer(value));
  const flag = fields.maybe(tags.boolean);
  const length = fields.maybe(tags.integer);
  fields.end();
  if (flag && !flagOf(flag)) fault('a default is written out');
  if (!flag) return length ? fault('path length without authority') : undefined;
  return length ? { pathLength: smallOf(length) } : {};
}

export const readUsages = (value: Uint8Array): ReadonlySet<string> =>
  new Set(expect(strictDer(value), tags.sequence).children.map(oidOf));

export const readPolicies = (value: Uint8Array): readonly string[] =>
  expect(strictDer(value), tags.sequence).children.map((one) => oidOf(new Fields(one).take()));

export const readKeyId = (value: Uint8Array): string => hex(expect(strictDer(value), tags.octetString));

export function readAuthorityKeyId(value: Uint8Array): string | undefined {
  const id = new Fields(strictDer(value)).maybe(plain(0));
  return id && hex(id);
}

const hex = (node: DerNode): string => Buffer.from(node.content).toString('hex');

/** Web addresses among general names: http and https only, for nothing else is ever fetched. */
export function webAddresses(names: readonly DerNode[]): string[] {
  return names
    .filter((name) => name.tag === plain(6))
    .map((name) => Buffer.from(name.content).toString('latin1'))
    .filter(
      (address) => address.length <= 2048 && /^https?:\/\/[!-~]+$/i.test(address) && URL.canParse(address),
    );
}

/** E-mail addresses among general names. */
export const readEmails = (value: Uint8Array): readonly string[] =>
  expect(strictDer(value), tags.sequence)
    .children.filter((name) => name.tag === plain(1))
    .map((name) => Buffer.from(name.content).toString('latin1'))
    .filter((address) => /^[!-~]{3,254}$/.test(address));

/** Full names of a DistributionPointName. */
export const fullNames = (point: DerNode): readonly DerNode[] =>
  expect(point, within(0)).children.flatMap((name) => (name.tag === within(0) ? name.children : []));

export const readDistribution = (value: Uint8Array): readonly string[] =>
  expect(strictDer(value), tags.sequence).children.flatMap((one) => {
    const point = new Fields(one).maybe(within(0));
    return point ? webAddresses(fullNames(point)) : [];
  });

/** Where the OCSP service and the issuer's certificate are to be had (RFC 5280, 4.2.2.1). */
export function readAccess(value: Uint8Array): { readonly ocsp: string[]; readonly issuers: string[] } {
  const found: { ocsp: string[]; issuers: string[] } = { ocsp: [], issuers: [] };
  for (const one of expect(strictDer(value), tags.sequence).children) {
    const fields = new Fields(one);
    const method = oidOf(fields.take());
    const addresses = webAddresses([fields.take()]);
    fields.end();
    if (method === accessOids.ocsp) found.ocsp.push(...addresses);
    if (method === accessOids.issuers) found.issuers.push(...addresses);
  }
  return found;
}

export const knownInCertificates: ReadonlySet<string> = new Set([
  extensionOids.subjectKeyIdentifier,
  extensionOids.keyUsage,
  extensionOids.subjectAltName,
  extensionOids.basicConstraints,
  extensionOids.crlDistributionPoints,
  extensionOids.certificatePolicies,
  extensionOids.authorityKeyIdentifier,
  extensionOids.extKeyUsage,
  extensionOids.authorityInfoAccess,
  extensionOids.ocspNoCheck,
]);
