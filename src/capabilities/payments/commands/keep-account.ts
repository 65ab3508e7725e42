import { allows } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { type Ctx, scopeOf } from '#platform/context';
import { paymentPermissions } from '../permissions.ts';
import { keepAccountRow } from '../queries/index.ts';

export interface AccountEntry {
  readonly unit: UnitId;
  readonly name: string;
  readonly taxCode: string;
  readonly bin: string;
  readonly number: string;
  readonly holder: string;
  readonly treasuryCode?: string;
  readonly treasuryAccount?: string;
}

/** Enters the account to which the money of a unit goes. */
export async function keepAccount(ctx: Ctx, entry: AccountEntry): Promise<Outcome<undefined>> {
  const { actor } = ctx;
  if (!allows(actor, paymentPermissions['payments.keep-accounts'], entry.unit))
    return refused({ code: 'not-yours' });
  const name = cleanText(entry.name);
  const holder = cleanText(entry.holder).toUpperCase();
  if (name === '') return refused({ code: 'account-name', field: 'name' });
  if (!/^\d{6}$/.test(entry.bin)) return refused({ code: 'account-bin', field: 'bin' });
  if (!/^[0-9A-Za-z]{4,19}$/.test(entry.number)) return refused({ code: 'account-number', field: 'number' });
  if (holder === '') return refused({ code: 'account-holder', field: 'holder' });
  await ctx.db.transact(scopeOf(actor), (transactor) =>
    transactor.get(keepAccountRow, {
      unit: entry.unit,
      name,
      tax_code: cleanText(entry.taxCode),
      bin: entry.bin,
      number: entry.number,
      holder,
      treasury_code: entry.treasuryCode ?? null,
      treasury_account: entry.treasuryAccount ?? null,
      now: ctx.clock.now(),
      by: actor.kind === 'officer' ? actor.name : '',
    }),
  );
  return done(undefined);
}
