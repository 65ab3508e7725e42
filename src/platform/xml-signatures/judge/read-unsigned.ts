import type { RevocationData } from '#platform/certificates';
import { fault } from '../fault.ts';
import { limits } from '../limits.ts';
import { names } from '../text/names.ts';
import { bytesIn, onlyPart, Parts } from '../text/parts.ts';
import type { XmlElement } from '../text/tree.ts';
import { assertExclusive } from './methods.ts';

/** What was added to a signature after it was made; each part speaks with its own signature. */
export interface Unsigned {
  /** A time-stamp token over the signature's value. */
  readonly token?: Uint8Array | undefined;
  readonly certificates: readonly Uint8Array[];
  readonly revocations: readonly RevocationData[];
}

/** Stamp, certificates, words about revocation (EN 319 132-1, 5.3 to 5.5). Anything else, counter-signatures among it, is refused. */
export function readUnsigned(element: XmlElement | undefined): Unsigned {
  if (!element) return { certificates: [], revocations: [] };
  const parts = new Parts(onlyPart(element, [names.xades, 'UnsignedSignatureProperties'], ['Id']), ['Id']);
  const stamp = parts.maybe(names.xades, 'SignatureTimeStamp');
  const own = readValues(parts);
  const later = parts.maybe(names.xades141, 'TimeStampValidationData');
  parts.end();
  const inner = later && new Parts(later, ['Id']);
  const more = inner ? readValues(inner) : none;
  inner?.end();
  const certificates = [...own.certificates, ...more.certificates];
  const revocations = [...own.revocations, ...more.revocations];
  if (certificates.length > limits.values || revocations.length > limits.values)
    fault('signature-odd', 'too many values');
  return { token: stamp && tokenIn(stamp), certificates, revocations };
}

type Values = Omit<Unsigned, 'token'>;
const none: Values = { certificates: [], revocations: [] };

function tokenIn(stamp: XmlElement): Uint8Array {
  const parts = new Parts(stamp, ['Id']);
  assertExclusive(parts.take(names.ds, 'CanonicalizationMethod'));
  const token = parts.take(names.xades, 'EncapsulatedTimeStamp');
  parts.end();
  return bytesIn(token, ['Id']);
}

function readValues(parts: Parts): Values {
  const certificates = parts.maybe(names.xades, 'CertificateValues');
  const words = parts.maybe(names.xades, 'RevocationValues');
  const lists = words && new Parts(words, ['Id']);
  const crls = lists?.maybe(names.xades, 'CRLValues');
  const ocsps = lists?.maybe(names.xades, 'OCSPValues');
  lists?.end();
  return {
    certificates: valuesIn(certificates, 'EncapsulatedX509Certificate'),
    revocations: [
      ...valuesIn(crls, 'EncapsulatedCRLValue').map((der) => ({ kind: 'crl', der }) as const),
      ...valuesIn(ocsps, 'EncapsulatedOCSPValue').map((der) => ({ kind: 'ocsp', der }) as const),
    ],
  };
}

function valuesIn(element: XmlElement | undefined, local: string): readonly Uint8Array[] {
  if (!element) return [];
  const parts = new Parts(element, ['Id']);
  const found = parts.all(names.xades, local, limits.values);
  parts.end();
  return found.map((one) => bytesIn(one, ['Id']));
}
