export { nameKey, officersWithKey, type Ready } from './choose.ts';
export { bearsNumber, type Citizen, type Holder } from './holder.ts';
export type { BegunRemote, BroughtBack, XmlToSign } from './remote.ts';
export { type Seal, sealLimits, setSeal } from './seals.ts';
export { openSigning, type Signing } from './signing.ts';
