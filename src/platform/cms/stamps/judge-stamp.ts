import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { judgeChain, type RevocationData, type TrustedChain } from '#platform/certificates';
import { latestMoment, type ReadStamp, readStamp, sameImprint } from './read-stamp.ts';
import type { Imprint } from './tst-info.ts';

export interface StampQuestion {
  readonly token: Uint8Array;
  /** What it should stamp. */
  readonly imprint: Imprint;
  readonly roots: readonly Uint8Array[];
  readonly others?: readonly Uint8Array[];
  readonly revocations: readonly RevocationData[];
  /** The moment of judging. A token from after it is refused. */
  readonly now: Instant;
}
export interface JudgedStamp extends Omit<ReadStamp, 'imprintFits'> {
  /** The latest moment that the token proves: its time and its accuracy. */
  readonly notAfter: Instant;
  readonly trust: TrustedChain;
}

const clockSkewMs = 5 * 60_000;

/**
 * A time-stamp token judged: imprint, signature, ESS certificate, extended usage, trust at its own moment. Refused as
 * `stamp-odd`, `stamp-wrong`, or with a code of `judgeChain`.
 */
export function judgeStamp(question: StampQuestion): Outcome<JudgedStamp> {
  const read = readStamp(question.token);
  if (!read.ok) return read;
  const stamp = read.value;
  if (
    !sameImprint(stamp.imprint, question.imprint) ||
    stamp.at - stamp.accuracyMs > question.now + clockSkewMs
  )
    return refused({ code: 'stamp-wrong' });
  const trust = judgeChain({
    certificate: stamp.certificate,
    others: [...stamp.chain, ...(question.others ?? [])],
    roots: question.roots,
    at: stamp.at,
    now: question.now,
    revocations: question.revocations,
    purpose: 'time-stamping',
  });
  return trust.ok ? done({ ...stamp, notAfter: latestMoment(stamp), trust: trust.value }) : trust;
}
