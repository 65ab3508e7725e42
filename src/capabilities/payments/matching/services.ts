import type { UnitId } from '#kernel/ids';
import type { Instant, PlainDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import type { SettlementFiles } from '#ports/payments';
import type { PaymentServices } from '../services.ts';

/** Where a dossier and the books do not say the same of a fee; found by the room that knows dossiers. */
export interface DossierDifference {
  /** `not-told`: the books went on without the dossier; `told-only`: the dossier knows what the books do not. */
  readonly kind: 'not-told' | 'told-only';
  readonly home_unit: string;
  readonly dossier_id: string;
  readonly charge: string;
  readonly dossier_code: string;
  readonly name: string;
  readonly payee: string;
  /** Day on which the charge last moved. */
  readonly day: string;
  /** State in the books, and in the dossier (`none`: it does not know the fee). */
  readonly books: string;
  readonly dossier: string;
}

export interface DossiersAsked {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** What moved since is still being told. */
  readonly before: Instant;
  /** Charges of open items, to be looked at again whenever they moved. */
  readonly also: readonly string[];
}

/** What matching leans on, bundled once at start. */
export interface MatchingServices
  extends Pick<PaymentServices, 'unit' | 'accountOf' | 'gateways' | 'transfers'> {
  readonly files: SettlementFiles;
  /** Our number at a gateway, by its key; lines of another one are foreign. None: every line is ours. */
  readonly merchants: Readonly<Record<string, string>>;
  /** Unit that keeps the accounts at gateways. */
  keeper(): Promise<UnitId | undefined>;
  /** Asked for what moved in the days compared; without it dossiers are not compared. */
  dossiers?(ctx: Ctx, asked: DossiersAsked): Promise<readonly DossierDifference[]>;
}
