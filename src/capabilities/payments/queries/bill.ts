import { z } from 'zod';
import type { UnitId } from '#kernel/ids';
import { asDong } from '#kernel/money';
import { chargeKinds, type GatewayRecord } from '#ports/payments';
import { type Assessment, chargeStates, duePoints, ways } from '../rules/charge.ts';
import { sessionStates } from '../rules/money.ts';

const dong = z.number().transform(asDong);
const unit = z.string().transform((id) => id as UnitId);
/** Times inside a JSON answer are ISO texts. */
const at = z.string().transform((text) => Date.parse(text));

const receiptOfCharge = z.object({
  id: z.string(),
  symbol: z.string(),
  number: z.number(),
  paperNumber: z.string(),
});

/** One line of a payment page. */
export const billedCharge = z.object({
  id: z.string(),
  /** Payment code: address of the page on which it is paid. */
  bill: z.string(),
  fee: z.string(),
  kind: z.enum(chargeKinds),
  name: z.string(),
  amount: dong,
  fullAmount: dong,
  dueAt: z.enum(duePoints),
  ground: z.string(),
  counted: z.string(),
  tableVersion: z.number(),
  payee: unit,
  refundable: z.boolean(),
  assessed: z.custom<Assessment>((value) => typeof value === 'object').nullable(),
  raisedAt: at,
  state: z.enum(chargeStates),
  settledAt: at.nullable(),
  way: z.enum(ways).nullable(),
  receipt: receiptOfCharge.nullable(),
  /** Session of a gateway that has it in hand. */
  session: z.string().nullable(),
});
export type BilledCharge = z.output<typeof billedCharge>;

export const billedSession = z.object({
  id: z.string(),
  gateway: z.string(),
  reference: z.string(),
  amount: dong,
  state: z.enum(sessionStates),
  payAt: z.string().nullable(),
  begunAt: at,
  until: at,
  record: z.custom<GatewayRecord>((value) => typeof value === 'object').nullable(),
  closedAt: at.nullable(),
});
export type BilledSession = z.output<typeof billedSession>;

/** What stands behind one payment code: all charges of one dossier. */
export const billShape = z.object({
  homeUnit: unit,
  dossier: z.string(),
  dossierCode: z.string(),
  ownerName: z.string(),
  person: z.string().nullable(),
  procedureCode: z.string(),
  procedureName: z.string(),
  charges: z.array(billedCharge),
  sessions: z.array(billedSession),
});
