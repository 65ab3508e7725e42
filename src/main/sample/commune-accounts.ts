import { keepAccount } from '#capabilities/payments';
import type { Ctx } from '#platform/context';
import type { Sample } from './sample.ts';
import { unitId } from './sample-id.ts';

/** So many communes have an account of their own; the others use that of the province. */
const withOwn = 12;

/** Accounts of some communes, with invented numbers. */
export async function seedCommuneAccounts(ctx: Ctx, sample: Sample): Promise<void> {
  const communes = sample
    .units()
    .filter(({ kind }) => kind === 'commune-committee')
    .slice(0, withOwn);
  for (const [index, unit] of communes.entries()) {
    const entered = await keepAccount(ctx, {
      unit: unitId(unit.key),
      name: unit.name,
      taxCode: '',
      bin: '970405',
      number: `00000000${String(index + 1).padStart(2, '0')}`,
      holder: 'TAI KHOAN MAU',
    });
    if (!entered.ok) throw new Error(`The account was refused: ${entered.refusal.code}`);
  }
}
