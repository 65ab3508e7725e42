export type { RowFault } from './cells.ts';
export {
  type OfficialColumn,
  officialColumns,
  officialsFileLimits,
  officialsHeader,
  type RoleWords,
} from './columns.ts';
export { forgetOfficialsFiles } from './forget-files.ts';
export { handInOfficials, type OfficialsFile, officialsFile, takeOfficialsFile } from './hand-in.ts';
export type { OfficialStep, PlannedRow } from './plan.ts';
export { type Taken, type TriedOfficials, takeOfficials, tryOfficials } from './take.ts';
