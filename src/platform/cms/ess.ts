import { createHash } from 'node:crypto';
import { type Certificate, type Hash, readHash } from '#platform/certificates';
import {
  type DerNode,
  element,
  expect,
  Fields,
  fault,
  integer,
  octets,
  sequence,
  tags,
  within,
} from '#platform/der';
import { type Attributes, attribute, singleValue } from './attributes.ts';
import { cmsOids } from './oids.ts';

/** Names the signer's certificate by its SHA-256, so that no other can be put in its place (RFC 5035, ESSCertIDv2). */
export function signingCertificateV2(
  certificate: Pick<Certificate, 'der' | 'issuer' | 'serial'>,
): Uint8Array {
  const hash = octets(createHash('sha256').update(certificate.der).digest());
  const issuer = sequence(element(within(4), certificate.issuer.der));
  // SHA-256 is the default and stays unwritten.
  const id = sequence(hash, sequence(issuer, integer(certificate.serial)));
  return attribute(cmsOids.signingCertificateV2, sequence(sequence(id)));
}

/**
 * `named` when a signing-certificate attribute names this certificate, `absent` when there is none; one that names
 * another makes the signature unreadable. The old attribute with SHA-1 still stands in time stamps.
 */
export function namesSigner(attributes: Attributes, certificate: Certificate): 'named' | 'absent' {
  const second = singleValue(attributes, cmsOids.signingCertificateV2);
  const first = singleValue(attributes, cmsOids.signingCertificate);
  if (second && !fits(firstId(second), certificate, true)) fault('another certificate is named');
  if (first && !fits(firstId(first), certificate, false)) fault('another certificate is named');
  return (second ?? first) ? 'named' : 'absent';
}

/** The first of the list is the signer's (RFC 5035, 3). */
function firstId(value: DerNode): DerNode {
  const [id] = new Fields(value).take(tags.sequence).children;
  return id ?? fault('no certificate is named');
}

function fits(id: DerNode, certificate: Certificate, second: boolean): boolean {
  const fields = new Fields(id);
  const algorithm = second ? fields.maybe(tags.sequence) : undefined;
  const name: Hash | 'sha1' = second ? (algorithm ? readHash(algorithm) : 'sha256') : 'sha1';
  const hash = fields.take(tags.octetString).content;
  const issuerSerial = fields.maybe(tags.sequence);
  fields.end();
  if (issuerSerial) expectIssuer(issuerSerial, certificate);
  return createHash(name).update(certificate.der).digest().equals(hash);
}

function expectIssuer(node: DerNode, certificate: Certificate): void {
  const fields = new Fields(node);
  const [name] = expect(fields.take(), tags.sequence).children;
  const serial = fields.take(tags.integer).raw;
  fields.end();
  const same = name?.tag === within(4) && Buffer.compare(name.content, certificate.issuer.der) === 0;
  if (!same || Buffer.compare(serial, integer(certificate.serial)) !== 0)
    fault('another certificate is named');
}
