export { type AcceptedFile, type Files, openFiles } from './door.ts';
export { type FileKind, fileKinds, judgeContent } from './kinds.ts';
export { attachmentHeader, cleanFileName } from './names.ts';
export { type FileStore, folderStore } from './store.ts';
