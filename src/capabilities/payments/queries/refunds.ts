import { z } from 'zod';
import type { UnitId } from '#kernel/ids';
import type { PlainDate } from '#kernel/time';
import { params, query } from '#platform/db';
import { refundRow, refundStates } from '../rules/refund.ts';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
const unit = z.string().transform((id) => id as UnitId);
const day = z.string().transform((text) => text as PlainDate);

export const lockRefund = query({
  file: file('lock-refund'),
  params: params<{ code: string }>(),
  row: refundRow,
});
export const refundByCode = query({
  file: file('refund-by-code'),
  params: params<{ code: string }>(),
  row: refundRow,
});
export const refundPlace = query({
  file: file('refund-place'),
  params: params<{ code: string }>(),
  row: refundRow.pick({ home_unit: true, dossier_id: true }),
});
export const refundsOfDossier = query({
  file: file('refunds-of-dossier'),
  params: params<{ home_unit: string; dossier: string }>(),
  row: refundRow,
});
export const refundsOfPerson = query({
  file: file('refunds-of-person'),
  params: params<{ person: string }>(),
  row: refundRow,
});
export const refundRows = query({
  file: file('refunds'),
  params: params<{ units: readonly string[]; states: readonly string[]; size: number; skip: number }>(),
  row: refundRow,
});
export const refundCounts = query({
  file: file('refund-counts'),
  params: params<{ units: readonly string[] }>(),
  row: z.object({ state: z.enum(refundStates), count: z.number(), amount: z.number() }),
});
export const keepRefundRow = query({
  file: file('keep-refund'),
  params: params<{ change: string }>(),
  row: z.object({ outcome: z.enum(['done', 'live', 'changed']) }),
});
export const lockBooksRow = query({
  file: file('lock-books'),
  params: params<{ unit: string }>(),
  row: z.object({ ok: z.boolean() }),
});
export const surplusRows = query({
  file: file('surplus'),
  params: params<{ unit: string }>(),
  row: z.object({
    home_unit: unit,
    id: z.string(),
    at: z.number(),
    day,
    amount: z.number(),
    evidence: z.string(),
    dossier_id: z.string().nullable(),
    dossier_code: z.string(),
    owner_name: z.string(),
    person_id: z.string().nullable(),
    live: z.boolean(),
  }),
});
