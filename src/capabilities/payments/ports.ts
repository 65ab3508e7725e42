import type { Dong } from '#kernel/money';
import type { Outcome } from '#kernel/outcome';
import type { Instant } from '#kernel/time';

/** phí, lệ phí, and what another authority has assessed (a tax notice); each has receipts of its own. */
export const chargeKinds = ['phi', 'le-phi', 'tax'] as const;
export type ChargeKind = (typeof chargeKinds)[number];

/** Who gets the money: an account at a bank or at the treasury. */
export interface Beneficiary {
  readonly key: string;
  readonly name: string;
  /** Tax code of the unit, for receipts; empty where none is known. */
  readonly taxCode: string;
  readonly account: {
    /** Bank identification number of NAPAS, six digits, e.g. `970436`. */
    readonly bin: string;
    readonly number: string;
    readonly name: string;
  };
  /** For money that goes straight to the state budget: treasury and its revenue account. */
  readonly treasury?: { readonly code: string; readonly account: string };
}

/** One charge inside an order; its key stays the same from the click to the ledger. */
export interface OrderLine {
  readonly charge: string;
  readonly kind: ChargeKind;
  readonly code: string;
  readonly name: string;
  readonly amount: Dong;
}

/** What a gateway is asked to collect. One order has one beneficiary; its amount is the sum of its lines. */
export interface PaymentOrder {
  /** Ours, never used twice: 20 letters and digits. */
  readonly reference: string;
  readonly amount: Dong;
  readonly lines: readonly OrderLine[];
  readonly dossier: { readonly code: string; readonly procedure: string; readonly procedureName: string };
  /** Unit that collects. */
  readonly unit: { readonly code: string; readonly name: string };
  readonly beneficiary: Beneficiary;
  readonly payer: { readonly name: string; readonly idNumber: string; readonly address: string };
  readonly at: Instant;
  /** Not paid by then, it is dead at the gateway. */
  readonly until: Instant;
  readonly ip: string;
  readonly returnUrl: string;
}

/** What has become of an order, in the gateway's words. `unknown`: it has never heard of it. */
export const gatewayStates = [
  'unknown',
  'created',
  'pending',
  'failed',
  'captured',
  'refunded',
  'charged-back',
] as const;
export type GatewayState = (typeof gatewayStates)[number];

/** The gateway's own record of an order. */
export interface GatewayRecord {
  readonly reference: string;
  readonly state: GatewayState;
  /** What was taken from the payer; 0 before anything was. */
  readonly amount: Dong;
  /** The gateway's number of the transaction (MaGiaoDich); empty before there is one. */
  readonly transaction: string;
  readonly bank: string;
  /** When this state came about at the gateway. */
  readonly at: Instant | undefined;
}

/** `unclear`: no answer, a late one, half of one or nonsense. What was asked for may have happened: ask again. */
export type Asked<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: string; readonly words: string }
  | { readonly kind: 'unclear'; readonly why: string };

/** A message from outside, as it came. */
export interface RawNotice {
  readonly contentType: string;
  readonly contentEncoding: string;
  readonly body: Uint8Array;
  readonly at: Instant;
}
/** What a message claims once it has proved whose it is. It is a reason to ask, never the truth itself. */
export type ReadNotice =
  | {
      readonly kind: 'genuine';
      readonly reference: string;
      readonly claims: 'captured' | 'failed';
      readonly amount: Dong;
      readonly transaction: string;
      readonly at: Instant;
    }
  | { readonly kind: 'forged'; readonly why: string };

/** How a message is answered, in the gateway's format. */
export interface NoticeAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/**
 * A way to pay by a page of somebody else. Calls end within `patienceMs`, and never throw: whatever goes wrong outside is a value.
 * The same order begun twice is one order.
 */
export interface Gateway {
  readonly key: string;
  /** For people: "Nền tảng thanh toán quốc gia". */
  readonly name: string;
  /** An order that nobody has paid is dead after so long. */
  readonly orderLivesMs: number;
  begin(order: PaymentOrder): Promise<Asked<{ readonly payAt: string }>>;
  ask(order: { readonly reference: string; readonly at: Instant }): Promise<Asked<GatewayRecord>>;
  /** Address of the gateway's own receipt. */
  bill(order: { readonly reference: string; readonly at: Instant }): Promise<Asked<{ readonly url: string }>>;
  readNotice(raw: RawNotice): ReadNotice;
  answerNotice(verdict: 'taken' | 'refused', reference: string): NoticeAnswer;
}

/** One line of a settlement file: what the gateway says it has collected, given back or passed on in a day. */
export interface SettlementLine {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly reference: string;
  readonly transaction: string;
  readonly kind: 'payment' | 'refund' | 'charge-back';
  readonly amount: Dong;
  readonly at: Instant;
  readonly merchant: string;
  readonly bank: string;
}

/** One line of a bank statement: money in (`amount` > 0) or out (< 0). */
export interface StatementLine {
  readonly line: number;
  /** The bank's number of the entry; with the account it is unique. */
  readonly number: string;
  readonly account: string;
  readonly at: Instant;
  readonly amount: Dong;
  readonly words: string;
}

/** A file that was handed in and cannot be read says in which line and why. */
export interface FileFault {
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Files of a gateway's settlement; the days they cover are those of their lines. */
export interface SettlementFiles {
  read(bytes: Uint8Array): Outcome<readonly SettlementLine[], FileFault>;
}

/** Transfers between bank accounts: the code that banking apps read, and the statement in which the money arrives. */
export interface BankTransfers {
  /** Text of the QR code that fills in account, amount and words of a transfer. */
  payloadFor(transfer: {
    readonly account: Beneficiary['account'];
    readonly amount: Dong;
    /** Letters, digits and blanks; at most 25. */
    readonly words: string;
  }): string;
  readStatement(bytes: Uint8Array): Outcome<readonly StatementLine[], FileFault>;
}
