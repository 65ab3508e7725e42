import type { UnitId } from '#kernel/ids';

/**
 * How far an authority serves a procedure online (NĐ 42/2022/NĐ-CP: toàn trình, một phần). `none`: at counters and by post only.
 * `not-handled`: this authority does not handle the procedure.
 */
export const serviceLevels = ['full', 'partial', 'none', 'not-handled'] as const;
export type ServiceLevel = (typeof serviceLevels)[number];

/** One decision about the level, everywhere (`unit` null) or at one authority. `as-published` gives back to what goes without it. */
export interface LevelRow {
  readonly code: string;
  readonly unit: UnitId | null;
  readonly level: ServiceLevel | 'as-published';
  /** `YYYY-MM-DD` */
  readonly from_day: string;
  readonly decision: string;
}

/** The row that holds on a day, of rows in the order of their days. */
const holding = (rows: readonly LevelRow[], unit: UnitId | null, day: string): LevelRow | undefined => {
  const row = rows.findLast((each) => each.unit === unit && each.from_day <= day);
  return row?.level === 'as-published' ? undefined : row;
};

/**
 * The level of a procedure at an authority on a day: the authority's own row, else that for everywhere, else what was published.
 * @param rows of this procedure, ordered by day and then by when they were entered.
 */
export function levelAt(
  rows: readonly LevelRow[],
  unit: UnitId | null,
  day: string,
  published: 'full' | 'partial' | 'none',
): ServiceLevel {
  const own = unit === null ? undefined : holding(rows, unit, day);
  const level = (own ?? holding(rows, null, day))?.level;
  return level === undefined || level === 'as-published' ? published : level;
}

/** Authorities that a row of their own sets apart on a day. */
export const unitsSetApart = (rows: readonly LevelRow[], day: string): readonly UnitId[] => [
  ...new Set(
    rows.flatMap(({ unit }) => (unit !== null && holding(rows, unit, day) !== undefined ? [unit] : [])),
  ),
];
