export { type Credentials, openCredentials } from './credentials.ts';
export type { Offerable } from './offer.ts';
export { configuration as credentialConfiguration } from './parts.ts';
export { credentialPermissions } from './permissions.ts';
