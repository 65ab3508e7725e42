import { credentialConfiguration } from '#capabilities/credentials';
import {
  documentClaimNames,
  documentType,
  type IssuerWish,
  makeIssuerMetadata,
  makeServerMetadata,
} from '#platform/credentials';
import { claimWords } from './claim-words.ts';

const wishOf = (issuer: string, place: string): IssuerWish => ({
  issuer,
  name: { vi: `Cổng dịch vụ công ${place}`, en: `Public services of ${place}` },
  tokenEndpoint: `${issuer}/token`,
  nonceEndpoint: `${issuer}/nonce`,
  credentialEndpoint: `${issuer}/credential`,
  configurations: [
    {
      id: credentialConfiguration,
      type: documentType,
      name: {
        vi: 'Kết quả giải quyết thủ tục hành chính',
        en: 'Result of an administrative procedure',
      },
      claims: documentClaimNames.map((name) => ({ name, words: claimWords[name] })),
    },
  ],
});

/** What wallets read before they ask (OpenID4VCI 1.0 §12.2, RFC 8414). */
export const issuerWords = (issuer: string, place: string) => makeIssuerMetadata(wishOf(issuer, place));
export const serverWords = (issuer: string, place: string) => makeServerMetadata(wishOf(issuer, place));
