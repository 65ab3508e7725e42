import * as oidc from 'openid-client';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import type { Clock } from '#kernel/time';
import type { Log } from '#platform/log';
import { answerOf, ProviderAway } from './answers.ts';
import { Breaker } from './breaker.ts';
import type { CodeFlow, KeptSignIn } from './flow.ts';
import { Pulse, pulseAddress } from './pulse.ts';

export interface CodeFlowSettings {
  /** https, or http on loopback only. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends the browser back. */
  readonly redirectUri: string;
  /** Where the provider may send the browser after signing out. */
  readonly signedOutUri?: string;
  readonly scope?: string;
  /** Asked of the provider each time, e.g. `{ prompt: 'login', acr_values: '…' }`. */
  readonly ask?: Readonly<Record<string, string>>;
  /** The claim without which the profile is fetched as well. */
  readonly neededClaim?: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** The whole of a step, so that a page stands within four seconds whatever the provider does. */
const stepTakesAtMost = 3500;
const oneCallSeconds = 3;
/** Whether the provider still stands is asked apart (`pulse.ts`); its addresses and keys change with notice. */
const trustMetadataFor = 10 * 60_000;
const answerWithin = 15 * 60_000;

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** OpenID Connect by code, PKCE, state and nonce; the signature of the identity token is checked as well. */
export function openCodeFlow(settings: CodeFlowSettings): CodeFlow {
  const issuer = new URL(settings.issuer);
  const plain = issuer.protocol === 'http:';
  if (plain && !loopback.has(issuer.hostname))
    throw new Error(`The issuer ${settings.issuer} must be https: plain http is for loopback only`);
  const { clock, log } = settings;
  const breaker = new Breaker(clock);
  const pulse = new Pulse(clock);
  let known: { readonly config: oidc.Configuration; readonly at: number } | undefined;
  let asking: Promise<oidc.Configuration> | undefined;

  const watchedFetch: oidc.CustomFetch = async (url, options) => {
    let response: Response;
    try {
      response = await fetch(url, options as RequestInit);
    } catch (error) {
      throw new ProviderAway(error);
    }
    if (response.status >= 500 || response.status === 429) throw new ProviderAway(response.status);
    return response;
  };

  const discover = async (): Promise<oidc.Configuration> => {
    const config = await oidc.discovery(
      issuer,
      settings.clientId,
      { id_token_signed_response_alg: 'RS256' },
      oidc.ClientSecretBasic(settings.clientSecret),
      {
        timeout: oneCallSeconds,
        [oidc.customFetch]: watchedFetch,
        execute: [oidc.enableNonRepudiationChecks, ...(plain ? [oidc.allowInsecureRequests] : [])],
      },
    );
    const keys = known && oidc.getJwksCache(known.config);
    if (keys) oidc.setJwksCache(config, keys);
    known = { config, at: clock.now() };
    return config;
  };
  const configuration = async (): Promise<oidc.Configuration> => {
    if (known && Math.abs(clock.now() - known.at) < trustMetadataFor) return known.config;
    asking ??= discover().finally(() => {
      asking = undefined;
    });
    return asking;
  };

  /** No browser is sent to a provider that does not answer. */
  async function mustStand(config: oidc.Configuration): Promise<void> {
    const page = config.serverMetadata().authorization_endpoint;
    if (page === undefined) return;
    if (!(await pulse.beats(pulseAddress(issuer, page)))) throw new ProviderAway('no answer before leaving');
  }

  /** One step: refused at once while the circuit is open, ended in time, its failure a value. */
  async function step<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    if (!breaker.mayTry()) return refused({ code: 'identity-provider-unavailable' });
    try {
      const value = await within(stepTakesAtMost, work());
      breaker.succeeded();
      return done(value);
    } catch (error) {
      const refusal: Refusal = answerOf(error);
      if (refusal.code === 'identity-provider-unavailable') breaker.failed();
      else breaker.undecided();
      log.warn({ issuer: issuer.host, refusal: refusal.code, ...refusal.details }, 'sign-in step failed');
      return refused(refusal);
    }
  }

  return {
    async begin(returnTo) {
      // Not counted by the breaker: a rush within the few seconds of one answer is one failure.
      if (pulse.remembered() === false) return refused({ code: 'identity-provider-unavailable' });
      return step(async () => {
        if (known) await mustStand(known.config);
        const config = await configuration();
        await mustStand(config);
        const keep: KeptSignIn = {
          state: oidc.randomState(),
          nonce: oidc.randomNonce(),
          verifier: oidc.randomPKCECodeVerifier(),
          startedAt: clock.now(),
          returnTo,
        };
        const url = oidc.buildAuthorizationUrl(config, {
          ...settings.ask,
          redirect_uri: settings.redirectUri,
          scope: settings.scope ?? 'openid',
          code_challenge: await oidc.calculatePKCECodeChallenge(keep.verifier),
          code_challenge_method: 'S256',
          state: keep.state,
          nonce: keep.nonce,
        });
        return { url: url.href, keep };
      });
    },

    async finish(callbackUrl, kept) {
      const age = clock.now() - kept.startedAt;
      if (age < 0 || age > answerWithin)
        return refused({ code: 'sign-in-refused', details: { reason: 'too-late' } });
      if (kept.state === '' || kept.nonce === '' || kept.verifier === '')
        return refused({ code: 'sign-in-refused', details: { reason: 'not-begun' } });
      // Only what the provider said is taken from the address; the rest is ours.
      const answer = new URL(settings.redirectUri);
      answer.search = new URL(callbackUrl, settings.redirectUri).search;
      return step(async () => {
        const config = await configuration();
        const tokens = await oidc.authorizationCodeGrant(config, answer, {
          expectedState: kept.state,
          expectedNonce: kept.nonce,
          pkceCodeVerifier: kept.verifier,
          idTokenExpected: true,
        });
        const claims: Record<string, unknown> = { ...tokens.claims() };
        const { neededClaim } = settings;
        if (neededClaim === undefined || neededClaim in claims) return claims;
        const profile = await oidc.fetchUserInfo(config, tokens.access_token, String(claims['sub']));
        return { ...profile, ...claims };
      });
    },

    signOutUrl() {
      if (!known?.config.serverMetadata().end_session_endpoint) return undefined;
      const back = settings.signedOutUri ? { post_logout_redirect_uri: settings.signedOutUri } : {};
      return oidc.buildEndSessionUrl(known.config, { client_id: settings.clientId, ...back }).href;
    },
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProviderAway('too slow')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
