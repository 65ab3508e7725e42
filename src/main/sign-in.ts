import type { CitizenIdentityProvider, OfficerIdentityProvider } from '#capabilities/identity';
import { refused } from '#kernel/outcome';
import type { Clock } from '#kernel/time';
import type { Log } from '#platform/log';
import { openCodeFlow } from '#platform/openid';
import { officerSignIn } from '../integrations/officer-sign-in/index.ts';
import { vneid } from '../integrations/vneid/index.ts';
import type { WebSettings } from './config/placed.ts';

/** Nobody was named to sign in with: the pages say so, and filing with the identity pending goes on. */
const nobody = {
  begin: () => Promise.resolve(refused({ code: 'identity-provider-unavailable' })),
  finish: () => Promise.resolve(refused({ code: 'identity-provider-unavailable' })),
  signOutUrl: () => undefined,
};

export interface Providers {
  readonly citizen: CitizenIdentityProvider;
  readonly officer: OfficerIdentityProvider;
}

export function openProviders(settings: WebSettings, clock: Clock, log: Log): Providers {
  const { origin } = settings;
  return {
    citizen: settings.vneid
      ? vneid(
          openCodeFlow({
            ...settings.vneid,
            redirectUri: `${origin}/dang-nhap/ve`,
            signedOutUri: `${origin}/dang-nhap`,
            neededClaim: 'SoDinhDanh',
            clock,
            log,
          }),
        )
      : nobody,
    officer: settings.officers
      ? officerSignIn(
          openCodeFlow({
            ...settings.officers,
            redirectUri: `${origin}/mot-cua/dang-nhap/ve`,
            signedOutUri: `${origin}/mot-cua/dang-nhap`,
            ask: { acr_values: 'urn:motcua:2' },
            clock,
            log,
          }),
          { acrWithSecondFactor: ['urn:motcua:2'] },
        )
      : nobody,
  };
}
