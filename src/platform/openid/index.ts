export { type CodeFlowSettings, openCodeFlow } from './code-flow.ts';
export type { CodeFlow, IdentityProvider, KeptSignIn, WireClaims } from './flow.ts';
