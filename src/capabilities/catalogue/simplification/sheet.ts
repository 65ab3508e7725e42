import { z } from 'zod';
import { cleanText } from '#kernel/text';

/** Parts of the official sheet, in its order (Thông tư 03/2022/TT-VPCP, sheet of compliance costs). */
export const activities = ['prepare', 'submit', 'pay', 'inspection', 'other', 'collect'] as const;
export type Activity = (typeof activities)[number];

const dong = z.int().min(0).max(1_000_000_000);

const row = z.strictObject({
  activity: z.enum(activities),
  name: z.string().transform(cleanText).pipe(z.string().min(1).max(300)),
  /** Working minutes of everybody who works on it, for one dossier. */
  minutes: z.int().min(0).max(1_000_000),
  /** Advice, copying, travel: what is paid to others than the State, in đồng. */
  hired: dong,
  /** Charges and fees, in đồng. */
  fee: dong,
  /** Percent of dossiers that have this row: who files online does not queue. */
  share: z.int().min(0).max(100),
});
export type CostRow = z.output<typeof row>;

/** Totals stay whole numbers that a double holds exactly. */
const mostPerYear = 9e15;

/** What following a procedure costs: work × wage + what is paid, per dossier, and how often a year. */
export const costSheetShape = z
  .strictObject({
    /** Đồng for an hour of work. */
    wage: z.int().min(0).max(10_000_000),
    /** Persons or enterprises that follow it in a year. */
    subjects: z.int().min(0).max(100_000_000),
    /** How often each does in a year. */
    times: z.int().min(0).max(366),
    /** Legal time of the administration, in working hours (a working day is 8). */
    legalHours: z.int().min(0).max(100_000),
    rows: z.array(row).max(60),
    /** Rows are starting values that nobody has looked at yet. */
    assumed: z.boolean().optional(),
  })
  .refine(
    ({ wage, subjects, times, rows }) =>
      rows.reduce((sum, each) => sum + ((each.minutes * wage) / 60 + each.hired + each.fee), 0) *
        subjects *
        times <=
      mostPerYear,
    'too large',
  );
export type CostSheet = z.output<typeof costSheetShape>;

/** What is left of a procedure that is dropped. */
export const noCost = (of: CostSheet): CostSheet => ({ ...of, legalHours: 0, rows: [] });
