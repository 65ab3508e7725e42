import { uuidv7 } from '#kernel/ids';
import type { Ctx } from '#platform/context';
import { json } from '#platform/db';
import type { NoticeAnswer, RawNotice } from '#ports/payments';
import { heardRows } from '../queries/index.ts';
import type { PaymentServices } from '../services.ts';

/** As much of a message as is kept. */
const mostKept = 4000;

/**
 * A message from a gateway. Whatever it claims, the state of a payment changes only by asking the gateway: a genuine message is a
 * reason to ask now, a forged one is kept and refused.
 * @returns the answer in the gateway's own format; undefined for a gateway that is not set up.
 */
export async function hearNotice(
  ctx: Ctx,
  services: Pick<PaymentServices, 'gateways'>,
  gatewayKey: string,
  raw: RawNotice,
): Promise<NoticeAnswer | undefined> {
  const gateway = services.gateways.find(({ key }) => key === gatewayKey);
  if (!gateway) return undefined;
  const read = gateway.readNotice(raw);
  const reference = read.kind === 'genuine' ? read.reference : '';
  const { known } = await ctx.db.direct.get(heardRows, {
    notice: json({
      id: uuidv7(raw.at),
      at: new Date(raw.at).toISOString(),
      gateway: gateway.key,
      reference,
      verdict: read.kind === 'genuine' ? 'genuine' : read.why,
      body: Buffer.from(raw.body).toString('utf8').replaceAll('\0', '').slice(0, mostKept),
    }),
  });
  if (read.kind === 'forged')
    ctx.log.warn({ gateway: gateway.key, why: read.why }, 'a message about a payment is forged');
  return gateway.answerNotice(known ? 'taken' : 'refused', reference);
}
