import { done, type Outcome } from '#kernel/outcome';
import { askSigner, type Certificate, readCertificate } from '#platform/certificates';
import { fault, guarded } from '../fault.ts';
import { limits } from '../limits.ts';
import { canonical } from '../text/canonical.ts';
import { plainOf } from '../text/ecdsa.ts';
import { type Envelope, envelopeOf, isId } from '../text/envelope.ts';
import { lettersOf, readXml } from '../text/read.ts';
import { ds, type XmlElement, xades } from '../text/tree.ts';
import { idsOf, signedInfo, signedProperties } from './signed-parts.ts';
import { unsignedProperties } from './unsigned.ts';
import type { XmlSigning } from './wish.ts';

/**
 * Signs the content of a wrapped text (`wrapXml`) beside the signatures that stand there already (EN 319 132-1,
 * baselines B-B, B-T, B-LT). What the signer is given depends on the content and on the wish alone, so it may be asked
 * for in one request and answered in another. Refused: `xml-…` as `judgeXml`, `signature-id`, `signature-id-taken`,
 * `signature-role`, `certificate-odd`, `signer-unavailable`, `signature-wrong`, and as stamper and source refuse.
 */
export const signXml = (bytes: Uint8Array, wish: XmlSigning): Promise<Outcome<Uint8Array>> =>
  guarded(async () => {
    const letters = lettersOf(bytes);
    const envelope = envelopeOf(readXml(letters));
    assertFree(envelope, wish);
    const certificate = readCertificate(wish.signer.certificate);
    if (!certificate.ok) return certificate;
    const signature = await signatureOver(envelope, certificate.value, wish);
    if (!signature.ok) return signature;
    // Only blanks may follow the end tag of the root, so it is the last one.
    const end = letters.lastIndexOf('</');
    const signed = Buffer.from(letters.slice(0, end) + canonical(signature.value) + letters.slice(end));
    // Whoever reads texts up to a size must be able to read what was signed.
    if (signed.length > limits.octets) fault('xml-too-large', 'too large when it is signed');
    return done(signed);
  });

function assertFree({ ids, signatures }: Envelope, { id, role }: XmlSigning): void {
  if (!isId(id) || id.length > 64) fault('signature-id', 'a name of 1 to 64 plain letters');
  if (Object.values(idsOf(id)).some((one) => ids.has(one)))
    fault('signature-id-taken', 'such an Id stands there');
  if (signatures.length >= limits.signatures) fault('xml-too-many-signatures', 'too many signatures');
  if (role !== undefined && !/^[^\p{Cc}\p{Cs}\ufffe\uffff]{1,100}$/u.test(role))
    fault('signature-role', 'a role of 1 to 100 letters');
}

async function signatureOver(
  envelope: Envelope,
  certificate: Certificate,
  wish: XmlSigning,
): Promise<Outcome<XmlElement>> {
  const { signer, id } = wish;
  const properties = signedProperties(certificate, wish);
  const info = signedInfo(envelope, properties, certificate, id);
  const signed = await askSigner(signer, certificate, Buffer.from(canonical(info)));
  if (!signed.ok) return signed;
  const { kind } = certificate.key;
  const plain = kind === 'ec' ? plainOf(signed.value, certificate.key.object()) : signed.value;
  const value = ds('SignatureValue', {}, base64(plain));
  const unsigned = await unsignedProperties(value, wish);
  if (!unsigned.ok) return unsigned;
  const chain = [signer.certificate, ...signer.chain].map((der) => ds('X509Certificate', {}, base64(der)));
  return done(
    ds(
      'Signature',
      { Id: id },
      info,
      value,
      ds('KeyInfo', {}, ds('X509Data', {}, ...chain)),
      ds('Object', {}, xades('QualifyingProperties', { Target: `#${id}` }, properties, unsigned.value)),
    ),
  );
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
