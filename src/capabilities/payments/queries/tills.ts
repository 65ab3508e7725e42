import { z } from 'zod';
import type { UnitId } from '#kernel/ids';
import { params, query } from '#platform/db';
import type { EntryKind } from '../rules/ledger.ts';
import type { Shift } from '../rules/shift.ts';
import { receiptRow } from './index.ts';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);

const shiftRow = z
  .object({
    unit_id: z.string(),
    id: z.string(),
    officer_id: z.string(),
    officer_name: z.string(),
    opened_at: z.number(),
    float_amount: z.number(),
    by_itself: z.boolean(),
    closed_at: z.number().nullable(),
    closed_by_name: z.string(),
    expected: z.number().nullable(),
    counted: z.number().nullable(),
    pieces: z.record(z.string(), z.number()).nullable(),
    remark: z.string(),
  })
  .transform(
    (row): Shift => ({
      unit: row.unit_id as UnitId,
      id: row.id,
      officer: row.officer_id,
      officerName: row.officer_name,
      openedAt: row.opened_at,
      float: row.float_amount,
      byItself: row.by_itself,
      closedAt: row.closed_at,
      closedByName: row.closed_by_name,
      expected: row.expected,
      counted: row.counted,
      pieces: row.pieces,
      remark: row.remark,
    }),
  );

/** Opens a shift; no row where the officer has an open one. */
export const openShiftRow = query({
  file: file('open-shift'),
  params: params<{
    unit: string;
    id: string;
    officer: string;
    name: string;
    now: number;
    float: number;
    by_itself: boolean;
  }>(),
  row: shiftRow,
});
/** The officer's open shift, held until the transaction ends. */
export const ownShiftRow = query({
  file: file('own-shift'),
  params: params<{ unit: string; officer: string }>(),
  row: shiftRow,
});
/** An open shift, locked. */
export const lockShiftRow = query({
  file: file('lock-shift'),
  params: params<{ id: string }>(),
  row: shiftRow,
});
export const shiftById = query({ file: file('shift'), params: params<{ id: string }>(), row: shiftRow });
export const shiftsByIdRows = query({
  file: file('shifts-by-id'),
  params: params<{ ids: readonly string[] }>(),
  row: shiftRow,
});
export const shiftsOfUnits = query({
  file: file('shifts'),
  params: params<{ units: readonly string[]; most: number }>(),
  row: shiftRow,
});
export const closeShiftRow = query({
  file: file('close-shift'),
  params: params<{
    id: string;
    now: number;
    officer: string;
    name: string;
    expected: number;
    counted: number;
    pieces: string | null;
    remark: string;
  }>(),
  row: z.object({ id: z.string() }),
});
/** What moved on the account of a shift's till. */
export const tillRows = query({
  file: file('till'),
  params: params<{ unit: string; shift: string }>(),
  row: z.object({
    into_till: z.boolean(),
    kind: z.custom<EntryKind>((value) => typeof value === 'string'),
    amount: z.number(),
  }),
});
export const receiptById = query({
  file: file('receipt'),
  params: params<{ id: string }>(),
  row: receiptRow.extend({ shift_id: z.string().nullable() }),
});
export const receiptsOfShift = query({
  file: file('receipts-of-shift'),
  params: params<{ unit: string; shift: string }>(),
  row: receiptRow,
});
