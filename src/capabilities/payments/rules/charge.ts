import type { UnitId } from '#kernel/ids';
import type { Dong } from '#kernel/money';
import type { Instant } from '#kernel/time';
import type { ChargeKind } from '#ports/payments';

/** When it falls due: at reception, at a supplement, at return (HinhThucThu 1, 2, 4; DOMAIN §5.2). */
export const duePoints = ['submission', 'supplement', 'return'] as const;
export type DuePoint = (typeof duePoints)[number];

/** `void`: raised by mistake and taken back by a counter-entry. */
export const chargeStates = ['owed', 'paid', 'exempt', 'void', 'refunded'] as const;
export type ChargeState = (typeof chargeStates)[number];

export const ways = ['gateway', 'transfer', 'cash', 'card'] as const;
/** How money came: a payment gateway, a transfer to the account, cash or card at a counter. */
export type Way = (typeof ways)[number];

/** A notice of another authority that the amount comes from: a tax notice for land. */
export interface Assessment {
  readonly authority: string;
  readonly number: string;
  readonly date: string;
  /** Last day to pay; empty where the notice names none. */
  readonly until: string;
  readonly treasury: string;
  readonly treasuryAccount: string;
}

/** One fee line of a dossier, priced: the one charge intent there is for it, from the click to the ledger. */
export interface Charge {
  readonly homeUnit: UnitId;
  readonly dossier: string;
  readonly id: string;
  readonly bill: string;
  readonly dossierCode: string;
  readonly person: string | null;
  readonly ownerName: string;
  /** Line of the fee table, or of the act that asked for it; unique in its dossier. */
  readonly fee: string;
  readonly kind: ChargeKind;
  readonly name: string;
  readonly amount: Dong;
  /** Before a reduction. */
  readonly fullAmount: Dong;
  readonly dueAt: DuePoint;
  readonly ground: string;
  /** "3 trang × 2.000 đồng". */
  readonly counted: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  /** Version of the procedure whose table gave the price. */
  readonly tableVersion: number;
  readonly payee: UnitId;
  readonly refundable: boolean;
  readonly assessed: Assessment | null;
  readonly raisedAt: Instant;
  /** Asked for by an officer, not by the fee table. */
  readonly byOfficer?: boolean;
  readonly state: ChargeState;
  readonly settledAt: Instant | null;
  readonly way: Way | null;
  readonly receipt: string | null;
}

/** What these cost together, in đồng. */
export const sumOf = (charges: readonly { readonly amount: number }[]): Dong =>
  charges.reduce((sum, { amount }) => sum + amount, 0) as Dong;
