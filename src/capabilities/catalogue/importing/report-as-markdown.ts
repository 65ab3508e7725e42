import { type ImportReport, type ReasonKey, type ReportLine, reasons } from './report.ts';

const cell = (text: string): string => text.replace(/\s+/gu, ' ').replaceAll('|', '\\|');

/**
 * The import report for people: the sums, a table by defect, then every line under its defect. A defect that touches
 * every record alike (`assumed-defaults`) is told once, with its count.
 */
export function reportAsMarkdown(report: ImportReport): string {
  const { counts } = report;
  const byReason = Map.groupBy(report.lines, (line) => line.reason);
  const kinds = [...byReason.entries()].sort((a, b) => b[1].length - a[1].length);
  return [
    '# Import of the national list of procedures',
    '',
    '| | in | taken | set aside or merged |',
    '|---|---:|---:|---:|',
    `| procedures | ${counts.rows} | ${counts.imported} | ${counts.rowsSetAside} |`,
    `| detail lines | ${counts.detailLines} | ${counts.detailsUsed} | ${counts.detailsSetAside} |`,
    `| papers | ${counts.documents} | ${counts.documentsKept} | ${counts.documentsMerged} |`,
    '',
    '## By kind of defect',
    '',
    '| defect | corrected | kept | set aside |',
    '|---|---:|---:|---:|',
    ...kinds.map(([reason, lines]) => `| ${reasons[reason]} | ${perAction(lines)} |`),
    '',
    ...kinds
      .filter(([reason]) => reason !== 'assumed-defaults')
      .flatMap(([reason, lines]) => section(reason, lines)),
  ].join('\n');
}

const perAction = (lines: readonly ReportLine[]): string =>
  (['corrected', 'kept', 'set-aside'] as const)
    .map((action) => lines.filter((line) => line.action === action).length || '')
    .join(' | ');

const section = (reason: ReasonKey, lines: readonly ReportLine[]): string[] => [
  `## ${reasons[reason]}`,
  '',
  '| code | field | action | from | to |',
  '|---|---|---|---|---|',
  ...lines.map(
    (line) =>
      `| ${cell(line.code)} | ${cell(line.field)} | ${line.action} | ${cell(line.from)} | ${cell(line.to)} |`,
  ),
  '',
];
