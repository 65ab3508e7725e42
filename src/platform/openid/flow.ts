import type { Outcome } from '#kernel/outcome';

/** Kept with the browser's session between leaving for the provider and coming back; used once. */
export interface KeptSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Milliseconds since 1970: an answer after a quarter of an hour is refused. */
  readonly startedAt: number;
  readonly returnTo: string;
}

/**
 * An outside provider of sign-in. Both steps answer within four seconds. Refusals: `identity-provider-unavailable`
 * (slow or absent; nothing was lost), `sign-in-cancelled` (the person turned back), `sign-in-refused` (the answer
 * proves nothing: forged, replayed, expired, for somebody else), `second-factor-missing`, `claims-unreadable`.
 */
export interface IdentityProvider<Claims> {
  begin(returnTo: string): Promise<Outcome<{ readonly url: string; readonly keep: KeptSignIn }>>;
  finish(callbackUrl: string, kept: KeptSignIn): Promise<Outcome<Claims>>;
  /** Where the person can end the session at the provider too; unknown until the provider has answered once. */
  signOutUrl(): string | undefined;
}
/** Claims of a checked identity token as they came on the wire, with the provider's own words. */
export type WireClaims = Readonly<Record<string, unknown>>;
/** The OpenID Connect code flow that both sign-ins lean on. */
export type CodeFlow = IdentityProvider<WireClaims>;
