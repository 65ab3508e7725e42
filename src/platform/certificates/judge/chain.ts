import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { type Certificate, readCertificate } from '../read/certificate.ts';
import { type ChainCode, type ChainRefusal, refusal } from './outcome.ts';
import { pathsTo } from './path.ts';
import { type ReadRevocations, type RevocationData, readRevocations, wordAbout } from './revocation.ts';
import { fitsPurpose, mayIssue, type Purpose } from './usage.ts';

export interface ChainQuestion {
  /** All in DER. */
  readonly certificate: Uint8Array;
  /** Whatever came along; those that cannot be read or lead nowhere do no harm. */
  readonly others: readonly Uint8Array[];
  readonly roots: readonly Uint8Array[];
  /** The moment that is judged, such as that of a time stamp. */
  readonly at: Instant;
  /** The moment of judging, when it is later: data about revocation may be from between the two. */
  readonly now?: Instant;
  readonly revocations: readonly RevocationData[];
  readonly purpose: Purpose;
}

export interface TrustedChain {
  /** The certificate first, its root last. */
  readonly path: readonly Certificate[];
  /** `good` when fresh and authorised data spoke for every certificate below the root, `unknown` otherwise. */
  readonly revocation: 'good' | 'unknown';
  /** Those about which nothing was known. */
  readonly unchecked: readonly Certificate[];
}

const mostOthers = 32;
/** When several paths fail, the refusal that says most. */
const tellingFirst: readonly ChainCode[] = [
  'certificate-revoked',
  'certificate-expired',
  'certificate-not-yet',
  'certificate-usage',
  'certificate-odd',
  'certificate-untrusted',
];

/**
 * Whether a certificate leads to one of the roots at a moment (RFC 5280, 6, without policies): signatures, authority,
 * path length, usages, dates and revocation. It never fetches anything. A caller that needs certainty about revocation
 * must look at `revocation`, for data that is missing, stale, forged or not authorised leaves it `unknown`.
 */
export function judgeChain(question: ChainQuestion): Outcome<TrustedChain, ChainRefusal> {
  const read = readCertificate(question.certificate);
  if (!read.ok) return refused(refusal('certificate-odd', { ...read.refusal.details, at: 0 }));
  const known = question.others.slice(0, mostOthers);
  const data = readRevocations(question.revocations);
  const failures: ChainRefusal[] = [];
  for (const path of pathsTo(read.value, known.flatMap(readable), question.roots.flatMap(readable))) {
    const judged = judgePath(path, data, question);
    if (judged.ok) return judged;
    failures.push(judged.refusal);
  }
  const found = tellingFirst.map((code) => failures.find((failure) => failure.code === code));
  return refused(found.find((failure) => failure) ?? refusal('certificate-untrusted', { at: 0 }));
}

function readable(der: Uint8Array): Certificate[] {
  const read = readCertificate(der);
  return read.ok ? [read.value] : [];
}

function judgePath(
  path: readonly Certificate[],
  data: ReadRevocations,
  { at, now = at, purpose }: ChainQuestion,
): Outcome<TrustedChain, ChainRefusal> {
  for (const [i, certificate] of path.entries()) {
    if (at < certificate.validity.from) return refused(refusal('certificate-not-yet', { at: i }));
    if (at > certificate.validity.to) return refused(refusal('certificate-expired', { at: i }));
    const fits = i === 0 ? fitsPurpose(certificate, purpose) : mayIssue(certificate, path.slice(0, i));
    if (!fits) return refused(refusal('certificate-usage', { at: i }));
  }
  const unchecked: Certificate[] = [];
  for (const [i, certificate] of path.entries()) {
    const issuer = path[i + 1];
    if (!issuer) break;
    const word = wordAbout(certificate, issuer, data, { at, now });
    if (word.is === 'revoked')
      return refused(
        refusal('certificate-revoked', { at: i, since: word.since, reason: word.reason ?? 'unspecified' }),
      );
    if (word.is === 'unknown') unchecked.push(certificate);
  }
  return done({ path, revocation: unchecked.length === 0 ? 'good' : 'unknown', unchecked });
}
