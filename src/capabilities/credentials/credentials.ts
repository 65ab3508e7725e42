import type { Ctx } from '#platform/context';
import type { CredentialRequest, TokenRequest } from '#platform/credentials';
import { makeNonce } from './marks.ts';
import { offerable, offerCredential, offerOfCode, ownOffer } from './offer.ts';
import type { CredentialParts } from './parts.ts';
import { openStatusLists } from './status.ts';
import { redeemCode, takeCredential } from './take.ts';

export type Credentials = ReturnType<typeof openCredentials>;

/** Results as credentials in wallets, signed by the agency that issued them. */
export const openCredentials = (parts: CredentialParts) => ({
  issuer: parts.issuer,
  offerable: (ctx: Ctx, result: string) => offerable(ctx, parts, result),
  offer: (ctx: Ctx, result: string) => offerCredential(ctx, parts, result),
  ownOffer: (ctx: Ctx, offer: string) => ownOffer(ctx, parts, offer),
  offerOf: (code: string) => offerOfCode(parts, code),
  redeem: (ctx: Ctx, request: TokenRequest) => redeemCode(ctx, parts, request),
  nonce: (ctx: Pick<Ctx, 'clock'>) => makeNonce(parts.secret, ctx.clock.now()),
  take: (ctx: Ctx, request: CredentialRequest & { readonly token: string }) =>
    takeCredential(ctx, parts, request),
  statusList: openStatusLists(parts),
});
