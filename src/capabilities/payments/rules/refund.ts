import { z } from 'zod';
import type { UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import type { Instant, PlainDate } from '#kernel/time';
import type { Charge } from './charge.ts';

export const refundStates = ['asked', 'approved', 'paid', 'refused', 'dropped'] as const;
/** `dropped`: taken back by its owner, or no longer needed since the charge is not paid any more. */
export type RefundState = (typeof refundStates)[number];
export const refundKinds = ['asked', 'proposed', 'surplus'] as const;
export const refundWays = ['transfer', 'cash', 'gateway'] as const;
export type RefundWay = (typeof refundWays)[number];

const unit = z.string().transform((id) => id as UnitId);

/** A refund as the shelf has it. */
export const refundRow = z.object({
  home_unit: unit,
  id: z.string(),
  code: z.string(),
  kind: z.enum(refundKinds),
  /** Gives the money back; its books hold the refund. */
  unit_id: unit,
  dossier_id: z.string().nullable(),
  dossier_code: z.string(),
  charge_id: z.string().nullable(),
  /** Entry that brought a surplus. */
  entry_id: z.string().nullable(),
  person_id: z.string().nullable(),
  owner_name: z.string(),
  what: z.string(),
  amount: z.number(),
  reason: z.string(),
  way: z.enum(refundWays),
  bin: z.string(),
  account: z.string(),
  holder: z.string(),
  state: z.enum(refundStates),
  asked_at: z.number(),
  asked_by: z.string().nullable(),
  asked_by_name: z.string(),
  decided_at: z.number().nullable(),
  decided_by: z.string().nullable(),
  decided_by_name: z.string(),
  answer: z.string(),
  paid_at: z.number().nullable(),
  paid_by: z.string().nullable(),
  paid_by_name: z.string(),
  paid_from: z.string(),
  paid_number: z.string(),
  paid_day: z.custom<PlainDate>((value) => typeof value === 'string').nullable(),
});
export type Refund = z.output<typeof refundRow>;

/** Where the money shall go. */
export interface RefundAccount {
  readonly bin: string;
  readonly number: string;
  readonly holder: string;
}
export const noAccount: RefundAccount = { bin: '', number: '', holder: '' };

/** An account with all its parts, cleaned; capitals for the holder, as banks write it. */
export function readAccount(given: RefundAccount): Outcome<RefundAccount> {
  const number = given.number.replace(/[\s.-]/g, '');
  const holder = cleanText(given.holder).toUpperCase();
  if (!/^\d{6}$/.test(given.bin)) return refused({ code: 'bank-missing', field: 'bin' });
  if (!/^[0-9A-Za-z]{4,19}$/.test(number)) return refused({ code: 'account-number', field: 'number' });
  if (holder === '' || holder.length > 70) return refused({ code: 'account-holder', field: 'holder' });
  return done({ bin: given.bin, number, holder });
}

export interface Asking {
  readonly kind: Refund['kind'];
  readonly account: RefundAccount;
  readonly reason: string;
  readonly by: { readonly id: string | null; readonly name: string };
  readonly at: Instant;
  readonly id: string;
  readonly code: string;
}

const most = 1000;

/** A wish as it is first written. */
const begun = ({ kind, account, reason, by, at, id, code }: Asking) => ({
  id,
  code,
  kind,
  reason: cleanText(reason).slice(0, most),
  way: 'transfer' as const,
  bin: account.bin,
  account: account.number,
  holder: account.holder,
  state: 'asked' as const,
  asked_at: at,
  asked_by: by.id,
  asked_by_name: by.name,
  decided_at: null,
  decided_by: null,
  decided_by_name: '',
  answer: '',
  paid_at: null,
  paid_by: null,
  paid_by_name: '',
  paid_from: '',
  paid_number: '',
  paid_day: null,
});

/** Asks that what was paid for a charge be given back, the whole of it. What the law does not give back is refused with its ground. */
export function askForCharge(charge: Charge, asking: Asking): Outcome<Refund> {
  if (!charge.refundable) return refused({ code: 'refund-not-allowed', details: { ground: charge.ground } });
  if (charge.state !== 'paid') return refused({ code: 'refund-not-paid' });
  if (cleanText(asking.reason) === '') return refused({ code: 'reason-missing', field: 'reason' });
  return done({
    home_unit: charge.homeUnit,
    unit_id: charge.payee,
    dossier_id: charge.dossier,
    dossier_code: charge.dossierCode,
    charge_id: charge.id,
    entry_id: null,
    person_id: charge.person,
    owner_name: charge.ownerName,
    what: charge.name,
    amount: charge.amount,
    ...begun(asking),
  });
}

/** Money that nobody owed, as it stands in the books of a unit. */
export interface Surplus {
  readonly home_unit: UnitId;
  readonly id: string;
  readonly at: Instant;
  readonly day: PlainDate;
  /** What is still there. */
  readonly amount: number;
  readonly evidence: string;
  readonly dossier_id: string | null;
  readonly dossier_code: string;
  readonly owner_name: string;
  readonly person_id: string | null;
  /** A refund of it is under way. */
  readonly live: boolean;
}

/** Asks that a surplus be given back to whoever it came from. */
export function askForSurplus(surplus: Surplus, unitId: UnitId, asking: Asking): Outcome<Refund> {
  if (surplus.live) return refused({ code: 'refund-live' });
  if (cleanText(asking.reason) === '') return refused({ code: 'reason-missing', field: 'reason' });
  return done({
    home_unit: surplus.home_unit,
    unit_id: unitId,
    dossier_id: surplus.dossier_id,
    dossier_code: surplus.dossier_code,
    charge_id: null,
    entry_id: surplus.id,
    person_id: surplus.person_id,
    owner_name: surplus.owner_name || asking.account.holder,
    what: 'Tiền nộp thừa',
    amount: surplus.amount,
    ...begun(asking),
  });
}
