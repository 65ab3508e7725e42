import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { oids } from '../wire/oids.ts';
import type { CredentialShelf } from './credentials.ts';
import type { ConsentWish, Grants } from './grants.ts';
import { fault, json, type Reply } from './reply.ts';

export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
}

const hash = /^[A-Za-z0-9_-]{43}$/;
const wish = z.object({
  response_type: z.literal('code'),
  scope: z.literal('credential'),
  credentialID: z.string().min(1).max(300),
  numSignatures: z.string().regex(/^[1-9]\d{0,2}$/),
  hashes: z.string().max(30_000),
  hashAlgorithmOID: z.literal(oids.sha256),
  code_challenge: z.string().regex(hash),
  code_challenge_method: z.literal('S256'),
  state: z.string().max(500).default(''),
  description: z.string().max(500).default(''),
});

export type Wished =
  | { readonly kind: 'wish'; readonly wish: ConsentWish }
  /** Nobody to go back to that is known: said on a page. */
  | { readonly kind: 'stranger' }
  | { readonly kind: 'fault'; readonly returnTo: string; readonly state: string; readonly error: string };

/** Reads `oauth2/authorize` (CSC v2, 8.4.2): every parameter once, as many hashes as signatures, all of SHA-256. */
export function readWish(query: URLSearchParams, client: Client, shelf: CredentialShelf): Wished {
  const given = Object.fromEntries(query);
  const { client_id: id, redirect_uri: returnTo = '', state = '' } = given;
  if (id !== client.clientId || !client.redirectUris.includes(returnTo)) return { kind: 'stranger' };
  const wrong = { kind: 'fault', returnTo, state: state.slice(0, 500), error: 'invalid_request' } as const;
  const read = wish.safeParse(given);
  if (!read.success || [...query.keys()].length !== Object.keys(given).length) return wrong;
  const { credentialID: credential, description: words, code_challenge: challenge } = read.data;
  const hashes = read.data.hashes.split(',');
  const fit = hashes.length === Number(read.data.numSignatures) && hashes.every((one) => hash.test(one));
  if (!fit || !shelf.find(credential)) return wrong;
  return { kind: 'wish', wish: { credential, hashes, words, returnTo, state: read.data.state, challenge } };
}

/** The address to go back to, with what is to be said. */
export function backTo(returnTo: string, said: Readonly<Record<string, string>>): string {
  const address = new URL(returnTo);
  for (const [name, value] of Object.entries(said)) if (value !== '') address.searchParams.set(name, value);
  return address.href;
}

const same = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

/** The secret stands in the form. */
const isClient = (form: URLSearchParams, { clientId, clientSecret }: Client): boolean =>
  form.get('client_id') === clientId && same(form.get('client_secret') ?? '', clientSecret);

/** `oauth2/pushed_authorize` (8.4.3): what would stand in the address of a consent, when that grows too long. */
export function answerPushed(form: URLSearchParams, client: Client, grants: Grants): Reply {
  if (!isClient(form, client)) return fault('invalid_client', 'The client is not known', 401);
  const query = new URLSearchParams([...form].filter(([name]) => name !== 'client_secret'));
  const { uri, seconds } = grants.deposit(query);
  return json({ request_uri: uri, expires_in: seconds }, 201);
}

/** `oauth2/token` (8.4.4). */
export function answerToken(form: URLSearchParams, client: Client, grants: Grants): Reply {
  const of = (name: string): string => form.get(name) ?? '';
  if (!isClient(form, client)) return fault('invalid_client', 'The client is not known', 401);
  const answer = ({ token, seconds }: { readonly token: string; readonly seconds: number }): Reply =>
    json({ access_token: token, token_type: 'Bearer', expires_in: seconds });
  switch (of('grant_type')) {
    case 'client_credentials':
      return of('scope') === 'service'
        ? answer(grants.service())
        : fault('invalid_scope', 'Only the scope service is given so');
    case 'authorization_code': {
      const token = grants.exchange({
        code: of('code'),
        verifier: of('code_verifier'),
        returnTo: of('redirect_uri'),
      });
      return token ? answer(token) : fault('invalid_grant', 'The authorization code is invalid or expired');
    }
    default:
      return fault('unsupported_grant_type', 'Not given here');
  }
}
