/** A year, or a quarter of it, as a span of days: from its first day to the day after its last. */
export interface Period {
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4 | undefined;
  readonly from: string;
  readonly before: string;
}

const first = (year: number, month: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;

export function periodOf(year: number, quarter: number | undefined): Period {
  const known = quarter === 1 || quarter === 2 || quarter === 3 || quarter === 4 ? quarter : undefined;
  if (known === undefined) return { year, quarter: known, from: first(year, 1), before: first(year + 1, 1) };
  const month = known * 3 - 2;
  return {
    year,
    quarter: known,
    from: first(year, month),
    before: known === 4 ? first(year + 1, 1) : first(year, month + 3),
  };
}
