import { usageOids } from '../oids.ts';
import type { Certificate } from '../read/certificate.ts';
import type { KeyUsage } from '../read/extensions.ts';
import { sameName } from '../read/name.ts';

/** What the end certificate's key is used for. */
export type Purpose = 'signing' | 'time-stamping' | 'ocsp-signing';

/** Extended usages under which documents are signed (RFC 9336 and what authorities wrote before it). */
const forDocuments: ReadonlySet<string> = new Set([
  usageOids.any,
  usageOids.documentSigning,
  usageOids.emailProtection,
  usageOids.microsoftDocumentSigning,
  usageOids.adobeAuthenticDocuments,
]);

const mayOne = ({ keyUsage }: Certificate, ...wanted: readonly KeyUsage[]): boolean =>
  keyUsage === undefined || wanted.some((usage) => keyUsage.has(usage));

/** Whether the end certificate is made for the purpose. An extension that is absent restricts nothing. */
export function fitsPurpose(certificate: Certificate, purpose: Purpose): boolean {
  if (!mayOne(certificate, 'digitalSignature', 'nonRepudiation')) return false;
  const { usages } = certificate;
  if (purpose === 'ocsp-signing') return usages?.oids.has(usageOids.ocspSigning) === true;
  // Time stamping alone, and critical (RFC 3161, 2.3).
  if (purpose === 'time-stamping')
    return usages?.critical === true && usages.oids.size === 1 && usages.oids.has(usageOids.timeStamping);
  return usages === undefined || [...usages.oids].some((oid) => forDocuments.has(oid));
}

/** Whether an authority may stand above so many other authorities (RFC 5280, 6.1.4; its own renewals do not count). */
export function mayIssue(authority: Certificate, below: readonly Certificate[]): boolean {
  if (!authority.authority || !mayOne(authority, 'keyCertSign')) return false;
  const { pathLength } = authority.authority;
  const counted = below.slice(1).filter(({ subject, issuer }) => !sameName(subject, issuer)).length;
  return pathLength === undefined || counted <= pathLength;
}
