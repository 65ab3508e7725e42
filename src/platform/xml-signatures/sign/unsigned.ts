import { createHash } from 'node:crypto';
import { done, type Outcome, refused } from '#kernel/outcome';
import {
  type RevocationSource,
  type TimeStamper,
  type ToValidate,
  type ValidationData,
  validationData,
} from '#platform/certificates';
import { readStamp } from '#platform/cms';
import { canonical } from '../text/canonical.ts';
import { names } from '../text/names.ts';
import { ds, type XmlElement, xades, xades141 } from '../text/tree.ts';
import type { XmlSigning } from './wish.ts';

const base64 = (der: Uint8Array): string => Buffer.from(der).toString('base64');

/**
 * What is added to a signature once it is made (EN 319 132-1, 5.3 to 5.5): a stamp over its value, and with the stamp
 * what verifies both later. Undefined when nothing is wished.
 */
export async function unsignedProperties(
  value: XmlElement,
  wish: XmlSigning,
): Promise<Outcome<XmlElement | undefined>> {
  const { stamper, revocations, signer, at } = wish;
  if (!stamper) return done(undefined);
  const token = await stampOver(value, stamper);
  if (!token.ok) return token;
  const parts = [
    xades('SignatureTimeStamp', {}, method(), xades('EncapsulatedTimeStamp', {}, base64(token.value.token))),
  ];
  if (revocations) {
    const from = { ...revocations, source: askedOnce(revocations.source), at };
    const own = await validationData([{ ...ofSigner(signer), purpose: 'signing' }], from);
    if (!own.ok) return own;
    const clock = await validationData([{ ...token.value, purpose: 'time-stamping' }], from);
    if (!clock.ok) return clock;
    parts.push(...valuesOf(own.value));
    const more = valuesOf(without(clock.value, own.value));
    if (more.length > 0) parts.push(xades141('TimeStampValidationData', {}, ...more));
  }
  return done(xades('UnsignedProperties', {}, xades('UnsignedSignatureProperties', {}, ...parts)));
}

const method = (): XmlElement => ds('CanonicalizationMethod', { Algorithm: names.exclusive });
const ofSigner = ({ certificate, chain }: XmlSigning['signer']): Omit<ToValidate, 'purpose'> => ({
  certificate,
  others: chain,
});

/** Signer and stamp often share an issuer. */
function askedOnce(source: RevocationSource): RevocationSource {
  const answers = new Map<string, ReturnType<RevocationSource['fetch']>>();
  return {
    fetch(certificate, issuer) {
      const key = base64(certificate);
      const answer = answers.get(key) ?? source.fetch(certificate, issuer);
      answers.set(key, answer);
      return answer;
    },
  };
}

async function stampOver(
  value: XmlElement,
  stamper: TimeStamper,
): Promise<Outcome<Omit<ToValidate, 'purpose'> & { readonly token: Uint8Array }>> {
  const digest = createHash('sha256').update(canonical(value)).digest();
  const stamped = await stamper.stamp(digest);
  if (!stamped.ok) return stamped;
  const read = readStamp(stamped.value);
  if (!read.ok) return read;
  const { imprint, certificate, chain } = read.value;
  const fits = imprint.hash === 'sha256' && digest.equals(imprint.digest);
  return fits ? done({ token: stamped.value, certificate, others: chain }) : refused({ code: 'stamp-wrong' });
}

function without(data: ValidationData, known: ValidationData): ValidationData {
  const less = (all: readonly Uint8Array[], there: readonly Uint8Array[]): readonly Uint8Array[] =>
    all.filter((one) => !there.some((other) => Buffer.compare(one, other) === 0));
  return {
    certificates: less(data.certificates, known.certificates),
    ocsps: less(data.ocsps, known.ocsps),
    crls: less(data.crls, known.crls),
  };
}

function valuesOf({ certificates, ocsps, crls }: ValidationData): readonly XmlElement[] {
  const list = (all: readonly Uint8Array[], outer: string, inner: string): readonly XmlElement[] =>
    all.length > 0 ? [xades(outer, {}, ...all.map((der) => xades(inner, {}, base64(der))))] : [];
  const words = [
    ...list(crls, 'CRLValues', 'EncapsulatedCRLValue'),
    ...list(ocsps, 'OCSPValues', 'EncapsulatedOCSPValue'),
  ];
  return [
    ...list(certificates, 'CertificateValues', 'EncapsulatedX509Certificate'),
    ...(words.length > 0 ? [xades('RevocationValues', {}, ...words)] : []),
  ];
}
