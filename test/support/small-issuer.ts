import { randomUUID } from 'node:crypto';
import {
  documentClaimNames,
  documentType,
  judgeKeyProof,
  makeCredentialAnswer,
  makeErrorAnswer,
  makeIssuerMetadata,
  makeNonceAnswer,
  makeOffer,
  makeServerMetadata,
  makeTokenAnswer,
  offerLink,
  readCredentialRequest,
  readTokenRequest,
} from '#platform/credentials';
import type { Issuing } from './small-issuing.ts';

const configuration = 'document';
const json = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/**
 * An issuer in memory, of this pipe's functions alone: one code, one number to type, nonces that count once. It answers
 * requests as a server would.
 */
export function smallIssuer(
  world: Issuing,
  { issuer, now }: { readonly issuer: string; readonly now: () => number },
) {
  const wish = {
    issuer,
    name: { vi: 'Tỉnh Mẫu', en: 'Sample Province' },
    tokenEndpoint: `${issuer}/token`,
    nonceEndpoint: `${issuer}/nonce`,
    credentialEndpoint: `${issuer}/credential`,
    configurations: [
      {
        id: configuration,
        type: documentType,
        name: { vi: 'Giấy tờ', en: 'Document' },
        claims: documentClaimNames.map((name) => ({ name, words: { vi: name, en: name } })),
      },
    ],
  };
  const code: string = randomUUID();
  const txCode = '493536';
  const [codes, tokens, nonces] = [new Set<string>([code]), new Set<string>(), new Set<string>()];
  const offer = makeOffer({
    issuer,
    configuration,
    code,
    txCode: { length: 6, description: 'Số trong tin nhắn' },
  });
  const fresh = (kept: Set<string>): string => {
    const made: string = randomUUID();
    kept.add(made);
    return made;
  };

  async function credential(request: Request): Promise<Response> {
    const token = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
    if (!tokens.has(token)) return json(401, makeErrorAnswer('invalid_token'));
    const asked = readCredentialRequest(await request.json());
    if (!asked.ok) return json(400, makeErrorAnswer(asked.refusal.code));
    if (asked.value.configuration !== configuration)
      return json(400, makeErrorAnswer('unknown_credential_configuration'));
    const proof = await judgeKeyProof(asked.value.proof, { audience: issuer, at: now() });
    if (!proof.ok) return json(400, makeErrorAnswer(proof.refusal.code));
    if (!nonces.delete(proof.value.nonce)) return json(400, makeErrorAnswer('invalid_nonce'));
    return json(200, makeCredentialAnswer(await world.issue({ holder: proof.value.jwk, issuedAt: now() })));
  }

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/.well-known/openid-credential-issuer') return json(200, makeIssuerMetadata(wish));
    if (pathname === '/.well-known/oauth-authorization-server') return json(200, makeServerMetadata(wish));
    if (pathname === '/offer') return json(200, offer);
    if (request.method !== 'POST') return json(404, makeErrorAnswer('not_found'));
    if (pathname === '/nonce') return json(200, makeNonceAnswer(fresh(nonces)));
    if (pathname === '/credential') return credential(request);
    const read = readTokenRequest(Object.fromEntries(new URLSearchParams(await request.text())));
    if (!read.ok) return json(400, makeErrorAnswer(read.refusal.code));
    if (read.value.txCode !== txCode || !codes.delete(read.value.code))
      return json(400, makeErrorAnswer('invalid_grant'));
    return json(200, makeTokenAnswer(fresh(tokens), 300));
  }

  return {
    answer,
    txCode,
    offer,
    link: offerLink(offer),
    linkByAddress: offerLink({ at: `${issuer}/offer` }),
  };
}
