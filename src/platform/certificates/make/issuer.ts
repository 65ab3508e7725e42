import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  type Certificate,
  type CertificateRevocationList,
  Extension,
  RelativeDistinguishedNames,
} from 'pkijs';
import { invariant } from '#kernel/outcome';
import { strictDer } from '#platform/der';
import { algorithmOf, type PublicKey, readPublicKey } from '../algorithms.ts';
import type { DigestSigner } from '../ports.ts';
import { readCertificate } from '../read/certificate.ts';
import type { NewExtension } from './extensions.ts';

/** Who signs certificates, lists and answers. */
export interface Issuer {
  readonly name: Uint8Array;
  readonly key: PublicKey;
  readonly keyId: Uint8Array;
  sign(data: Uint8Array): Promise<Uint8Array>;
}

/** The signer as an issuer; the signer's own certificate must be readable, for it is ours. */
export function issuerOf(signer: DigestSigner): Issuer {
  const read = readCertificate(signer.certificate);
  invariant(read.ok, 'the certificate of an issuer is readable');
  const { subject, key } = read.value;
  return { name: subject.der, key, keyId: keyIdOf(key), sign: (data) => signer.sign(data) };
}

/** SHA-1 of the key's bits: a name for it, no protection (RFC 5280, 4.2.1.2). */
export const keyIdOf = (key: PublicKey): Uint8Array => createHash('sha1').update(key.bits).digest();

export const publicKeyOf = (spki: Uint8Array): PublicKey => readPublicKey(strictDer(spki));

/** A DER value that we made, as the library wants it. */
export function asn1(der: Uint8Array): asn1js.AsnType {
  const { result, offset } = asn1js.fromBER(bufferOf(der));
  invariant(offset !== -1, 'our own DER is readable');
  return result;
}

export const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
export const nameOf = (der: Uint8Array): RelativeDistinguishedNames =>
  new RelativeDistinguishedNames({ schema: asn1(der) });
export const numberOf = (hex: string): asn1js.Integer => asn1js.Integer.fromBigInt(BigInt(`0x${hex}`));

export const extension = ({ oid, critical = false, value }: NewExtension): Extension =>
  new Extension({ extnID: oid, critical, extnValue: bufferOf(value) });

/** What a key signs with: RSA has NULL as parameters, ECDSA none (RFC 4055, RFC 5758). */
export function algorithmFor({ kind }: PublicKey): AlgorithmIdentifier {
  const { oid } = algorithmOf(kind);
  return kind === 'rsa'
    ? new AlgorithmIdentifier({ algorithmId: oid, algorithmParams: new asn1js.Null() })
    : new AlgorithmIdentifier({ algorithmId: oid });
}

/** The whole in DER, with the issuer's signature over its first part. */
export async function signedBy(
  issuer: Issuer,
  target: Certificate | CertificateRevocationList,
): Promise<Uint8Array> {
  target.signatureAlgorithm = algorithmFor(issuer.key);
  target.signature = algorithmFor(issuer.key);
  const [first] = target.toSchema(true).valueBlock.value;
  invariant(first, 'what is signed stands first');
  target.signatureValue = bitString(await issuer.sign(new Uint8Array(first.toBER())));
  return new Uint8Array(target.toSchema(true).toBER());
}

export const bitString = (bytes: Uint8Array): asn1js.BitString =>
  new asn1js.BitString({ valueHex: bufferOf(bytes) });
