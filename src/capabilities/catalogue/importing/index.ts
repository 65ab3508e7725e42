export { type ImportedCatalogue, type ImportOptions, importCatalogue } from './import-catalogue.ts';
export type { ProcedureRow } from './raw.ts';
export { type ImportReport, type ReasonKey, type ReportLine, reasons } from './report.ts';
export { reportAsMarkdown } from './report-as-markdown.ts';
export { type ReadingSummary, rowsToTell, summaryOf } from './summary.ts';
