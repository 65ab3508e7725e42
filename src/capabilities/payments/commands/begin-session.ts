import { randomBytes } from 'node:crypto';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { actorId, type Ctx } from '#platform/context';
import { json } from '#platform/db';
import type { Asked, Beneficiary, Gateway } from '#ports/payments';
import { type Bill, findBill } from '../look.ts';
import type { BilledCharge } from '../queries/bill.ts';
import { beginRows, toldBegun } from '../queries/index.ts';
import { sumOf } from '../rules/charge.ts';
import type { Session } from '../rules/money.ts';
import { nextAsk } from '../rules/schedule.ts';
import type { PaymentServices } from '../services.ts';

export interface Beginning {
  readonly bill: string;
  /** Charges to pay; all that is owed to the payee of the first when silent. */
  readonly charges?: readonly string[];
  readonly gateway: string;
  readonly ip: string;
}

export interface Begun {
  readonly reference: string;
  /** Page of the gateway; absent while it has not answered. */
  readonly payAt?: string;
}

/** 20 letters and digits (100 bits), no two alike. */
const newReference = (): string => {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return [...randomBytes(20)].map((byte) => letters[byte & 31]).join('');
};

/**
 * Begins to pay online, once: pressed twice or in two windows it is the same session at the gateway. The gateway is told outside
 * any transaction; whatever becomes of that call, the session stands and is asked about until it is known how it ended.
 */
export async function beginSession(
  ctx: Ctx,
  services: PaymentServices,
  beginning: Beginning,
): Promise<Outcome<Begun>> {
  const gateway = services.gateways.find(({ key }) => key === beginning.gateway);
  if (!gateway) return refused({ code: 'no-gateway' });
  const bill = await findBill(ctx, beginning.bill);
  if (!bill) return refused({ code: 'bill-unknown' });
  const charges = ofOnePayee(bill, beginning.charges);
  const [first] = charges;
  if (!first) return refused({ code: 'nothing-owed' });
  const beneficiary = await services.accountOf(first.payee);
  if (!beneficiary) return refused({ code: 'no-account' });
  const { outcome, session } = await ctx.db.direct.get(beginRows, {
    asked: json(askedFor(ctx, bill.code, charges, gateway)),
  });
  if (!session) return refused({ code: outcome === 'settled' ? 'nothing-owed' : 'bill-changed' });
  if (session.gateway !== gateway.key) return refused({ code: 'payment-under-way' });
  if (session.payAt !== null) return done({ reference: session.reference, payAt: session.payAt });
  return tellGateway(ctx, services, gateway, { session, beneficiary, ip: beginning.ip });
}

/** Charges of one payee: one order has one beneficiary. */
function ofOnePayee(bill: Bill, wanted: readonly string[] | undefined): readonly BilledCharge[] {
  const open = bill.charges.filter(({ state }) => state === 'owed');
  const meant = wanted ? open.filter(({ id }) => wanted.includes(id)) : open;
  return meant.filter(({ payee }) => payee === meant[0]?.payee);
}

function askedFor(ctx: Ctx, bill: string, charges: readonly BilledCharge[], gateway: Gateway) {
  const now = ctx.clock.now();
  return {
    id: uuidv7(now),
    bill,
    charges: charges.map(({ id }) => id),
    amount: sumOf(charges),
    gateway: gateway.key,
    reference: newReference(),
    at: new Date(now).toISOString(),
    until: new Date(now + gateway.orderLivesMs).toISOString(),
    askAt: new Date(nextAsk({ begunAt: now }, now)).toISOString(),
    actorKind: ctx.actor.kind,
    actor: actorId(ctx.actor),
    request: ctx.requestId,
  };
}

interface Ordered {
  readonly session: Session;
  readonly beneficiary: Beneficiary;
  readonly ip: string;
}

async function tellGateway(
  ctx: Ctx,
  services: PaymentServices,
  gateway: Gateway,
  { session, beneficiary, ip }: Ordered,
): Promise<Outcome<Begun>> {
  // As it stands now: the session may have been begun in another window, for other lines.
  const bill = await findBill(ctx, session.bill);
  if (!bill) return refused({ code: 'bill-unknown' });
  const { reference } = session;
  const answer = await gateway.begin({
    reference,
    amount: session.amount,
    lines: bill.charges
      .filter((charge) => charge.session === session.id)
      .map(({ id, kind, fee, name, amount }) => ({ charge: id, kind, code: fee, name, amount })),
    dossier: { code: bill.dossierCode, procedure: bill.procedureCode, procedureName: bill.procedureName },
    unit: await services.unit(session.payee),
    beneficiary,
    payer: { name: bill.ownerName, idNumber: '', address: '' },
    at: session.begunAt,
    until: session.until,
    ip,
    returnUrl: `${services.publicUrl}/thanh-toan/${bill.code}/ve`,
  });
  const now = ctx.clock.now();
  const told = {
    id: uuidv7(now),
    at: new Date(now).toISOString(),
    gateway: gateway.key,
    reference,
    verdict: answer.kind,
    body: wordsOf(answer),
    // What the gateway will not have, or has not answered, is asked about at once.
    askAt: new Date(answer.kind === 'answered' ? nextAsk(session, now) : now).toISOString(),
    ...(answer.kind === 'answered' ? { payAt: answer.value.payAt } : {}),
  };
  await ctx.db.direct.get(toldBegun, { told: json(told) });
  if (answer.kind === 'answered') return done({ reference, payAt: answer.value.payAt });
  ctx.log.warn({ gateway: gateway.key, reference, answer }, 'a gateway did not begin a payment');
  return answer.kind === 'refused' ? refused({ code: 'gateway-refused' }) : done({ reference });
}

const wordsOf = (answer: Asked<{ readonly payAt: string }>): string => {
  if (answer.kind === 'answered') return answer.value.payAt;
  return answer.kind === 'refused' ? `${answer.code} ${answer.words}` : answer.why;
};
