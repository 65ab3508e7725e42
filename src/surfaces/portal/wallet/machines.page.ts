import { z } from 'zod';
import { type Credentials, credentialPermissions } from '#capabilities/credentials';
import {
  makeCredentialAnswer,
  makeErrorAnswer,
  makeNonceAnswer,
  makeTokenAnswer,
  readCredentialRequest,
  readTokenRequest,
} from '#platform/credentials';
import { definePage, type PageCtx, problem, type Reply, type Route } from '#platform/http';
import { type Doors, issuerPath } from '#surfaces/shared';
import { issuerWords, serverWords } from './metadata.ts';

const wallet = { permission: credentialPermissions['credentials.wallet'], input: z.object({}) } as const;
const get = { ...wallet, method: 'GET', audit: 'none', perMinute: 600 } as const;
const post = { ...wallet, method: 'POST', machine: true } as const;

const json = (body: unknown, status = 200): Reply => ({ kind: 'json', status, body });
const refuse = (code: string, status = 400): Reply => json(makeErrorAnswer(code), status);

function bodyOf({ raw }: PageCtx): unknown {
  try {
    return JSON.parse(Buffer.from(raw.bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** What wallets ask by OpenID4VCI 1.0, and the lists of states that everybody may ask for. */
export const walletMachinePages = ({ place }: Doors, credentials: Credentials): readonly Route[] => [
  definePage({
    ...get,
    path: `/.well-known/openid-credential-issuer${issuerPath}`,
    handle: async () => json(issuerWords(credentials.issuer, place.name)),
  }),
  definePage({
    ...get,
    path: `/.well-known/oauth-authorization-server${issuerPath}`,
    handle: async () => json(serverWords(credentials.issuer, place.name)),
  }),
  definePage({
    ...get,
    path: `${issuerPath}/loi-moi/:code`,
    input: z.object({ code: z.string().max(200) }),
    perMinute: 60,
    async handle(_, { code }) {
      const offer = credentials.offerOf(code);
      return offer ? json(offer) : problem('not-found');
    },
  }),
  definePage({
    ...post,
    path: `${issuerPath}/token`,
    audit: 'none',
    perMinute: 60,
    async handle(ctx) {
      const fields = new URLSearchParams(Buffer.from(ctx.raw.bytes).toString('utf8'));
      const request = readTokenRequest(Object.fromEntries(fields));
      const given = request.ok ? await credentials.redeem(ctx, request.value) : request;
      if (!given.ok) return refuse(given.refusal.code);
      return json(makeTokenAnswer(given.value.token, given.value.seconds));
    },
  }),
  definePage({
    ...post,
    path: `${issuerPath}/nonce`,
    audit: 'none',
    perMinute: 120,
    handle: async (ctx) => json(makeNonceAnswer(credentials.nonce(ctx))),
  }),
  definePage({
    ...post,
    path: `${issuerPath}/credential`,
    audit: 'credential.issued',
    perMinute: 60,
    async handle(ctx) {
      const token = /^Bearer +([\w.~+/-]{1,500}=*)$/i.exec(ctx.raw.authorization)?.[1];
      if (token === undefined) return refuse('invalid_token', 401);
      const request = readCredentialRequest(bodyOf(ctx));
      if (!request.ok) return refuse(request.refusal.code);
      const taken = await credentials.take(ctx, { ...request.value, token });
      if (taken.ok) return json(makeCredentialAnswer(taken.value));
      const { code } = taken.refusal;
      return refuse(code, code === 'invalid_token' ? 401 : 400);
    },
  }),
  definePage({
    ...get,
    path: `${issuerPath}/trang-thai/:agency/:list`,
    input: z.object({ agency: z.uuid(), list: z.coerce.number().int().min(0).max(100_000) }),
    perMinute: 6000,
    async handle(ctx, { agency, list }) {
      const found = await credentials.statusList(ctx, agency, list);
      if (!found.ok) return problem(found.refusal.code === 'list-missing' ? 'not-found' : 'unavailable');
      return {
        kind: 'bytes',
        status: 200,
        type: 'application/statuslist+jwt',
        bytes: Buffer.from(found.value),
        // With the second that the list rests here, nobody is told of an end later than five seconds after it.
        headers: { 'cache-control': 'public, max-age=3', 'access-control-allow-origin': '*' },
      };
    },
  }),
];
