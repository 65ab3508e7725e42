import { z } from 'zod';
import type { Answers } from '#capabilities/forms';
import type { Ctx } from '#platform/context';
import { params, sharedQuery } from '#platform/db';
import { readDossierCode, readSecret } from './rules/code.ts';

const receiptByCode = sharedQuery({
  file: new URL('./queries/receipt-by-secret.sql', import.meta.url),
  each: params<{ code: string; secret: string }>(),
  row: z.object({
    n: z.number(),
    found: z.object({
      applicant: z.object({
        name: z.string(),
        personalNumber: z.string().optional(),
        phone: z.string().optional(),
        email: z.string().optional(),
      }),
      documents: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          source: z.string(),
          originals: z.number(),
          copies: z.number(),
          seq: z.number(),
          replacedBy: z.string().nullable(),
        }),
      ),
      answers: z.custom<Answers>((value) => typeof value === 'object' && value !== null),
    }),
  }),
});
export type ReceiptFacts = z.output<typeof receiptByCode.row>['found'];

/**
 * What the receipt says beyond tracking, for who holds code and secret: the applicant with masked numbers, the papers, and
 * the answers by which the legal time is reckoned (they are not printed). Undefined when the pair does not match.
 */
export async function receiptBySecret(
  ctx: Ctx,
  typedCode: string,
  typedSecret: string,
): Promise<ReceiptFacts | undefined> {
  const row = await ctx.db.together.find(receiptByCode, {
    code: readDossierCode(typedCode),
    secret: readSecret(typedSecret),
  });
  return row?.found;
}
