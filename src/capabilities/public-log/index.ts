export { judgeBundle, momentOfBundle, type ProvenRow } from './bundle.ts';
export { judgeCarried, type LeafOfFile, withoutProof, withProof } from './carried.ts';
export {
  checkpointNow,
  type LogHealth,
  logFindings,
  logHealth,
  type PublishedCheckpoint,
  tileBytes,
} from './look.ts';
export { publicLogPermissions } from './permissions.ts';
export { proveRow } from './proof.ts';
export type { LogIdentity } from './publish.ts';
export { type LogReader, nothingRead, type Reread, rereadAll, rereadLog, sameHistory } from './reread.ts';
export { publicLogJobs } from './watch.ts';
