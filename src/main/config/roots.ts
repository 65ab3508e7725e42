import { readFileSync } from 'node:fs';
import { fromPem, readCertificate } from '#platform/certificates';

/** Certificates of a PEM file as DER in base64; undefined when there are none or one cannot be read. */
export function readRoots(file: string): readonly string[] | undefined {
  try {
    const found = fromPem('CERTIFICATE', readFileSync(file, 'utf8'));
    if (!found.ok || !found.value.every((der) => readCertificate(der).ok)) return undefined;
    return found.value.map((der) => Buffer.from(der).toString('base64'));
  } catch {
    return undefined;
  }
}
