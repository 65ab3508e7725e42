import { z } from 'zod';
import { findBill, paymentPermissions, receiptsOfBill, receiptsOfMine } from '#capabilities/payments';
import { definePage, problem, type Route } from '#platform/http';
import { type Doors, receiptReply } from '#surfaces/shared';
import { ownPermission } from '../dossier/mine.ts';
import { shortName } from './short-name.ts';

/** Receipts as PDF: whole for whose dossier it is; by the payment code with the name as short as on the page. */
export const receiptPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/thanh-toan/:code/bien-lai/:receipt',
    permission: paymentPermissions['payments.pay'],
    audit: 'none',
    input: z.object({ code: z.string().max(80), receipt: z.uuid() }),
    perMinute: 60,
    async handle(ctx, { code, receipt: id }) {
      const bill = await findBill(ctx, code);
      const receipt = bill && (await receiptsOfBill(ctx, bill.code)).find((each) => each.id === id);
      if (!receipt) return problem('not-found');
      // Whoever paid for another has a right to the proof, and none to more of the name than they were shown.
      return receiptReply(doors, { ...receipt, payer_name: shortName(receipt.payer_name) });
    },
  }),
  definePage({
    method: 'GET',
    path: '/cua-toi/giay-to/bien-lai/:receipt',
    permission: ownPermission,
    audit: 'none',
    input: z.object({ receipt: z.uuid() }),
    perMinute: 60,
    async handle(ctx, { receipt: id }) {
      const receipt = (await receiptsOfMine(ctx)).find((each) => each.id === id);
      return receipt ? receiptReply(doors, receipt) : problem('not-found');
    },
  }),
];
