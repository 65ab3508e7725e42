export type { TokenOptions } from './token.ts';
export { openTokenKeys, type TokenKeys } from './token-keys.ts';
