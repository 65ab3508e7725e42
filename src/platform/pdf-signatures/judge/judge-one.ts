import { createHash } from 'node:crypto';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { type Certificate, judgeChain, type Purpose, type TrustedChain } from '#platform/certificates';
import { judgeStamp, readDetached, readStamp } from '#platform/cms';
import { textOf } from '../syntax/strings.ts';
import { instantOf } from '../syntax/times.ts';
import { isText } from '../syntax/values.ts';
import type { PdfQuestion } from './question.ts';
import type { Signature } from './range.ts';
import type { Store } from './store.ts';

/** Who signed, and how far that is known. */
export interface Authorship {
  readonly certificate: Certificate;
  /** When it was certainly there: by a trusted stamp. */
  readonly provenAt?: Instant | undefined;
  /** What the signer says; nobody vouches for it. */
  readonly claimedAt?: Instant | undefined;
  readonly trust: TrustedChain;
  readonly named: boolean;
  /** What the file itself carries says that no certificate was revoked. */
  readonly kept: boolean;
}
export interface Evidence {
  readonly question: PdfQuestion;
  readonly store: Store;
  /** A document time stamp over the signature proves that it was there by then. */
  readonly provenBy?: Instant | undefined;
}

/** Judges the bytes of one signature and its signer's chain; the place in the file has been looked at before. */
export async function judgeSignature(
  signature: Signature,
  data: Uint8Array,
  { question, store, provenBy }: Evidence,
): Promise<Outcome<Authorship>> {
  const read = await readDetached(signature.der, data);
  if (!read.ok) return read;
  const { certificate, chain, signer, stamp, certificateNamed: named } = read.value;
  const others = [...chain, ...(stamp?.chain ?? []), ...store.certificates, ...(question.others ?? [])];
  const about = { roots: question.roots, revocations: revocationsFor(question, store), now: question.at };
  let provenAt = provenBy;
  if (stamp) {
    if (!stamp.imprintFits) return refused({ code: 'stamp-wrong' });
    const judged = judgeStamp({ token: stamp.token, imprint: stamp.imprint, others, ...about });
    if (!judged.ok) return judged;
    provenAt = Math.min(judged.value.notAfter, provenBy ?? Infinity);
  }
  const claimedAt = claimOf(signature) ?? read.value.signedAt;
  const at = provenAt ?? question.at;
  if (claimedAt !== undefined && claimedAt > at + skewMs) return refused({ code: 'signature-moment' });
  const trust = judgeChain({ certificate, others, ...about, at, purpose: 'signing' });
  if (!trust.ok) return trust;
  const keptOf = (der: Uint8Array, purpose: Purpose, moment: Instant): boolean => {
    const own = { roots: question.roots, revocations: store.revocations, now: question.at };
    const alone = judgeChain({ certificate: der, others, ...own, at: moment, purpose });
    return alone.ok && alone.value.revocation === 'good';
  };
  const kept =
    keptOf(certificate, 'signing', at) && (!stamp || keptOf(stamp.certificate, 'time-stamping', stamp.at));
  return done({ certificate: signer, provenAt, claimedAt, trust: trust.value, named, kept });
}

/** A claim may be so much later than what proves it: clocks differ. */
const skewMs = 5 * 60_000;

/** A document time stamp (EN 319 142-1, 5.4.3): a token over all of its revision. */
export function judgeDocumentStamp(
  signature: Signature,
  data: Uint8Array,
  { question, store }: Evidence,
): Outcome<Authorship> {
  const read = readStamp(signature.der);
  if (!read.ok) return read;
  const { hash } = read.value.imprint;
  const judged = judgeStamp({
    token: signature.der,
    imprint: { hash, digest: createHash(hash).update(data).digest() },
    roots: question.roots,
    others: [...store.certificates, ...(question.others ?? [])],
    revocations: revocationsFor(question, store),
    now: question.at,
  });
  if (!judged.ok) return judged;
  const { signer, notAfter, trust } = judged.value;
  return done({ certificate: signer, provenAt: notAfter, trust, named: true, kept: false });
}

const revocationsFor = (question: PdfQuestion, store: Store) => [
  ...store.revocations,
  ...(question.revocations ?? []),
];

/** Of the signature dictionary, where PAdES keeps it. */
function claimOf({ dict }: Signature): Instant | undefined {
  const value = dict.entries.get('M');
  return isText(value) ? instantOf(textOf(value.bytes)) : undefined;
}
