import { z } from 'zod';
import { params, query } from '#platform/db';
import { chargeKinds } from '#ports/payments';
import { ways } from '../rules/charge.ts';
import { chargeRow, moneyShape, sessionRow } from '../rules/money.ts';
import { billShape } from './bill.ts';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
const ok = z.object({ ok: z.boolean() });
type OfDossier = { home_unit: string; dossier: string };

export const lockMoney = query({
  file: file('lock'),
  params: params<{ keys: string }>(),
  row: z.object({ home_unit: z.string(), dossier_id: z.string(), money: moneyShape }),
});
export const writeMoney = query({ file: file('write'), params: params<{ change: string }>(), row: ok });
export const raiseRows = query({ file: file('raise'), params: params<{ charges: string }>(), row: ok });
export const beginRows = query({
  file: file('begin'),
  params: params<{ asked: string }>(),
  row: z.object({
    outcome: z.enum(['new', 'same', 'settled', 'mixed', 'missing']),
    session: sessionRow.nullable(),
  }),
});
export const toldBegun = query({
  file: file('told-begun'),
  params: params<{ told: string }>(),
  row: z.object({ state: z.string().nullable() }),
});
export const heardRows = query({
  file: file('heard'),
  params: params<{ notice: string }>(),
  row: z.object({ known: z.boolean() }),
});
export const askSoonRows = query({
  file: file('ask-soon'),
  params: params<{ bill: string; now: number }>(),
  row: z.object({ asked: z.number() }),
});
export const billByCode = query({
  file: file('bill'),
  params: params<{ code: string }>(),
  row: z.object({ bill: billShape.nullable() }),
});
export const billOfDossier = query({
  file: file('bill-of'),
  params: params<OfDossier>(),
  row: z.object({ bill: billShape.nullable() }),
});
export const takeToAsk = query({
  file: file('take-to-ask'),
  params: params<{ now: number; lease: number; most: number }>(),
  row: sessionRow,
});
export const chargesOfDossier = query({
  file: file('charges-of-dossier'),
  params: params<OfDossier>(),
  row: chargeRow,
});

export const receiptRow = z.object({
  home_unit: z.string(),
  id: z.string(),
  dossier_id: z.string(),
  dossier_code: z.string(),
  person_id: z.string().nullable(),
  bill: z.string(),
  kind: z.enum(chargeKinds),
  template: z.string(),
  symbol: z.string(),
  number: z.number(),
  paper_number: z.string(),
  unit_id: z.string(),
  unit_name: z.string(),
  payer_name: z.string(),
  amount: z.number(),
  lines: z.array(z.object({ charge: z.string(), name: z.string(), counted: z.string(), amount: z.number() })),
  way: z.enum(ways),
  evidence: z.string(),
  issued_at: z.number(),
  issued_by_name: z.string(),
  cancelled_at: z.number().nullable(),
  cancelled_reason: z.string().nullable(),
});
export const receiptsOfBillRows = query({
  file: file('receipts-of-bill'),
  params: params<{ code: string }>(),
  row: receiptRow,
});
export const receiptsOfPersonRows = query({
  file: file('receipts-of-person'),
  params: params<{ person: string }>(),
  row: receiptRow,
});

const accountRow = z.object({
  unit_id: z.string(),
  name: z.string(),
  tax_code: z.string(),
  bin: z.string(),
  number: z.string(),
  holder: z.string(),
  treasury_code: z.string().nullable(),
  treasury_account: z.string().nullable(),
});
export type AccountRow = z.output<typeof accountRow>;
export const allAccounts = query({ file: file('accounts'), params: params(), row: accountRow });
export const keepAccountRow = query({
  file: file('keep-account'),
  params: params<{
    unit: string;
    name: string;
    tax_code: string;
    bin: string;
    number: string;
    holder: string;
    treasury_code: string | null;
    treasury_account: string | null;
    now: number;
    by: string;
  }>(),
  row: z.object({ unit_id: z.string() }),
});
