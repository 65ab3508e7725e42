export { beginWaitingVersions } from './begin-waiting.ts';
export {
  askToClose,
  type Closing,
  type ClosingState,
  closingOf,
  closingRequests,
  decideClosing,
} from './close.ts';
export { rollBack } from './roll-back.ts';
export { contentOfVersion, type VersionInfo, versionsOf } from './versions-of.ts';
