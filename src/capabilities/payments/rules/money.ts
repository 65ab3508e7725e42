import { z } from 'zod';
import type { UnitId } from '#kernel/ids';
import { asDong } from '#kernel/money';
import { chargeKinds, type GatewayRecord } from '#ports/payments';
import { type Assessment, type Charge, chargeStates, duePoints, ways } from './charge.ts';
import type { Account, EntryKind } from './ledger.ts';

const instant = z
  .union([z.number(), z.string()])
  .transform((at) => (typeof at === 'number' ? at : Date.parse(at)));
const unit = z.string().transform((id) => id as UnitId);
const dong = z.number().transform(asDong);

/** A charge as the shelf gives it. */
export const chargeRow = z
  .object({
    home_unit: unit,
    dossier_id: z.string(),
    id: z.string(),
    bill: z.string(),
    dossier_code: z.string(),
    person_id: z.string().nullable(),
    owner_name: z.string(),
    fee: z.string(),
    kind: z.enum(chargeKinds),
    name: z.string(),
    amount: dong,
    full_amount: dong,
    due_at: z.enum(duePoints),
    ground: z.string(),
    counted: z.string(),
    procedure_code: z.string(),
    procedure_name: z.string(),
    table_version: z.number(),
    payee: unit,
    refundable: z.boolean(),
    assessed: z.custom<Assessment>((value) => typeof value === 'object').nullable(),
    raised_at: instant,
    raised_by: z.string().nullish(),
    state: z.enum(chargeStates),
    settled_at: instant.nullable(),
    way: z.enum(ways).nullable(),
    receipt_id: z.string().nullable(),
  })
  .transform(
    (row): Charge => ({
      homeUnit: row.home_unit,
      dossier: row.dossier_id,
      id: row.id,
      bill: row.bill,
      dossierCode: row.dossier_code,
      person: row.person_id,
      ownerName: row.owner_name,
      fee: row.fee,
      kind: row.kind,
      name: row.name,
      amount: row.amount,
      fullAmount: row.full_amount,
      dueAt: row.due_at,
      ground: row.ground,
      counted: row.counted,
      procedureCode: row.procedure_code,
      procedureName: row.procedure_name,
      tableVersion: row.table_version,
      payee: row.payee,
      refundable: row.refundable,
      assessed: row.assessed,
      raisedAt: row.raised_at,
      byOfficer: Boolean(row.raised_by),
      state: row.state,
      settledAt: row.settled_at,
      way: row.way,
      receipt: row.receipt_id,
    }),
  );

export const sessionStates = [
  'begun',
  'open',
  'settled',
  'failed',
  'refunded',
  'charged-back',
  'odd',
] as const;
/**
 * `begun`: the gateway is being told; `open`: its page is there; `settled`: the money is there; `odd`: money came that does not
 * fit and waits for a human.
 */
export type SessionState = (typeof sessionStates)[number];

export const sessionRow = z
  .object({
    home_unit: unit,
    id: z.string(),
    dossier_id: z.string(),
    bill: z.string(),
    gateway: z.string(),
    reference: z.string(),
    amount: dong,
    payee: unit,
    state: z.enum(sessionStates),
    pay_at: z.string().nullable(),
    begun_at: instant,
    until: instant,
    ask_at: instant.nullable(),
    asked: z.number(),
    told: z.number(),
    bookings: z.number(),
    record: z.custom<GatewayRecord>((value) => typeof value === 'object').nullable(),
    closed_at: instant.nullable(),
  })
  .transform((row) => ({
    homeUnit: row.home_unit,
    id: row.id,
    dossier: row.dossier_id,
    bill: row.bill,
    gateway: row.gateway,
    reference: row.reference,
    amount: row.amount,
    payee: row.payee,
    state: row.state,
    payAt: row.pay_at,
    begunAt: row.begun_at,
    until: row.until,
    askAt: row.ask_at,
    /** Questions put to the gateway, and the last whose answer was taken. */
    asked: row.asked,
    told: row.told,
    bookings: row.bookings,
    record: row.record,
    closedAt: row.closed_at,
  }));
/** A request to one gateway for some charges of a dossier. */
export type Session = z.output<typeof sessionRow>;

const lineRow = z
  .object({ session_id: z.string(), charge_id: z.string(), amount: dong, live: z.boolean() })
  .transform((row) => ({
    session: row.session_id,
    charge: row.charge_id,
    amount: row.amount,
    live: row.live,
  }));
export type SessionLine = z.output<typeof lineRow>;

const entryRow = z
  .object({
    id: z.string(),
    kind: z.custom<EntryKind>((value) => typeof value === 'string'),
    debit: z.custom<Account>((value) => typeof value === 'string'),
    credit: z.custom<Account>((value) => typeof value === 'string'),
    amount: z.number(),
    unit_id: unit,
    charge_id: z.string().nullable(),
    session_id: z.string().nullable(),
    refund_id: z.string().nullable(),
    shift_id: z.string().nullable(),
    evidence: z.string(),
    key: z.string(),
    reverses: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    kind: row.kind,
    debit: row.debit,
    credit: row.credit,
    amount: row.amount,
    unit: row.unit_id,
    charge: row.charge_id,
    session: row.session_id,
    refund: row.refund_id,
    shift: row.shift_id,
    evidence: row.evidence,
    key: row.key,
    reverses: row.reverses,
  }));
export type Entry = z.output<typeof entryRow>;

/** All about the money of one dossier, locked while it is decided upon. */
export const moneyShape = z.object({
  charges: z.array(chargeRow),
  lines: z.array(lineRow),
  sessions: z.array(sessionRow),
  entries: z.array(entryRow),
});
export type Money = z.output<typeof moneyShape>;
