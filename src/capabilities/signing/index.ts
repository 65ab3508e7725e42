export { nameKey, officersWithKey, type Ready } from './choose.ts';
export { bearsNumber, type Citizen, type Holder } from './holder.ts';
export type { BroughtBack } from './in-two-steps.ts';
export type { NamedKey } from './own-key.ts';
export { placeOf } from './parts.ts';
export type { BegunRemote, XmlToSign } from './remote.ts';
export type { Round } from './rounds.ts';
export { type Seal, sealLimits, setSeal } from './seals.ts';
export { openSigning, type Signing } from './signing.ts';
