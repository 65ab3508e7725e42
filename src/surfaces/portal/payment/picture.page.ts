import { z } from 'zod';
import { findBill, paymentPermissions, transferWords } from '#capabilities/payments';
import { definePage, problem } from '#platform/http';
import { qrPicture } from '#platform/qr';
import type { Doors } from '#surfaces/shared';
import { offerOf } from './offer.ts';
import { standingOfBill } from './standing.ts';

/** The QR code of a transfer as a picture to keep: who pays by the phone that shows it cannot point that phone's camera at it. */
export const picturePage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/thanh-toan/:code/ma-qr/:payee',
    permission: paymentPermissions['payments.pay'],
    audit: 'none',
    input: z.object({ code: z.string().max(80), payee: z.string().max(80) }),
    perMinute: 60,
    async handle(ctx, { code, payee }) {
      const bill = await findBill(ctx, code);
      if (!bill) return problem('not-found');
      const share = standingOfBill(bill).shares.find((each) => each.payee === payee);
      const payload = share && (await offerOf(doors, bill, share)).payload;
      if (payload === undefined) return problem('not-found');
      return {
        kind: 'bytes',
        status: 200,
        type: 'image/png',
        bytes: await qrPicture(payload),
        headers: { 'content-disposition': `attachment; filename="ma-qr-${transferWords(bill.code)}.png"` },
      };
    },
  });
