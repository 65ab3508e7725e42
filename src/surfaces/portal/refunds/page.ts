import type { BilledCharge, Refund } from '#capabilities/payments';
import type { Refusal } from '#kernel/outcome';
import type { PageCtx } from '#platform/http';
import type { Say } from '../words/say.ts';

/** What has just come about on the page. */
export interface Shown {
  readonly done?: string | undefined;
  readonly refusal?: Refusal;
  /** What the refusal is about: a charge, a refund, or `account`. */
  readonly at?: string;
}

/** All that the page of one dossier's refunds shows. */
export interface DossierRefunds extends Shown {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly code: string;
  readonly charges: readonly BilledCharge[];
  readonly refunds: readonly Refund[];
}

/** Proposed by the office, and its owner has not said where the money shall go. */
export const lacksAccount = ({ state, account }: Refund): boolean => state === 'asked' && account === '';

const underWay = ({ state }: Refund): boolean => state === 'asked' || state === 'approved';

/** Charges that were paid, by what can become of them; those that are being given back are among the refunds. */
export function paidCharges({ charges, refunds }: Pick<DossierRefunds, 'charges' | 'refunds'>) {
  const taken = new Set(refunds.filter(underWay).map((refund) => refund.charge_id));
  const paid = charges.filter(({ id, state }) => state === 'paid' && !taken.has(id));
  return {
    open: paid.filter(({ refundable }) => refundable),
    never: paid.filter(({ refundable }) => !refundable),
  };
}

/** Element of a refund's card. */
export const cardId = ({ code }: Pick<Refund, 'code'>): string => `HP${code}`;

/** The refund that a refusal is about: itself, or the one under way for its charge. */
export const refusedRefund = ({ refunds, at }: Pick<DossierRefunds, 'refunds' | 'at'>): Refund | undefined =>
  refunds.find(({ code }) => code === at) ??
  refunds.find((refund) => refund.charge_id === at && underWay(refund));
