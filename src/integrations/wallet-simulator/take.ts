import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Clock } from '#kernel/time';
import {
  type CredentialOffer,
  credentialAnswer,
  credentialOffer,
  errorAnswer,
  type HolderKey,
  issuerMetadata,
  lookInto,
  makeKeyProof,
  nonceAnswer,
  preAuthorized,
  readOffer,
  serverMetadata,
  tokenAnswer,
  wellKnown,
  writeCredentialRequest,
  writeTokenRequest,
} from '#platform/credentials';
import { call, parsed } from './call.ts';

const display = z.array(z.object({ name: z.string().max(300), locale: z.string().optional() })).catch([]);
const words = z.object({
  display: display.optional(),
  claims: z.array(z.object({ path: z.array(z.unknown()), display: display.optional() })).catch([]),
});
const named = z.object({ display: display.optional() });

export interface Offered {
  readonly offer: CredentialOffer;
  readonly issuer: string;
  readonly title: string;
  /** What the issuer calls each claim. */
  readonly labels: Readonly<Record<string, string>>;
  /** How the number is called that must be typed besides; nothing when none is asked for. */
  readonly typed: string | undefined;
}

type Display = z.output<typeof display> | undefined;
const inVietnamese = (list: Display): string | undefined =>
  (list?.find(({ locale }) => locale?.startsWith('vi')) ?? list?.[0])?.name;

/** What is offered, in the issuer's own words. Nothing is used up by looking. */
export async function lookAtOffer(text: string): Promise<Outcome<Offered>> {
  const read = readOffer(text);
  if (!read.ok) return read;
  const offer = 'at' in read.value ? await fetched(read.value.at, credentialOffer) : done(read.value);
  if (!offer.ok) return offer;
  const metadata = await metadataOf(offer.value);
  if (!metadata.ok) return metadata;
  const { raw, configuration } = metadata.value;
  const about = words.safeParse(configuration['credential_metadata']).data;
  const labels = (about?.claims ?? []).map((claim) => [
    String(claim.path[0]),
    inVietnamese(claim.display) ?? '',
  ]);
  const asked = offer.value.grants[preAuthorized].tx_code;
  return done({
    offer: offer.value,
    issuer: inVietnamese(named.safeParse(raw).data?.display) ?? offer.value.credential_issuer,
    title: inVietnamese(about?.display) ?? 'Giấy tờ điện tử',
    labels: Object.fromEntries(labels),
    typed: asked && (asked.description ?? 'Mã xác nhận'),
  });
}

async function fetched<T>(address: string, shape: Parameters<typeof parsed<T>>[1]): Promise<Outcome<T>> {
  const answer = await call(address);
  return answer.ok ? parsed(answer.value.text, shape) : answer;
}

async function metadataOf(offer: CredentialOffer) {
  const issuer = offer.credential_issuer;
  const raw = await fetched(wellKnown(issuer, 'openid-credential-issuer'), z.unknown());
  if (!raw.ok) return raw;
  const read = issuerMetadata.safeParse(raw.value);
  const odd = refused({ code: 'issuer-odd' });
  if (!read.success || read.data.credential_issuer !== issuer) return odd;
  const id = offer.credential_configuration_ids[0] ?? '';
  const configuration = read.data.credential_configurations_supported[id];
  if (configuration?.format !== 'dc+sd-jwt') return odd;
  return done({ raw: raw.value, metadata: read.data, configuration, id });
}

/** Takes what is offered: token, nonce, proof of the key, credential. Refusals of the issuer are `issuer-said`. */
export async function takeCredential(
  { offer }: Offered,
  txCode: string | undefined,
  { holder, clock }: { readonly holder: HolderKey; readonly clock: Clock },
): Promise<Outcome<string>> {
  const found = await metadataOf(offer);
  if (!found.ok) return found;
  const { metadata, id } = found.value;
  const authority = metadata.authorization_servers?.[0] ?? metadata.credential_issuer;
  const server = await fetched(wellKnown(authority, 'oauth-authorization-server'), serverMetadata);
  if (!server.ok) return server;
  const code = offer.grants[preAuthorized]['pre-authorized_code'];
  const token = await posted(server.value.token_endpoint, tokenAnswer, {
    body: writeTokenRequest({ code, txCode }),
  });
  if (!token.ok) return token;
  const nonce = await posted(metadata.nonce_endpoint ?? '', nonceAnswer, {});
  if (!nonce.ok) return nonce;
  const proof = await makeKeyProof(
    { audience: metadata.credential_issuer, at: clock.now(), nonce: nonce.value.c_nonce },
    holder,
  );
  const answer = await posted(metadata.credential_endpoint, credentialAnswer, {
    body: JSON.stringify(writeCredentialRequest({ configuration: id, proof })),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token.value.access_token}` },
  });
  if (!answer.ok) return answer;
  const text = answer.value.credentials[0]?.credential ?? '';
  const looked = await lookInto(text);
  if (!looked.ok) return looked;
  // A credential for another key could never be shown.
  return looked.value.holder?.x === holder.jwk.x ? done(text) : refused({ code: 'issuer-odd' });
}

async function posted<T>(
  address: string,
  shape: Parameters<typeof parsed<T>>[1],
  init: RequestInit,
): Promise<Outcome<T>> {
  const answer = await call(address, { ...init, method: 'POST' });
  if (!answer.ok) return answer;
  if (answer.value.ok) return parsed(answer.value.text, shape);
  const said = parsed(answer.value.text, errorAnswer);
  return said.ok ? refused({ code: 'issuer-said', details: { error: said.value.error } }) : said;
}
