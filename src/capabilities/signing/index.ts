export { nameKey, type Ready } from './choose.ts';
export type { Holder } from './holder.ts';
export { openSigning, type Signing } from './signing.ts';
