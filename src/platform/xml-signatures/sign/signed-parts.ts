import { createHash } from 'node:crypto';
import type { Certificate } from '#platform/certificates';
import { canonical } from '../text/canonical.ts';
import type { Envelope } from '../text/envelope.ts';
import { digestUris, methodUri, names } from '../text/names.ts';
import { ds, type XmlElement, xades } from '../text/tree.ts';
import type { XmlSigning } from './wish.ts';

const digestOf = (data: string | Uint8Array): readonly [XmlElement, XmlElement] => [
  ds('DigestMethod', { Algorithm: digestUris.sha256 }),
  ds('DigestValue', {}, createHash('sha256').update(data).digest('base64')),
];

/** Identifiers that a signature of this name brings along. */
export const idsOf = (id: string) => ({
  own: id,
  reference: `${id}-content`,
  properties: `${id}-properties`,
});

/** What is signed beside the content (EN 319 132-1, 6.3: baseline B-B). */
export function signedProperties(certificate: Certificate, { id, at, role }: XmlSigning): XmlElement {
  const ids = idsOf(id);
  return xades(
    'SignedProperties',
    { Id: ids.properties },
    xades(
      'SignedSignatureProperties',
      {},
      xades('SigningTime', {}, new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')),
      xades(
        'SigningCertificateV2',
        {},
        xades('Cert', {}, xades('CertDigest', {}, ...digestOf(certificate.der))),
      ),
      role === undefined
        ? undefined
        : xades('SignerRoleV2', {}, xades('ClaimedRoles', {}, xades('ClaimedRole', {}, role))),
    ),
    xades(
      'SignedDataObjectProperties',
      {},
      xades('DataObjectFormat', { ObjectReference: `#${ids.reference}` }, xades('MimeType', {}, 'text/xml')),
    ),
  );
}

/** Canonically written, the bytes that the signer's key signs: where content and properties stand, and their hashes. */
export function signedInfo(
  { content, contentId }: Envelope,
  properties: XmlElement,
  { key }: Certificate,
  id: string,
): XmlElement {
  const ids = idsOf(id);
  const reference = (attributes: Readonly<Record<string, string>>, covered: XmlElement): XmlElement =>
    ds(
      'Reference',
      attributes,
      ds('Transforms', {}, ds('Transform', { Algorithm: names.exclusive })),
      ...digestOf(canonical(covered)),
    );
  return ds(
    'SignedInfo',
    {},
    ds('CanonicalizationMethod', { Algorithm: names.exclusive }),
    ds('SignatureMethod', { Algorithm: methodUri({ key: key.kind, hash: 'sha256' }) }),
    reference({ Id: ids.reference, URI: `#${contentId}` }, content),
    reference({ Type: names.signedProperties, URI: `#${ids.properties}` }, properties),
  );
}
