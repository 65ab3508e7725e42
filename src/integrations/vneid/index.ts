import { done, refused } from '#kernel/outcome';
import type { CodeFlow } from '#platform/openid';
import type { CitizenIdentityProvider } from '#ports/identity';
import { citizenClaimsOf } from './claims.ts';

/** Sign-in of citizens by the national electronic identification account. */
export const vneid = (flow: CodeFlow): CitizenIdentityProvider => ({
  begin: (returnTo) => flow.begin(returnTo),
  async finish(callbackUrl, kept) {
    const answer = await flow.finish(callbackUrl, kept);
    if (!answer.ok) return answer;
    const claims = citizenClaimsOf(answer.value);
    return claims ? done(claims) : refused({ code: 'claims-unreadable' });
  },
  signOutUrl: () => flow.signOutUrl(),
});
