export { type ImportedCatalogue, type ImportOptions, importCatalogue } from './import-catalogue.ts';
export type { ProcedureRow } from './raw.ts';
export { type ImportReport, type ReportLine } from './report.ts';
export { reportAsMarkdown } from './report-as-markdown.ts';
