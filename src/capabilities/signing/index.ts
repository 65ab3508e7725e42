export { nameKey, type Ready } from './choose.ts';
export type { Citizen, Holder } from './holder.ts';
export type { BegunRemote, BroughtBack, XmlToSign } from './remote.ts';
export { openSigning, type Signing } from './signing.ts';
