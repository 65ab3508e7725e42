import { keepAccount } from '#capabilities/payments';
import type { Ctx } from '#platform/context';
import type { Sample } from './sample.ts';
import { unitId } from './sample-id.ts';

/**
 * The account to which fees of the sample go: without one nothing can be paid online or by transfer. The bank is a real one, so
 * that banking apps read the code; its number is invented.
 */
export async function seedAccount(ctx: Ctx, sample: Sample): Promise<void> {
  const head = sample.units().find(({ key }) => key === sample.head);
  if (!head) throw new Error(`The sample ${sample.name} has no unit ${sample.head}`);
  const entered = await keepAccount(ctx, {
    unit: unitId(head.key),
    name: head.name,
    taxCode: '',
    bin: '970436',
    number: '0000000000',
    holder: 'TAI KHOAN MAU',
  });
  if (!entered.ok) throw new Error(`The account was refused: ${entered.refusal.code}`);
}
