export { type FileKeys, openFileKeys } from './file-keys.ts';
