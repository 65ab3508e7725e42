import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { keepRefundRow } from '../queries/refunds.ts';
import type { RefundChange } from '../rules/give-back.ts';
import type { Refund } from '../rules/refund.ts';
import type { PaymentServices } from '../services.ts';
import { signerOf, writeChanges } from './write-change.ts';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Writes what was decided about a refund, and its money, in the caller's transaction. */
export async function keepRefund(
  ctx: Pick<Ctx, 'actor' | 'clock' | 'requestId'>,
  transactor: Transactor,
  services: Pick<PaymentServices, 'unit'>,
  { refund, from, money, told }: RefundChange,
  books?: string,
): Promise<Outcome<Refund>> {
  const now = ctx.clock.now();
  const signer = signerOf(ctx.actor);
  const { outcome } = await transactor.get(keepRefundRow, {
    change: json({
      from,
      books: books ?? null,
      refund: {
        ...refund,
        asked_at: iso(refund.asked_at),
        decided_at: iso(refund.decided_at),
        paid_at: iso(refund.paid_at),
      },
      audit: [
        {
          id: uuidv7(now),
          at: iso(now),
          actor_kind: signer.kind,
          actor_id: signer.id,
          unit: refund.unit_id,
          action: `refund.${refund.state}`,
          subject: refund.dossier_code || refund.code,
          details: { refund: refund.code, amount: refund.amount },
          request: ctx.requestId,
        },
      ],
      events:
        told && refund.dossier_id !== null
          ? [
              {
                id: uuidv7(now),
                at: iso(now),
                topic: `refund.${told}`,
                subject: refund.dossier_id,
                payload: { refund: refund.code },
              },
            ]
          : [],
    }),
  });
  if (outcome === 'live') return refused({ code: 'refund-live' });
  if (outcome === 'changed') return refused({ code: 'refund-changed' });
  await writeChanges(ctx, transactor, services, [money]);
  return done(refund);
}
