import { type Bill, transferWords } from '#capabilities/payments';
import type { Doors } from '#surfaces/shared';
import type { ShareOffer } from './page.ts';
import type { Share } from './standing.ts';

/** A share with the name of its payee and, where an account is known, what a banking app reads. */
export async function offerOf(doors: Doors, bill: Bill, share: Share): Promise<ShareOffer> {
  const { payments, units } = doors;
  const [beneficiary, directory] = await Promise.all([payments.accountOf(share.payee), units.directory()]);
  const account = beneficiary?.account;
  return {
    ...share,
    payeeName: directory.byId(share.payee)?.name ?? '',
    account,
    payload:
      account &&
      payments.transfers.payloadFor({ account, amount: share.total, words: transferWords(bill.code) }),
  };
}
