import { z } from 'zod';
import { ecdsaDer, serialOf, validityOf } from '#platform/certificates';
import { oids } from '../wire/oids.ts';
import type { Behaviour } from './behaviour.ts';
import { type Credential, type CredentialShelf, isSeal } from './credentials.ts';
import type { Grants } from './grants.ts';
import { fault, json, type Reply } from './reply.ts';
import { signDigest } from './sign-digest.ts';

export interface ApiParts {
  readonly shelf: CredentialShelf;
  readonly grants: Grants;
  readonly origin: () => string;
}
export interface Asked {
  readonly method: string;
  /** The token of `Authorization`. */
  readonly token: string;
  readonly body: unknown;
  readonly behaviour: Behaviour;
}

const listWish = z.object({
  userID: z.string().regex(/^(\d{12}|[A-Z]\d\d[\d.]{0,20})$/),
  /** The name of the holder: what a new certificate is to say. */
  clientData: z.string().min(1).max(200),
});
const infoWish = z.object({ credentialID: z.string() });
const hashesWish = {
  credentialID: z.string(),
  hashes: z.array(z.base64().max(100)).min(1).max(999),
  hashAlgorithmOID: z.literal(oids.sha256),
};
const authorizeWish = z.object({ ...hashesWish, numSignatures: z.number().int().min(1).max(999) });
const signWish = z.object({
  ...hashesWish,
  signAlgo: z.literal(oids.ecdsaWithSha256),
  operationMode: z.literal('S').default('S'),
  SAD: z.string().optional(),
});
const methods = [
  'info',
  'credentials/list',
  'credentials/info',
  'credentials/authorize',
  'signatures/signHash',
];

/** The methods under `/csc/v2/`, in the words of the specification (11). */
export async function answerMethod(parts: ApiParts, asked: Asked): Promise<Reply> {
  const { grants } = parts;
  const { method, token, body, behaviour } = asked;
  if (method === 'info') return json(about(parts.origin()));
  if (!methods.includes(method)) return fault('invalid_request', 'No such method', 404);
  if (method === 'signatures/signHash') return signHash(parts, asked);
  if (!grants.isService(token)) return fault('invalid_token', 'The access token is invalid', 401);
  if (behaviour.forgetful) grants.forgetService(token);
  if (method === 'credentials/authorize') return authorize(parts, body);
  return method === 'credentials/list' ? list(parts, body, behaviour) : info(parts, body, behaviour);
}

const about = (origin: string) => ({
  specs: '2.0.0.2',
  name: 'SimCA',
  region: 'VN',
  lang: 'vi-VN',
  description: 'Dịch vụ ký số từ xa mô phỏng, để dùng thử',
  authType: ['oauth2code', 'oauth2client'],
  oauth2: origin,
  methods: [...methods, 'oauth2/authorize', 'oauth2/pushed_authorize', 'oauth2/token'],
  signAlgorithms: { algos: [oids.ecdsaWithSha256] },
});

async function list({ shelf }: ApiParts, body: unknown, { nobody }: Behaviour): Promise<Reply> {
  const wish = listWish.safeParse(body);
  if (!wish.success) return fault('invalid_request', 'Invalid parameter userID');
  if (nobody) return json({ credentialIDs: [] });
  const { userID: personalNumber, clientData: name } = wish.data;
  const credential = await shelf.of({ personalNumber, name });
  return credential.ok
    ? json({ credentialIDs: [credential.value.id] })
    : fault('server_error', 'No certificate can be issued now', 503);
}

function info({ shelf }: ApiParts, body: unknown, { suspended }: Behaviour): Reply {
  const wish = infoWish.safeParse(body);
  const credential = wish.success ? shelf.find(wish.data.credentialID) : undefined;
  if (!credential) return fault('invalid_request', 'Invalid parameter credentialID');
  const validity = validityOf(credential.certificate);
  const serial = serialOf(credential.certificate);
  const moment = (at: number): string =>
    `${new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`;
  return json({
    description: `Chứng thư chữ ký số của ${credential.name}`,
    key: {
      status: suspended ? 'disabled' : 'enabled',
      algo: [oids.ecdsaWithSha256],
      len: 256,
      curve: '1.2.840.10045.3.1.7',
    },
    cert: {
      status: suspended ? 'suspended' : 'valid',
      certificates: [credential.certificate, ...credential.chain].map((der) =>
        Buffer.from(der).toString('base64'),
      ),
      serialNumber: serial.ok ? serial.value : '',
      validFrom: validity.ok ? moment(validity.value.from) : '',
      validTo: validity.ok ? moment(validity.value.to) : '',
    },
    auth: { mode: isSeal(credential) ? 'implicit' : 'oauth2code' },
    SCAL: isSeal(credential) ? '1' : '2',
    multisign: 500,
    lang: 'vi-VN',
  });
}

/** `credentials/authorize` (11.6), for seals only: people agree on the page. */
function authorize({ shelf, grants }: ApiParts, body: unknown): Reply {
  const wish = authorizeWish.safeParse(body);
  const credential = wish.success ? shelf.find(wish.data.credentialID) : undefined;
  if (!wish.success || !credential) return fault('invalid_request', 'A parameter is missing or invalid');
  const { hashes, numSignatures } = wish.data;
  if (!isSeal(credential) || hashes.length !== numSignatures)
    return fault('invalid_request', 'This credential is authorized by oauth2/authorize');
  const { token: SAD, seconds: expiresIn } = grants.entrust(credential.id, hashes.map(inAddress));
  return json({ SAD, expiresIn });
}

/** As hashes are written in addresses. */
const inAddress = (hash: string): string => Buffer.from(hash, 'base64').toString('base64url');

/** Signs what its holder agreed to, all of it and once: the token is for these hashes and this credential. */
function signHash({ shelf, grants }: ApiParts, { token, body, behaviour }: Asked): Reply {
  const wish = signWish.safeParse(body);
  if (!wish.success) return fault('invalid_request', 'A parameter is missing or invalid');
  const { credentialID, hashes, SAD } = wish.data;
  const key = SAD === undefined ? token : grants.isService(token) ? SAD : '';
  const granted = grants.granted(key);
  if (!granted) return fault('invalid_token', 'The access token is invalid or expired', 401);
  const credential = shelf.find(credentialID);
  const digests = hashes.map((one) => Buffer.from(one, 'base64'));
  const agreed =
    credential !== undefined &&
    granted.credential === credentialID &&
    hashes.map(inAddress).join() === granted.hashes.join();
  if (!agreed) return fault('invalid_request', 'Hash is not authorized by the SAD');
  grants.spend(key);
  return json({
    signatures: signaturesOf(credential, digests, behaviour.signatures).map((one) =>
      Buffer.from(one).toString('base64'),
    ),
  });
}

function signaturesOf(
  credential: Credential,
  digests: readonly Buffer[],
  how: Behaviour['signatures'],
): readonly Uint8Array[] {
  const wanted = how === 'fewer' ? digests.slice(1) : digests;
  return wanted.map((digest) => {
    if (how === 'noise') return Buffer.alloc(70, 7);
    const pair = signDigest(credential.key, how === 'others' ? Buffer.from(digest).reverse() : digest);
    if (how === 'pair') return pair;
    const der = ecdsaDer(pair);
    return der.ok ? der.value : pair;
  });
}
