import * as oidc from 'openid-client';
import type { Refusal } from '#kernel/outcome';

/** The provider could not be asked: absent, too slow, or failing. A `TypeError`, for those pass the library unchanged. */
export class ProviderAway extends TypeError {
  constructor(cause: unknown) {
    super('The identity provider does not answer', { cause });
    this.name = 'ProviderAway';
  }
}

const theirTrouble = new Set(['server_error', 'temporarily_unavailable']);
const turnedBack = new Set(['access_denied']);

/** What an error of a step means for the person. A fault of ours is thrown on. */
export function answerOf(error: unknown): Refusal {
  if (error instanceof ProviderAway) return { code: 'identity-provider-unavailable' };
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) {
    if (theirTrouble.has(error.error)) return { code: 'identity-provider-unavailable' };
    if (turnedBack.has(error.error)) return { code: 'sign-in-cancelled' };
    return { code: 'sign-in-refused', details: { reason: error.error } };
  }
  if (error instanceof oidc.ClientError) {
    const away = error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT';
    if (away) return { code: 'identity-provider-unavailable' };
    return { code: 'sign-in-refused', details: { reason: error.code ?? 'unreadable' } };
  }
  if (error instanceof oidc.WWWAuthenticateChallengeError)
    return { code: 'sign-in-refused', details: { reason: 'client-refused' } };
  throw error;
}
