import { z } from 'zod';
import { hearNotice, paymentPermissions } from '#capabilities/payments';
import { definePage, problem } from '#platform/http';
import type { Doors } from '#surfaces/shared';

/** Where a gateway sends its messages. They prove themselves by their seal, and are answered in the gateway's own words. */
export const noticePage = ({ payments }: Doors) =>
  definePage({
    method: 'POST',
    path: '/thanh-toan/thong-bao/:gateway',
    permission: paymentPermissions['payments.notify'],
    audit: 'none',
    input: z.object({ gateway: z.string().max(40) }),
    // A platform sends from few addresses; beyond this somebody else is knocking.
    perMinute: 3000,
    machine: true,
    async handle(ctx, { gateway }) {
      const { contentType, contentEncoding, bytes: body } = ctx.raw;
      const raw = { contentType, contentEncoding, body, at: ctx.clock.now() };
      const answer = await hearNotice(ctx, payments, gateway, raw);
      if (!answer) return problem('not-found');
      const { status, contentType: type } = answer;
      return { kind: 'bytes', status, type, bytes: Buffer.from(answer.body) };
    },
  });
