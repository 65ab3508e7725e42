import type { RefundState } from '#capabilities/payments';

/** What is looked at, by the word in the address. */
export const refundLists = {
  'cho-duyet': ['asked'],
  'cho-chi': ['approved'],
  'da-hoan': ['paid'],
  khac: ['refused', 'dropped'],
} as const satisfies Readonly<Record<string, readonly RefundState[]>>;
export type RefundList = keyof typeof refundLists;
