import type { UnitId } from '#kernel/ids';
import type { BankTransfers, Beneficiary, Gateway } from '#ports/payments';

/** What this room asks of lower rooms and of the ways out, bundled once at start. */
export interface PaymentServices {
  unit(id: UnitId): Promise<{ readonly name: string; readonly code: string }>;
  /** Account of a unit, or of the nearest unit above it that has one; undefined where nobody has entered any. */
  accountOf(unit: UnitId): Promise<Beneficiary | undefined>;
  /** Ways to pay by a page of somebody else; none where none is set up. */
  readonly gateways: readonly Gateway[];
  /** Codes for banking apps and statements of the accounts. */
  readonly transfers: BankTransfers;
  /** Where people come back to. */
  readonly publicUrl: string;
}
