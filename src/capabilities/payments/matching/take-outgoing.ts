import type { UnitId } from '#kernel/ids';
import { type Outcome, type Refusal, refused } from '#kernel/outcome';
import type { Refund } from '../rules/refund.ts';
import { refundCodesInWords } from '../rules/refund-code.ts';
import type { DifferenceKind } from './kinds.ts';

export type OutgoingWhy = Extract<DifferenceKind, `out-${string}`>;
/** `refunded`: this line is the one by which the refund was paid. Else a human is told why it is not. */
export type TakenOutgoing =
  | { readonly kind: 'refunded' }
  | { readonly kind: 'open'; readonly why: OutgoingWhy; readonly refusal: Refusal };

/** What a line says of refunds: nothing, just one code, or so much that a human has to say which. */
export function refundNamed(
  words: string,
):
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly code: string }
  | { readonly kind: 'several' } {
  const [code, other] = refundCodesInWords(words);
  if (code === undefined) return { kind: 'none' };
  return other === undefined ? { kind: 'one', code } : { kind: 'several' };
}

/**
 * What an outgoing line is, by what the refund it names has answered (`refundPaid`). A refund that was marked as paid by
 * hand is confirmed by the one line that left the same account: the number of a payment order is not that of the bank's entry.
 * @param confirmed whether another line has paid or confirmed it.
 */
export function takeOutgoing(unit: UnitId, answer: Outcome<Refund>, confirmed: boolean): TakenOutgoing {
  if (answer.ok) return { kind: 'refunded' };
  const { refusal } = answer;
  if (refusal.code !== 'refund-known' && refusal.code !== 'refund-paid-already')
    return { kind: 'open', why: whys[refusal.code] ?? 'out-not-approved', refusal };
  if (confirmed) return { kind: 'open', why: 'out-twice', refusal };
  if (refusal.details?.['from'] === `bank:${unit}`) return { kind: 'refunded' };
  const elsewhere = refused({ code: 'refund-paid-elsewhere', field: 'refund' });
  return { kind: 'open', why: 'out-elsewhere', refusal: elsewhere.refusal };
}

const whys: Readonly<Record<string, OutgoingWhy>> = {
  'refund-unknown': 'out-unknown-code',
  'refund-other-amount': 'out-amount',
  'refund-ended': 'out-overtaken',
  'refund-overtaken': 'out-overtaken',
};
