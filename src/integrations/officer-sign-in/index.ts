import { z } from 'zod';
import { done, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import type { CodeFlow } from '#platform/openid';
import type { OfficerIdentityProvider } from '#ports/identity';

export interface OfficerSignInSettings {
  /** Values of `acr` that tell of a second factor. */
  readonly acrWithSecondFactor: readonly string[];
}

/** RFC 8176: multiple factors, a one-time code, a key in hardware, a card, a key in software. */
const secondFactors = new Set(['mfa', 'otp', 'hwk', 'sc', 'swk']);

const wire = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().transform(cleanText).catch(''),
  acr: z.string().optional().catch(undefined),
  amr: z.array(z.string()).catch([]),
});

/** Sign-in of officers by the province's own provider. Without a second factor nobody comes in. */
export const officerSignIn = (flow: CodeFlow, settings: OfficerSignInSettings): OfficerIdentityProvider => ({
  begin: (returnTo) => flow.begin(returnTo),
  async finish(callbackUrl, kept) {
    const answer = await flow.finish(callbackUrl, kept);
    if (!answer.ok) return answer;
    const claims = wire.safeParse(answer.value);
    if (!claims.success) return refused({ code: 'claims-unreadable' });
    const { sub, name, acr, amr } = claims.data;
    const strong =
      amr.some((method) => secondFactors.has(method)) ||
      (acr !== undefined && settings.acrWithSecondFactor.includes(acr));
    if (!strong) return refused({ code: 'second-factor-missing' });
    return done({ subject: sub, name, provider: 'province' });
  },
  signOutUrl: () => flow.signOutUrl(),
});
