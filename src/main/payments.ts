import type { Units } from '#capabilities/organisations';
import type { PaymentServices } from '#capabilities/payments';
import { allAccountsOf } from '#capabilities/payments';
import type { UnitId } from '#kernel/ids';
import type { Database } from '#platform/db';
import type { Beneficiary, Gateway } from '#ports/payments';
import { openNationalPayment } from '../integrations/national-payment/index.ts';
import { vietQr } from '../integrations/vietqr/index.ts';
import type { PaymentAccount } from './config/settings.ts';

export interface PaymentParts {
  readonly db: Database;
  readonly units: Units;
  readonly publicUrl: string;
  readonly gateways: readonly Gateway[];
}

/** The ways to pay by a page of somebody else that are set up. */
export const gatewaysOf = (account: PaymentAccount | undefined): readonly Gateway[] =>
  account ? [openNationalPayment(account)] : [];

/** The one assembly of `PaymentServices`: the ways out, and what the room asks of the units. */
export function paymentServices({ db, units, publicUrl, gateways }: PaymentParts): PaymentServices {
  return {
    async unit(id) {
      const { name, code } = (await units.directory()).get(id);
      return { name, code };
    },
    async accountOf(unit) {
      const [directory, accounts] = await Promise.all([units.directory(), allAccountsOf(db)]);
      const above = function* (): Iterable<UnitId> {
        for (let at = directory.byId(unit); at; at = directory.parentOf(at.id)) yield at.id;
        const head = directory.head();
        if (head) yield head.id;
      };
      for (const id of above()) {
        const found = accounts.find((each): each is Beneficiary => each.key === id);
        if (found) return found;
      }
      return undefined;
    },
    gateways,
    transfers: vietQr,
    publicUrl,
  };
}
