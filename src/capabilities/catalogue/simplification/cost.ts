import { asDong, type Dong } from '#kernel/money';
import { type Activity, activities, type CostRow, type CostSheet } from './sheet.ts';

/** Working hours of a year in the official formula: 12 months × 22 days × 8 hours (Thông tư 03/2022/TT-VPCP). */
export const hoursPerYear = 12 * 22 * 8;

/**
 * Average income of an hour of work: product per head ÷ 2,112 hours. Product per head 2024: 114 million đồng (General
 * Statistics Office, 6 January 2025). Written into each new sheet, where it can be changed.
 */
export const averageWage = asDong(Math.round(114_000_000 / hoursPerYear));

/** One row for one who has it: minutes × wage ÷ 60, rounded to the đồng, with what is paid. */
export const costOfRow = ({ minutes, hired, fee }: CostRow, wage: number): Dong =>
  asDong(Math.round((minutes * wage) / 60) + hired + fee);

/** Dossiers of a year. */
export const dossiersPerYear = ({ subjects, times }: CostSheet): number => subjects * times;

/** So many of them have this row, a whole number. */
const having = (sheet: CostSheet, { share }: CostRow): number =>
  Math.round((dossiersPerYear(sheet) * share) / 100);

/** An average dossier: each row by the share of dossiers that have it. */
export const costPerDossier = ({ rows, wage }: CostSheet): Dong =>
  asDong(rows.reduce((sum, row) => sum + Math.round((costOfRow(row, wage) * row.share) / 100), 0));

/** All dossiers of a year; whole đồng, because every row is counted for a whole number of dossiers. */
export const costPerYear = (sheet: CostSheet): Dong =>
  asDong(sheet.rows.reduce((sum, row) => sum + costOfRow(row, sheet.wage) * having(sheet, row), 0));

/** By part of the sheet, for an average dossier and for the year. */
export const costByActivity = (
  sheet: CostSheet,
): readonly { readonly activity: Activity; readonly dossier: Dong; readonly year: Dong }[] =>
  activities.map((activity) => {
    const part = { ...sheet, rows: sheet.rows.filter((row) => row.activity === activity) };
    return { activity, dossier: costPerDossier(part), year: costPerYear(part) };
  });

/** Working hours that people wait for the administration in a year. */
export const hoursWaited = (sheet: CostSheet): number => sheet.legalHours * dossiersPerYear(sheet);

export interface Change {
  readonly before: number;
  readonly after: number;
  /** Before − after; negative where it became dearer. */
  readonly saved: number;
  /** Tenths of a percent of `before`, rounded down, so that no goal is reached by rounding; 0 where there was nothing. */
  readonly permille: number;
}
export const changeOf = (before: number, after: number): Change => ({
  before,
  after,
  saved: before - after,
  permille: before === 0 ? 0 : Math.floor(((before - after) * 1000) / before),
});

export interface Effect {
  readonly dossier: Change;
  readonly year: Change;
  readonly legalHours: Change;
  readonly hours: Change;
}

/** A proposal before and after; nothing after it means that the procedure is gone. */
export function effectOf(before: CostSheet, after: CostSheet | null): Effect {
  const then = <T extends number>(of: (sheet: CostSheet) => T): number => (after === null ? 0 : of(after));
  return {
    dossier: changeOf(costPerDossier(before), then(costPerDossier)),
    year: changeOf(costPerYear(before), then(costPerYear)),
    legalHours: changeOf(before.legalHours, after?.legalHours ?? 0),
    hours: changeOf(hoursWaited(before), then(hoursWaited)),
  };
}
