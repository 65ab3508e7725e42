import { CertificateRevocationList, RevokedCertificate } from 'pkijs';
import type { Instant } from '#kernel/time';
import { element, exactTime, integer, plain, sequence, tags } from '#platform/der';
import { extensionOids } from '../oids.ts';
import type { DigestSigner } from '../ports.ts';
import { type RevocationReason, reasonNumbers } from '../read/reasons.ts';
import { extensionList, timeFor } from './certificate.ts';
import { type NewExtension, pointName } from './extensions.ts';
import { issuerOf, nameOf, numberOf, signedBy } from './issuer.ts';

export interface Revoked {
  /** Hexadecimal. */
  readonly serial: string;
  readonly at: Instant;
  readonly reason?: RevocationReason;
  /** Since when the key is known or feared to be in other hands. */
  readonly invalidSince?: Instant;
}

export interface CrlWish {
  readonly number: number;
  readonly at: Instant;
  readonly next: Instant;
  readonly revoked: readonly Revoked[];
  /** Restricts the list to what names this address; the extension is critical (RFC 5280, 5.2.5). */
  readonly address?: string;
  readonly covers?: 'users' | 'authorities';
}

/** A complete revocation list of an authority, in DER. */
export async function makeCrl(wish: CrlWish, authority: DigestSigner): Promise<Uint8Array> {
  const issuer = issuerOf(authority);
  const crl = new CertificateRevocationList();
  crl.version = 1;
  crl.issuer = nameOf(issuer.name);
  crl.thisUpdate = timeFor(wish.at);
  crl.nextUpdate = timeFor(wish.next);
  if (wish.revoked.length > 0) crl.revokedCertificates = wish.revoked.map(entry);
  crl.crlExtensions = extensionList([
    { oid: extensionOids.authorityKeyIdentifier, value: sequence(element(plain(0), issuer.keyId)) },
    { oid: extensionOids.crlNumber, value: integer(wish.number) },
    ...restriction(wish),
  ]);
  return signedBy(issuer, crl);
}

function entry({ serial, at, reason, invalidSince }: Revoked): RevokedCertificate {
  const revoked = new RevokedCertificate();
  revoked.userCertificate = numberOf(serial);
  revoked.revocationDate = timeFor(at);
  const extensions: NewExtension[] = [];
  // "Unspecified" is said by silence (RFC 5280, 5.3.1).
  if (reason && reason !== 'unspecified')
    extensions.push({
      oid: extensionOids.reasonCode,
      value: element(tags.enumerated, Uint8Array.of(reasonNumbers[reason])),
    });
  if (invalidSince !== undefined)
    extensions.push({
      oid: extensionOids.invalidityDate,
      value: exactTime(Math.floor(invalidSince / 1000) * 1000),
    });
  if (extensions.length > 0) revoked.crlEntryExtensions = extensionList(extensions);
  return revoked;
}

function restriction({ address, covers }: CrlWish): readonly NewExtension[] {
  if (address === undefined && covers === undefined) return [];
  const flag = (n: number) => element(plain(n), Uint8Array.of(0xff));
  const parts = [
    ...(address === undefined ? [] : [pointName(address)]),
    ...(covers === 'users' ? [flag(1)] : []),
    ...(covers === 'authorities' ? [flag(2)] : []),
  ];
  return [{ oid: extensionOids.issuingDistributionPoint, critical: true, value: sequence(...parts) }];
}
