import { createHash } from 'node:crypto';
import { done, type Outcome } from '#kernel/outcome';
import {
  algorithmDer,
  algorithmOf,
  askSigner,
  type Certificate,
  type DigestSigner,
  hashDer,
  readCertificate,
} from '#platform/certificates';
import { explicit, integer, octets, oid, sequence, setOf, within } from '#platform/der';
import { attribute } from './attributes.ts';
import { signingCertificateV2 } from './ess.ts';
import { cmsOids } from './oids.ts';

export interface Signed {
  readonly certificate: Certificate;
  readonly attributes: Uint8Array;
  readonly signature: Uint8Array;
}

/** Puts the attributes of the baseline together and has them signed (EN 319 122-1, 5.1 and 5.2). */
export async function signAttributes(
  content: { readonly type: string; readonly data: Uint8Array; readonly more?: readonly Uint8Array[] },
  signer: DigestSigner,
): Promise<Outcome<Signed>> {
  const read = readCertificate(signer.certificate);
  if (!read.ok) return read;
  const certificate = read.value;
  const attributes = setOf([
    attribute(cmsOids.contentType, oid(content.type)),
    attribute(cmsOids.messageDigest, octets(createHash('sha256').update(content.data).digest())),
    signingCertificateV2(certificate),
    ...(content.more ?? []),
  ]);
  const signature = await askSigner(signer, certificate, attributes);
  return signature.ok ? done({ certificate, attributes, signature: signature.value }) : signature;
}

/** ContentInfo with SignedData of one signer. Version 3 when the content is not plain data (RFC 5652, 5.1). */
export function signedDataDer(
  content: { readonly type: string; readonly data?: Uint8Array },
  { certificate, attributes, signature }: Signed,
  certificates: readonly Uint8Array[],
  unsigned: readonly Uint8Array[] = [],
): Uint8Array {
  const signerInfo = sequence(
    integer(1),
    sequence(certificate.issuer.der, integer(certificate.serial)),
    hashDer('sha256'),
    retagged(attributes, within(0)),
    algorithmDer(algorithmOf(certificate.key.kind)),
    octets(signature),
    ...(unsigned.length > 0 ? [setOf(unsigned, within(1))] : []),
  );
  const encapsulated = content.data ? [explicit(0, octets(content.data))] : [];
  const signedData = sequence(
    integer(content.type === cmsOids.data ? 1 : 3),
    setOf([hashDer('sha256')]),
    sequence(oid(content.type), ...encapsulated),
    ...(certificates.length > 0 ? [setOf(certificates, within(0))] : []),
    setOf([signerInfo]),
  );
  return sequence(oid(cmsOids.signedData), explicit(0, signedData));
}

const retagged = (der: Uint8Array, tag: number): Uint8Array =>
  Buffer.concat([Uint8Array.of(tag), der.subarray(1)]);
