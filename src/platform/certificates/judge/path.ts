import { verifies } from '../algorithms.ts';
import type { Certificate } from '../read/certificate.ts';
import { sameName } from '../read/name.ts';

const longest = 8;
/** Signatures that one judgement looks at: hostile bags of cross certificates end here. */
const mostLooks = 64;

const same = (a: Certificate, b: Certificate): boolean => a.fingerprint === b.fingerprint;

/** True when the issuer's name, key and signature stand behind the certificate; dates and usages are not asked. */
export function issued(issuer: Certificate, certificate: Certificate): boolean {
  return (
    mayHaveIssued(issuer, certificate) &&
    verifies(issuer.key, certificate.algorithm, certificate.signed, certificate.signature)
  );
}

function mayHaveIssued(issuer: Certificate, certificate: Certificate): boolean {
  if (!sameName(issuer.subject, certificate.issuer)) return false;
  const { authorityKeyId } = certificate;
  return authorityKeyId === undefined || issuer.keyId === undefined || authorityKeyId === issuer.keyId;
}

/**
 * Paths from the certificate to a root whose signatures all hold, the certificate first and the root last. Roots are
 * tried before the others; no certificate stands twice; no more than a fixed number of signatures is looked at.
 */
export function* pathsTo(
  certificate: Certificate,
  others: readonly Certificate[],
  roots: readonly Certificate[],
): Generator<readonly Certificate[]> {
  let looks = 0;
  function* from(path: readonly Certificate[]): Generator<readonly Certificate[]> {
    const last = path.at(-1) ?? certificate;
    if (roots.some((root) => same(root, last))) yield path;
    if (path.length >= longest) return;
    for (const next of [...roots, ...others]) {
      if (path.some((one) => same(one, next)) || !mayHaveIssued(next, last)) continue;
      if (++looks > mostLooks) return;
      if (issued(next, last)) yield* from([...path, next]);
    }
  }
  yield* from([certificate]);
}
