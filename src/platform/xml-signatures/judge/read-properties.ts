import type { Instant } from '#kernel/time';
import { fault } from '../fault.ts';
import { names } from '../text/names.ts';
import { bytesIn, onlyPart, Parts, textIn } from '../text/parts.ts';
import { attributeOf, type XmlElement } from '../text/tree.ts';
import { type Digest, readDigest } from './methods.ts';

/** What a signature says of itself under its own hash. */
export interface Properties {
  /** What the signer claims; nobody vouches for it. */
  readonly claimedAt: Instant;
  /** Names the signer's certificate, so that no other is put in its place. */
  readonly names: { readonly digest: Digest; readonly issuerSerial?: Uint8Array | undefined };
  readonly role?: string | undefined;
}

/** Baseline B-B (EN 319 132-1, 6.3): time, certificate, kind of the content; a role. What is not known is refused. */
export function readProperties(signed: XmlElement, contentReference: string | undefined): Properties {
  const parts = new Parts(signed, ['Id']);
  const own = new Parts(parts.take(names.xades, 'SignedSignatureProperties'), ['Id']);
  const content = parts.take(names.xades, 'SignedDataObjectProperties');
  parts.end();
  const claimedAt = momentOf(textIn(own.take(names.xades, 'SigningTime')));
  const named = readNames(own.take(names.xades, 'SigningCertificateV2'));
  const role = own.maybe(names.xades, 'SignerRoleV2');
  own.end();
  readFormat(content, contentReference);
  return { claimedAt, names: named, role: role && roleIn(role) };
}

function readNames(element: XmlElement): Properties['names'] {
  const cert = new Parts(onlyPart(element, [names.xades, 'Cert']));
  const parts = new Parts(cert.take(names.xades, 'CertDigest'));
  const digest = readDigest(parts);
  parts.end();
  const issuerSerial = cert.maybe(names.xades, 'IssuerSerialV2');
  cert.end();
  return { digest, issuerSerial: issuerSerial && bytesIn(issuerSerial) };
}

const roleIn = (element: XmlElement): string =>
  textIn(onlyPart(onlyPart(element, [names.xades, 'ClaimedRoles']), [names.xades, 'ClaimedRole'])).slice(
    0,
    100,
  );

/** Says of which reference it speaks, which must be that of the content. */
function readFormat(element: XmlElement, contentReference: string | undefined): void {
  const format = onlyPart(element, [names.xades, 'DataObjectFormat'], ['Id']);
  if (!contentReference || attributeOf(format, 'ObjectReference') !== `#${contentReference}`)
    fault('signature-reference', 'the format of something else');
  textIn(onlyPart(format, [names.xades, 'MimeType'], ['ObjectReference']));
}

const shape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/;
function momentOf(text: string): Instant {
  const at = shape.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? fault('signature-odd', 'time of signing') : at;
}
