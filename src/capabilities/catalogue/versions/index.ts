export { beginWaitingVersions } from './begin-waiting.ts';
export { type Closing, closeProcedure } from './close.ts';
export { rollBack } from './roll-back.ts';
export { contentOfVersion, type VersionInfo, versionsOf } from './versions-of.ts';
