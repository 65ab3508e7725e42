import {
  element,
  explicit,
  integer,
  octets,
  oid,
  plain,
  sequence,
  setOf,
  tags,
  text,
  within,
  yes,
} from '#platform/der';
import { accessOids, extensionOids, type NamePart, nameOids } from '../oids.ts';
import { type KeyUsage, keyUsages } from '../read/extensions.ts';

export interface NewExtension {
  readonly oid: string;
  readonly critical?: boolean;
  readonly value: Uint8Array;
}
/** Parts of a name from the most general (country) to the most special (common name). */
export type NameParts = readonly (readonly [NamePart, string])[];

const printed: ReadonlySet<NamePart> = new Set(['country', 'serialNumber']);
const inAscii: ReadonlySet<NamePart> = new Set(['email', 'domain']);

/** A Name in DER: Vietnamese letters as UTF-8 in NFC. */
export const nameDer = (parts: NameParts): Uint8Array =>
  sequence(
    ...parts.map(([part, value]) =>
      setOf([sequence(oid(nameOids[part]), valueDer(part, value.normalize('NFC')))]),
    ),
  );

function valueDer(part: NamePart, value: string): Uint8Array {
  if (printed.has(part)) return element(tags.printable, Buffer.from(value, 'latin1'));
  if (inAscii.has(part)) return element(tags.ia5, Buffer.from(value, 'latin1'));
  return text(value);
}

export interface Promised {
  readonly authority?: { readonly pathLength?: number };
  readonly keyUsage?: readonly KeyUsage[];
  /** Extended usages; time stamping alone makes the extension critical (RFC 3161, 2.3). */
  readonly usages?: readonly string[];
  readonly emails?: readonly string[];
  readonly policies?: readonly string[];
  readonly crls?: readonly string[];
  readonly ocsp?: readonly string[];
  readonly issuers?: readonly string[];
  readonly ocspNoCheck?: boolean;
  /** Whatever else, already in DER. */
  readonly more?: readonly NewExtension[];
}

/** Extensions of a certificate; what is not wished does not stand there. */
export function extensionsOf(
  wish: Promised,
  keyId: Uint8Array,
  issuerKeyId: Uint8Array,
  criticalUsages: boolean,
): readonly NewExtension[] {
  const { authority, keyUsage, usages, emails = [], policies = [], crls = [] } = wish;
  const access = [
    ...(wish.ocsp ?? []).map((address) => sequence(oid(accessOids.ocsp), uri(address))),
    ...(wish.issuers ?? []).map((address) => sequence(oid(accessOids.issuers), uri(address))),
  ];
  const list: (NewExtension | false)[] = [
    { oid: extensionOids.subjectKeyIdentifier, value: octets(keyId) },
    { oid: extensionOids.authorityKeyIdentifier, value: sequence(element(plain(0), issuerKeyId)) },
    authority !== undefined && {
      oid: extensionOids.basicConstraints,
      critical: true,
      value: sequence(yes, ...(authority.pathLength === undefined ? [] : [integer(authority.pathLength)])),
    },
    keyUsage !== undefined && { oid: extensionOids.keyUsage, critical: true, value: keyUsageDer(keyUsage) },
    usages !== undefined && {
      oid: extensionOids.extKeyUsage,
      critical: criticalUsages,
      value: sequence(...usages.map(oid)),
    },
    emails.length > 0 && { oid: extensionOids.subjectAltName, value: sequence(...emails.map(mailbox)) },
    policies.length > 0 && {
      oid: extensionOids.certificatePolicies,
      value: sequence(...policies.map((policy) => sequence(oid(policy)))),
    },
    crls.length > 0 && {
      oid: extensionOids.crlDistributionPoints,
      value: sequence(...crls.map((address) => sequence(pointName(address)))),
    },
    access.length > 0 && { oid: extensionOids.authorityInfoAccess, value: sequence(...access) },
    wish.ocspNoCheck === true && { oid: extensionOids.ocspNoCheck, value: element(tags.null) },
  ];
  return [...list.filter((one) => one !== false), ...(wish.more ?? [])];
}

const uri = (address: string): Uint8Array => element(plain(6), Buffer.from(address, 'latin1'));
const mailbox = (address: string): Uint8Array => element(plain(1), Buffer.from(address, 'latin1'));
/** DistributionPointName with one full name. */
export const pointName = (address: string): Uint8Array => explicit(0, element(within(0), uri(address)));

function keyUsageDer(usages: readonly KeyUsage[]): Uint8Array {
  const bits = usages.reduce((sum, usage) => sum | (0x8000 >> keyUsages.indexOf(usage)), 0);
  const bytes = (bits & 0xff) === 0 ? [bits >> 8] : [bits >> 8, bits & 0xff];
  const last = bytes.at(-1) ?? 0;
  // A list of named bits ends with its last bit that is set (X.690, 11.2.2).
  return element(tags.bitString, Uint8Array.of(31 - Math.clz32(last & -last), ...bytes));
}
