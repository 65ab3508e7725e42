import { done, type Outcome } from '#kernel/outcome';
import { type Certificate, readCertificate, type Validity } from './certificate.ts';
import type { Name } from './name.ts';

function fact<T>(der: Uint8Array, pick: (certificate: Certificate) => T): Outcome<T> {
  const read = readCertificate(der);
  return read.ok ? done(pick(read.value)) : read;
}

/** Whose certificate it is; refused as `certificate-odd`. */
export const subjectOf = (der: Uint8Array): Outcome<Name> => fact(der, ({ subject }) => subject);

/** Its number at its issuer, hexadecimal. */
export const serialOf = (der: Uint8Array): Outcome<string> => fact(der, ({ serial }) => serial);

/** From when to when its issuer answers for it. */
export const validityOf = (der: Uint8Array): Outcome<Validity> => fact(der, ({ validity }) => validity);
