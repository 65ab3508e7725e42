import { createHash } from 'node:crypto';
import { done, type Outcome } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import type { RevocationSource } from '../ports.ts';
import type { Certificate } from '../read/certificate.ts';
import { judgeChain } from './chain.ts';
import type { Purpose } from './usage.ts';

export interface ValidationSource {
  readonly source: RevocationSource;
  /** DER: chains are completed up to one of them, for the last word about revocation is the root's. */
  readonly roots: readonly Uint8Array[];
}

/** A certificate whose use is to be judged later again, and whatever came along with it. */
export interface ToValidate {
  readonly certificate: Uint8Array;
  readonly others: readonly Uint8Array[];
  readonly purpose: Purpose;
}

/** What makes a signature verifiable later: all in DER. */
export interface ValidationData {
  readonly certificates: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
}

/**
 * The chains of these certificates up to a root, and what the source says about each link. Refused as `judgeChain`
 * when one leads to none of the roots, and as the source refuses.
 */
export async function validationData(
  all: readonly ToValidate[],
  { source, roots, at }: ValidationSource & { readonly at: Instant },
): Promise<Outcome<ValidationData>> {
  const paths: (readonly Certificate[])[] = [];
  for (const one of all) {
    const judged = judgeChain({ ...one, roots, at, revocations: [] });
    if (!judged.ok) return judged;
    paths.push(judged.value.path);
  }
  const certificates = new Map(paths.flat().map((one) => [one.fingerprint, one] as const));
  const found = { ocsp: new Map<string, Uint8Array>(), crl: new Map<string, Uint8Array>() };
  const asked = new Set<string>();
  for (const path of paths)
    for (const [i, certificate] of path.entries()) {
      const issuer = path[i + 1];
      if (!issuer || asked.has(certificate.fingerprint)) continue;
      asked.add(certificate.fingerprint);
      const answer = await source.fetch(certificate.der, issuer.der);
      if (!answer.ok) return answer;
      const { kind, der } = answer.value;
      found[kind].set(createHash('sha256').update(der).digest('hex'), der);
    }
  return done({
    certificates: [...certificates.values()].map(({ der }) => der),
    ocsps: [...found.ocsp.values()],
    crls: [...found.crl.values()],
  });
}
