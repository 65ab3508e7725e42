import { z } from 'zod';
import { credentialType } from '../technical.ts';
import { issuerAddress, preAuthorized } from './offer.ts';

const endpoint = z.url({ protocol: /^https?$/ }).max(500);

/** What a wallet has to know of an issuer (OpenID4VCI 1.0 §12.2.4); what is more is let be. */
export const issuerMetadata = z.object({
  credential_issuer: issuerAddress,
  authorization_servers: z.array(issuerAddress).max(5).optional(),
  credential_endpoint: endpoint,
  nonce_endpoint: endpoint.optional(),
  credential_configurations_supported: z.record(
    z.string(),
    z.looseObject({ format: z.string(), vct: z.string().optional() }),
  ),
});
export type IssuerMetadata = z.output<typeof issuerMetadata>;

/** What a wallet has to know of the server that gives tokens (RFC 8414 §2). */
export const serverMetadata = z.object({ issuer: issuerAddress, token_endpoint: endpoint });

/** Where metadata of an identifier stands: the well-known part comes before its path (§12.2.2, RFC 8414 §3). */
export function wellKnown(
  issuer: string,
  kind: 'openid-credential-issuer' | 'oauth-authorization-server',
): string {
  const { origin, pathname } = new URL(issuer);
  return `${origin}/.well-known/${kind}${pathname === '/' ? '' : pathname}`;
}

export interface Words {
  readonly vi: string;
  readonly en: string;
}
export interface IssuerWish {
  readonly issuer: string;
  readonly name: Words;
  readonly tokenEndpoint: string;
  readonly nonceEndpoint: string;
  readonly credentialEndpoint: string;
  readonly configurations: readonly {
    readonly id: string;
    /** `vct`. */
    readonly type: string;
    readonly name: Words;
    readonly claims: readonly { readonly name: string; readonly words: Words }[];
  }[];
}

const display = ({ vi, en }: Words) => [
  { name: vi, locale: 'vi-VN' },
  { name: en, locale: 'en-US' },
];

export const makeIssuerMetadata = (wish: IssuerWish) => ({
  credential_issuer: wish.issuer,
  credential_endpoint: wish.credentialEndpoint,
  nonce_endpoint: wish.nonceEndpoint,
  display: display(wish.name),
  credential_configurations_supported: Object.fromEntries(
    wish.configurations.map(({ id, type, name, claims }) => [
      id,
      {
        format: credentialType,
        vct: type,
        cryptographic_binding_methods_supported: ['jwk'],
        credential_signing_alg_values_supported: ['ES256'],
        proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
        credential_metadata: {
          display: display(name),
          claims: claims.map((claim) => ({ path: [claim.name], display: display(claim.words) })),
        },
      },
    ]),
  ),
});

export const makeServerMetadata = ({ issuer, tokenEndpoint }: IssuerWish) => ({
  issuer,
  token_endpoint: tokenEndpoint,
  response_types_supported: [],
  grant_types_supported: [preAuthorized],
  token_endpoint_auth_methods_supported: ['none'],
  // Wallets come without being registered; the code and what is typed are the right (OpenID4VCI 1.0 §12.3).
  'pre-authorized_grant_anonymous_access_supported': true,
});
