import type { ImportAction, ImportCounts, ImportReport, ReasonKey, ReportLine } from './report.ts';

/** A report in figures. */
export interface ReadingSummary {
  readonly counts: ImportCounts;
  /** Most frequent first. */
  readonly kinds: readonly {
    readonly reason: ReasonKey;
    readonly action: ImportAction;
    readonly count: number;
  }[];
}

export function summaryOf({ counts, lines }: ImportReport): ReadingSummary {
  const kinds = [...Map.groupBy(lines, ({ reason, action }) => `${reason} ${action}`).values()].flatMap(
    (same) => (same[0] ? [{ reason: same[0].reason, action: same[0].action, count: same.length }] : []),
  );
  return { counts, kinds: kinds.sort((one, other) => other.count - one.count) };
}

/** Lines that are worth a row each: what touches every record alike is told once, with its count. */
export const rowsToTell = ({ lines }: ImportReport): readonly ReportLine[] =>
  lines.filter(({ reason }) => reason !== 'assumed-defaults');
