import { z } from 'zod';
import { asDong } from '#kernel/money';
import { params, query } from '#platform/db';
import type { OutgoingWhy } from '../take-outgoing.ts';
import type { TransferWhy } from '../take-transfer.ts';
import { unit } from './shapes.ts';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);

const newBankLine = z.object({
  account: z.string(),
  number: z.string(),
  unit_id: unit,
  at: z.number(),
  amount: z.number().transform(asDong),
  words: z.string(),
});
const bankLine = newBankLine.extend({
  state: z.enum(['new', 'out', 'settled', 'surplus', 'assigned', 'refunded']),
  why: z.string(),
  /** Code of the bill it was for. */
  bill: z.string().nullable(),
  /** Code of the refund that was paid by it. */
  refund: z.string().nullable(),
  home_unit: unit.nullable(),
  dossier_id: z.string().nullable(),
  decided_at: z.number().nullable(),
});
export type NewBankLine = z.output<typeof newBankLine>;
export type BankLine = z.output<typeof bankLine>;
type OfBankLine = { account: string; number: string };
export const newBankLines = query({
  file: file('new-bank-lines'),
  params: params<{ most: number }>(),
  row: newBankLine,
});
export const lockBankLine = query({
  file: file('lock-bank-line'),
  params: params<OfBankLine>(),
  row: bankLine,
});
export const findBankLine = query({ file: file('bank-line'), params: params<OfBankLine>(), row: bankLine });
export const decideBankLine = query({
  file: file('decide-bank-line'),
  params: params<
    OfBankLine & {
      state: BankLine['state'];
      why: TransferWhy | OutgoingWhy | '';
      bill: string | null;
      refund: string | null;
      home_unit: string | null;
      dossier: string | null;
      at: string;
      by: string;
    }
  >(),
  row: z.object({ number: z.string() }),
});
export const refundConfirmed = query({
  file: file('refund-confirmed'),
  params: params<OfBankLine & { code: string }>(),
  row: z.object({ confirmed: z.boolean() }),
});
export const surplusEntry = query({
  file: file('surplus-entry'),
  params: params<{ home_unit: string; key: string }>(),
  row: z.object({ home_unit: unit, id: z.string(), kept: z.number() }),
});
