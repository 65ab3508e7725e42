import { dossiersAgainstBooks } from '#capabilities/dossiers';
import type { Units } from '#capabilities/organisations';
import type { MatchingServices, PaymentServices } from '#capabilities/payments';
import { settlementFiles } from '../integrations/settlement-files/index.ts';
import type { PaymentAccount } from './config/settings.ts';

/** The one assembly of `MatchingServices`: files of gateways, our number there, and what dossiers know of their money. */
export const matchingServices = (
  payments: PaymentServices,
  units: Units,
  account: Pick<PaymentAccount, 'partner'> | undefined,
): MatchingServices => ({
  ...payments,
  files: settlementFiles,
  merchants: account ? Object.fromEntries(payments.gateways.map(({ key }) => [key, account.partner])) : {},
  keeper: async () => (await units.directory()).head()?.id,
  dossiers: dossiersAgainstBooks,
});
