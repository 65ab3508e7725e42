import type { Refusal } from '#kernel/outcome';
import { formatDateTime, type Instant } from '#kernel/time';
import { refusalOf } from './refusals.ts';
import { say, type Words } from './words.ts';

/** good: all of it holds · careful: it holds as far as it can be known here · bad: do not believe it · aside: no verdict. */
export type Tone = 'good' | 'careful' | 'bad' | 'aside';

/** One question that was asked of a file: it holds, it cannot be known here, or it does not hold. */
export interface Check {
  readonly is: 'good' | 'open' | 'bad';
  readonly what: Words;
  readonly why?: Words;
  /** Where somebody with a network learns more. */
  readonly ask?: string;
}
export interface Fact {
  readonly label: Words;
  readonly value: string | Words;
  /** Said below it, smaller. */
  readonly more?: Words;
}
export interface Verdict {
  readonly tone: Tone;
  readonly title: Words;
  readonly checks: readonly Check[];
  readonly facts: readonly Fact[];
  /** What the proof is about, as it stands in the log. */
  readonly raw?: string;
}

export const moment = (at: Instant): string => formatDateTime(at);

/** The worst answer decides; `title` is for what does hold. */
export function verdictOf(
  title: Words,
  checks: readonly Check[],
  facts: readonly Fact[],
): Omit<Verdict, 'raw'> {
  if (checks.some(({ is }) => is === 'bad')) return { tone: 'bad', title: disbelief, checks, facts };
  const tone = checks.length > 0 && checks.every(({ is }) => is === 'good') ? 'good' : 'careful';
  return { tone, title, checks, facts };
}
const disbelief = say('Không tin được', 'Not to be believed');

/** Sometimes the refusal knows since when. */
function since({ details }: Refusal): Words | undefined {
  const at = details?.['asOf'] ?? details?.['since'];
  if (typeof at !== 'number') return undefined;
  return say(`Căn cứ thông tin lúc ${moment(at)}.`, `According to what was said at ${moment(at)}.`);
}

export function badCheck(refusal: Refusal): Check {
  const why = since(refusal);
  return { is: 'bad', what: refusalOf(refusal.code), ...(why && { why }) };
}
export const refusedVerdict = (refusal: Refusal): Verdict => verdictOf(disbelief, [badCheck(refusal)], []);

/** Texts that turn the direction of what stands beside them do not reach the page. */
export const plain = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
