import { shiftsOfAccounts } from '#capabilities/payments';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { Desk } from '../core/desk.ts';
import { accountInWords } from './words.ts';

/** Words for the accounts of a page; the shifts among them are asked for at once, as far as this reader may know them. */
export async function accountNames(
  ctx: PageCtx,
  doors: Doors,
  { say, directory }: Desk,
  accounts: readonly string[],
): Promise<(account: string) => string> {
  const { gateways } = doors.payments;
  const names = { say, directory, gateways, shifts: await shiftsOfAccounts(ctx, accounts) };
  return (account) => accountInWords(names, account);
}
