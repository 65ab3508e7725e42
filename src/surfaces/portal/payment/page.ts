import type { Bill, PaymentServices, Receipt } from '#capabilities/payments';
import type { Refusal } from '#kernel/outcome';
import type { Locale } from '#kernel/text';
import type { Instant } from '#kernel/time';
import type { Html } from '#platform/html';
import type { Say } from '../words/say.ts';
import type { BillStanding, Share } from './standing.ts';

type Account = NonNullable<Awaited<ReturnType<PaymentServices['accountOf']>>>['account'];

/** One share with what is needed to pay it. */
export interface ShareOffer extends Share {
  readonly payeeName: string;
  /** Where a transfer goes; none where nobody has entered an account. */
  readonly account: Account | undefined;
  /** Text of the QR code for banking apps; there where an account is. */
  readonly payload: string | undefined;
}

/** All that the payment page shows. */
export interface PaymentPage {
  readonly say: Say;
  readonly locale: Locale;
  readonly now: Instant;
  readonly bill: Bill;
  readonly standing: BillStanding;
  readonly offers: readonly ShareOffer[];
  readonly gateways: readonly { readonly key: string; readonly name: string }[];
  readonly receipts: readonly Receipt[];
  /** The address to hand on. */
  readonly address: string;
  readonly csrf: Html;
  /** Times the page will still load itself again; 0 when it stands still. */
  readonly left: number;
  /** Cancelling was just asked for. */
  readonly cancelling: boolean;
  readonly refusal: Refusal | undefined;
  /** Where the owner follows refunds; none for others, and where nothing was paid. */
  readonly refunds: string | undefined;
}
