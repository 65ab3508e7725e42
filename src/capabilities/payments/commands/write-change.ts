import type { Actor } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import type { Instant } from '#kernel/time';
import { actorId, type Ctx } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { writeMoney } from '../queries/index.ts';
import type { MoneyChange, NewReceipt } from '../rules/change.ts';
import { type Signer, transferRow } from '../rules/ledger.ts';
import { receiptSymbol, receiptTemplate } from '../rules/receipt.ts';
import type { PaymentServices } from '../services.ts';

const iso = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

export const signerOf = (actor: Actor): Signer => ({
  kind: actor.kind === 'citizen' || actor.kind === 'officer' ? actor.kind : 'system',
  id: actorId(actor),
  name: actor.kind === 'officer' || actor.kind === 'citizen' ? actor.name : '',
});

/** Writes decisions about money in the transaction in which they were made. Nothing is written where nothing changes. */
export async function writeChanges(
  ctx: Pick<Ctx, 'actor' | 'clock' | 'requestId'>,
  transactor: Transactor,
  services: Pick<PaymentServices, 'unit'>,
  changes: readonly MoneyChange[],
): Promise<void> {
  const now = ctx.clock.now();
  const signer = signerOf(ctx.actor);
  const sessions = changes.flatMap((change) => change.sessions);
  const transfers = changes.flatMap((change) => change.transfers);
  const receipts = changes.flatMap((change) => change.receipts);
  const charges = changes.flatMap((change) => change.charges);
  const told = changes.flatMap((change) => change.told);
  const cancelled = changes.flatMap((change) => change.cancelled);
  const lines = changes.flatMap((change) => change.lines);
  if (sessions.length === 0 && transfers.length === 0 && charges.length === 0) return;
  const home = new Map(charges.map(({ charge }) => [charge.receipt, charge.homeUnit]));
  const change = {
    transfers: transfers.map((entry) => transferRow(entry, signer, now, uuidv7(now))),
    receipts: await Promise.all(receipts.map((receipt) => receiptRowOf(receipt, signer, now, services))),
    cancelled: cancelled.map(({ receipt, reason }) => ({
      home_unit: home.get(receipt),
      id: receipt,
      cancelled_at: iso(now),
      reason,
    })),
    charges: charges.map(({ charge, state, settledAt, way, receipt }) => ({
      home_unit: charge.homeUnit,
      dossier_id: charge.dossier,
      id: charge.id,
      from: charge.state,
      state,
      settled_at: iso(settledAt),
      way,
      receipt_id: receipt,
    })),
    sessions: sessions.map(({ session, state, askAt, told: answered, booked, record, closedAt }) => ({
      home_unit: session.homeUnit,
      id: session.id,
      state,
      ask_at: iso(askAt),
      told: answered,
      bookings: session.bookings + (booked ? 1 : 0),
      was: session.bookings,
      record,
      closed_at: iso(closedAt),
    })),
    lines: sessions.flatMap(({ session }) =>
      lines
        .filter((line) => line.session === session.id)
        .map((line) => ({
          home_unit: session.homeUnit,
          session_id: line.session,
          charge_id: line.charge,
          live: line.live,
        })),
    ),
    evidence: sessions.flatMap(({ session, record, state }) =>
      record && (session.record?.state !== record.state || session.record.amount !== record.amount)
        ? [
            {
              id: uuidv7(now),
              at: iso(now),
              gateway: session.gateway,
              reference: session.reference,
              verdict: state,
              body: json(record),
            },
          ]
        : [],
    ),
    events: told.flatMap(({ what, charges: concerned, receipt, ground }) => {
      const [first] = concerned;
      return first
        ? [
            {
              home_unit: first.homeUnit,
              id: uuidv7(now),
              at: iso(now),
              topic: `payment.${what}`,
              subject: first.dossier,
              payload: {
                code: first.dossierCode,
                fees: concerned.map(({ fee }) => fee),
                ...(receipt === undefined ? {} : { receipt }),
                ...(ground === undefined ? {} : { ground }),
              },
            },
          ]
        : [];
    }),
    audit: told.flatMap(({ what, charges: concerned }) => {
      const [first] = concerned;
      return first
        ? [
            {
              id: uuidv7(now),
              at: iso(now),
              actor_kind: signer.kind,
              actor_id: signer.id,
              unit: null,
              action: `payment.${what}`,
              subject: first.dossierCode,
              home_unit: first.homeUnit,
              details: { amount: concerned.reduce((sum, { amount }) => sum + amount, 0) },
              request: ctx.requestId,
            },
          ]
        : [];
    }),
  };
  await transactor.get(writeMoney, { change: json(change) });
}

async function receiptRowOf(
  { id, charges, unit, payerName, way, evidence, paperNumber = '' }: NewReceipt,
  signer: Signer,
  now: Instant,
  services: Pick<PaymentServices, 'unit'>,
) {
  const [first] = charges;
  if (!first) throw new Error('A receipt is for something');
  return {
    home_unit: first.homeUnit,
    id,
    dossier_id: first.dossier,
    dossier_code: first.dossierCode,
    person_id: first.person,
    bill: first.bill,
    kind: first.kind,
    template: receiptTemplate,
    symbol: receiptSymbol(first.kind, now),
    paper_number: paperNumber,
    unit_id: unit,
    unit_name: (await services.unit(unit)).name,
    payee: first.payee,
    payer_name: payerName,
    amount: charges.reduce((sum, { amount }) => sum + amount, 0),
    lines: charges.map(({ id: charge, name, counted, amount }) => ({ charge, name, counted, amount })),
    way,
    evidence,
    issued_at: iso(now),
    issued_by: signer.id,
    issued_by_name: signer.kind === 'officer' ? signer.name : '',
  };
}
