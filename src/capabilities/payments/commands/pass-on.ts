import { record } from '#capabilities/audit';
import { allows } from '#kernel/actor';
import { done, type Outcome, refused } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { paymentPermissions } from '../permissions.ts';
import { balanceRows, entryByKey, remittanceRows } from '../queries/books.ts';
import { lockBooksRow } from '../queries/refunds.ts';
import { type PassingOn, passOnMoney } from '../rules/pass-on.ts';
import type { PaymentServices } from '../services.ts';
import { writeChanges } from './write-change.ts';

/**
 * Enters that collected money has gone to its unit's account or to the treasury, never more than is due and than is there.
 * The same payment order is entered once for each unit.
 */
export async function passOn(
  ctx: Ctx,
  services: Pick<PaymentServices, 'unit'>,
  passing: PassingOn,
): Promise<Outcome<undefined>> {
  if (!allows(ctx.actor, paymentPermissions['payments.keep-books'], passing.unit))
    return refused({ code: 'not-yours' });
  const today = localDate(ctx.clock.now());
  if (passing.day > today) return refused({ code: 'day-to-come', field: 'day' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const { unit } = passing;
    await transactor.get(lockBooksRow, { unit });
    const rows = await transactor.rows(remittanceRows, { unit });
    const balances = await transactor.rows(balanceRows, { unit, day: today });
    const number = passing.number.trim().toUpperCase();
    const key = `passed-on:${passing.payee}:${passing.day}:${number}`;
    const balance = balances.find(({ account }) => account === passing.from)?.balance ?? 0;
    const remittance = rows.find(({ payee }) => payee === passing.payee);
    const decided = passOnMoney(passing, remittance, balance, key);
    if (!decided.ok) return decided;
    if (await transactor.find(entryByKey, { home_unit: unit, key }))
      return refused({ code: 'order-known', field: 'number' });
    await writeChanges(ctx, transactor, services, [decided.value]);
    await record(transactor, ctx, {
      action: 'payment.passed-on',
      subject: `unit:${passing.payee}`,
      details: { amount: passing.amount, number: passing.number },
    });
    return done(undefined);
  });
}
