import { createHash } from 'node:crypto';
import type { Outcome } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import {
  bigOf,
  bitsOf,
  type DerNode,
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
import { type PublicKey, readAlgorithm, readPublicKey, type SignatureAlgorithm } from '../algorithms.ts';
import { extensionOids } from '../oids.ts';
import {
  type KeyUsage,
  knownInCertificates,
  type RawExtensions,
  readAccess,
  readAuthorityKeyId,
  readBasicConstraints,
  readDistribution,
  readEmails,
  readExtensions,
  readKeyId,
  readKeyUsage,
  readPolicies,
  readUsages,
  refuseUnknownCritical,
} from './extensions.ts';
import { type Name, readName } from './name.ts';

export interface Validity {
  readonly from: Instant;
  /** The last moment that still counts. */
  readonly to: Instant;
}

export interface Certificate extends Details {
  readonly der: Uint8Array;
  /** SHA-256 of the whole, hexadecimal. */
  readonly fingerprint: string;
  /** What its issuer signed, and the signature over it. */
  readonly signed: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  readonly signature: Uint8Array;
  /** Hexadecimal, without leading zeros but with whole octets. */
  readonly serial: string;
  readonly issuer: Name;
  readonly subject: Name;
  readonly validity: Validity;
  readonly key: PublicKey;
}

interface Details {
  /** Present for authorities. */
  readonly authority?: { readonly pathLength?: number } | undefined;
  readonly keyUsage?: ReadonlySet<KeyUsage> | undefined;
  readonly usages?: { readonly critical: boolean; readonly oids: ReadonlySet<string> } | undefined;
  readonly keyId?: string | undefined;
  readonly authorityKeyId?: string | undefined;
  readonly policies: readonly string[];
  readonly emails: readonly string[];
  readonly crls: readonly string[];
  readonly ocsp: readonly string[];
  readonly issuers: readonly string[];
  readonly ocspNoCheck: boolean;
}

/** Reads a certificate (RFC 5280, version 3); whatever is out of shape is refused as `certificate-odd`. */
export const readCertificate = (der: Uint8Array): Outcome<Certificate> =>
  reading('certificate-odd', () => certificateOf(strictDer(der)));

/** As `readCertificate`, within the reading of something larger that has been walked over already. */
export function certificateOf(node: DerNode): Certificate {
  const fields = new Fields(node);
  const signed = fields.take();
  const outer = fields.take();
  const signature = bitsOf(fields.take());
  fields.end();
  const body = new Fields(signed);
  if (smallOf(only(body.take(within(0)))) !== 2) fault('not of version 3');
  const serial = bigOf(body.take());
  const inner = body.take();
  if (Buffer.compare(inner.raw, outer.raw) !== 0) fault('two signature algorithms');
  const issuer = readName(body.take());
  const validity = readValidity(body.take());
  const subject = readName(body.take());
  const key = readPublicKey(body.take());
  body.maybe(plain(1));
  body.maybe(plain(2));
  const extensions = body.maybe(within(3));
  body.end();
  if (/^(00)+$/.test(serial) || issuer.text === '') fault('no serial number or no issuer');
  const details = readDetails(extensions ? readExtensions(only(extensions)) : new Map());
  const algorithm = readAlgorithm(outer);
  const der = node.raw;
  const fingerprint = createHash('sha256').update(der).digest('hex');
  return {
    ...details,
    der,
    fingerprint,
    signed: signed.raw,
    algorithm,
    signature,
    serial,
    issuer,
    subject,
    validity,
    key,
  };
}

function readValidity(node: DerNode): Validity {
  const fields = new Fields(node, tags.sequence);
  const from = timeOf(fields.take());
  const to = timeOf(fields.take());
  fields.end();
  return from <= to ? { from, to } : fault('ends before it begins');
}

function readDetails(extensions: RawExtensions): Details {
  refuseUnknownCritical(extensions, knownInCertificates);
  // Names of what stands below are not compared here, so an authority that asks for it cannot be followed.
  if (extensions.has(extensionOids.nameConstraints)) fault('name constraints are not followed');
  const from = <T>(oid: string, read: (value: Uint8Array) => T): T | undefined => {
    const found = extensions.get(oid);
    return found && read(found.value);
  };
  const usages = from(extensionOids.extKeyUsage, readUsages);
  const access = from(extensionOids.authorityInfoAccess, readAccess);
  return {
    authority: from(extensionOids.basicConstraints, readBasicConstraints),
    keyUsage: from(extensionOids.keyUsage, readKeyUsage),
    usages: usages && {
      oids: usages,
      critical: extensions.get(extensionOids.extKeyUsage)?.critical === true,
    },
    keyId: from(extensionOids.subjectKeyIdentifier, readKeyId),
    authorityKeyId: from(extensionOids.authorityKeyIdentifier, readAuthorityKeyId),
    policies: from(extensionOids.certificatePolicies, readPolicies) ?? [],
    emails: from(extensionOids.subjectAltName, readEmails) ?? [],
    crls: from(extensionOids.crlDistributionPoints, readDistribution) ?? [],
    ocsp: access?.ocsp ?? [],
    issuers: access?.issuers ?? [],
    ocspNoCheck: extensions.has(extensionOids.ocspNoCheck),
  };
}
