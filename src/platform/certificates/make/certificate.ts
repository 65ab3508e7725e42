import { Certificate, Extensions, PublicKeyInfo, Time, TimeType } from 'pkijs';
import type { Instant } from '#kernel/time';
import type { KeyPair } from '../keys.ts';
import { usageOids } from '../oids.ts';
import type { DigestSigner } from '../ports.ts';
import { extensionsOf, type NameParts, nameDer, type Promised } from './extensions.ts';
import {
  asn1,
  extension,
  type Issuer,
  issuerOf,
  keyIdOf,
  nameOf,
  numberOf,
  publicKeyOf,
  signedBy,
} from './issuer.ts';

export interface CertificateWish extends Promised {
  readonly subject: NameParts;
  /** Hexadecimal, at most 20 octets, not zero; random, from the caller. */
  readonly serial: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** A certificate that its own key signs, as a root of trust, in DER. */
export function makeRoot(wish: CertificateWish, pair: KeyPair): Promise<Uint8Array> {
  const key = publicKeyOf(pair.publicKey);
  const issuer: Issuer = {
    name: nameDer(wish.subject),
    key,
    keyId: keyIdOf(key),
    sign: (data) => pair.sign(data),
  };
  return make({ keyUsage: ['keyCertSign', 'cRLSign'], authority: {}, ...wish }, pair.publicKey, issuer);
}

/** A certificate for a public key (SubjectPublicKeyInfo in DER), signed by an authority, in DER. */
export const issueCertificate = (
  wish: CertificateWish,
  publicKey: Uint8Array,
  authority: DigestSigner,
): Promise<Uint8Array> => make(wish, publicKey, issuerOf(authority));

async function make(wish: CertificateWish, spki: Uint8Array, issuer: Issuer): Promise<Uint8Array> {
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = numberOf(wish.serial);
  certificate.issuer = nameOf(issuer.name);
  certificate.subject = nameOf(nameDer(wish.subject));
  certificate.notBefore = timeFor(wish.from);
  certificate.notAfter = timeFor(wish.to);
  certificate.subjectPublicKeyInfo = new PublicKeyInfo({ schema: asn1(spki) });
  const stampsOnly = wish.usages?.length === 1 && wish.usages[0] === usageOids.timeStamping;
  const extensions = extensionsOf(wish, keyIdOf(publicKeyOf(spki)), issuer.keyId, stampsOnly);
  certificate.extensions = extensions.map(extension);
  return signedBy(issuer, certificate);
}

/** UTCTime until 2049, GeneralizedTime after (RFC 5280, 4.1.2.5). */
export function timeFor(at: Instant): Time {
  const value = new Date(Math.floor(at / 1000) * 1000);
  return new Time({
    type: value.getUTCFullYear() < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime,
    value,
  });
}

export const extensionList = (list: readonly Parameters<typeof extension>[0][]): Extensions =>
  new Extensions({ extensions: list.map(extension) });
