import { done, type Outcome, refused } from '#kernel/outcome';
import { ecdsaDer, readCertificate } from '#platform/certificates';
import type { RemoteCredential, RemoteSigning } from '#ports/signing';
import type { Line, Said } from './call.ts';
import { call } from './call.ts';
import { expired, failed } from './refusals.ts';
import { type Service, serviceOf } from './service.ts';
import { checked, type RemoteSigningOptions } from './settings.ts';
import { activation, infoAnswer, listAnswer, pushedAnswer, signatures, tokenAnswer } from './wire/answers.ts';
import { oids } from './wire/oids.ts';

/** Of those that a holder has, so many are looked at. */
const mostCredentials = 5;
/** By one consent, whatever a provider allows. */
const mostDigests = 500;
/** Hashes travel in the address of the consent; more of them are deposited beforehand. */
const mostInAddress = 20;

/**
 * A provider of remote signing as the room `signing` needs it. Credentials are those whose consent is bound to given
 * hashes (SCAL 2) and given on the provider's page, and seals that need nobody's (`implicit`); others are passed over.
 */
export function openRemoteSigning(options: RemoteSigningOptions): RemoteSigning {
  const settings = checked(options);
  const { provider, oauth, clientId, clientSecret, patienceMs = 10_000 } = settings;
  const service = serviceOf(settings);
  const line = (): Line => ({
    fetch: settings.fetch ?? fetch,
    signal: AbortSignal.timeout(patienceMs),
  });

  return {
    provider,

    async credentialsOf({ personalNumber, name }) {
      const now = line();
      const listed = await service.ask(now, 'credentials/list', listAnswer, {
        userID: personalNumber,
        maxResults: mostCredentials,
        // What a provider that issues at the first demand writes into the certificate.
        clientData: name,
      });
      if (listed.kind !== 'answer') return failed(listed, 'remote-none');
      const found: RemoteCredential[] = [];
      for (const id of listed.value.credentialIDs.slice(0, mostCredentials)) {
        const credential = await credentialOf(service, now, id);
        if (credential.ok) found.push(credential.value);
        else if (credential.refusal.code !== 'remote-none') return credential;
      }
      return found.length > 0 ? done(found) : refused({ code: 'remote-none' });
    },

    credential: (id) => credentialOf(service, line(), id),

    async consentAddress({ credential, digests, words, state, challenge, returnTo }) {
      if (digests.length === 0 || digests.length > mostDigests || digests.some(({ length }) => length !== 32))
        throw new Error(`One to ${mostDigests} SHA-256 digests are agreed to at once`);
      const address = new URL(`${oauth}/oauth2/authorize`);
      const wish = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: returnTo,
        scope: 'credential',
        credentialID: credential,
        numSignatures: String(digests.length),
        hashes: digests.map((digest) => Buffer.from(digest).toString('base64url')).join(','),
        hashAlgorithmOID: oids.sha256,
        description: words.slice(0, 500),
        lang: 'vi-VN',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        state,
      });
      address.search = wish.toString();
      if (digests.length <= mostInAddress) return done(address.href);
      wish.append('client_secret', clientSecret);
      const pushed = await call(
        line(),
        { url: `${oauth}/oauth2/pushed_authorize`, body: wish },
        pushedAnswer,
      );
      if (pushed.kind !== 'answer') return failed(pushed, 'remote-odd');
      const short = { client_id: clientId, request_uri: pushed.value.request_uri };
      address.search = new URLSearchParams(short).toString();
      return done(address.href);
    },

    async sign({ code, verifier, credential, digests, returnTo }) {
      const now = line();
      const holder = await credentialOf(service, now, credential);
      if (!holder.ok) return holder;
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: returnTo,
        client_id: clientId,
        client_secret: clientSecret,
        code_verifier: verifier,
      });
      const token = await call(now, { url: `${oauth}/oauth2/token`, body }, tokenAnswer);
      if (token.kind !== 'answer') return failed(token, expired(token));
      const wish = signWish(holder.value, digests);
      const { access_token: key, token_type: type } = token.value;
      // Version 1 hands out signature activation data, to be sent beside the token of the service.
      const signed =
        type.toLowerCase() === 'sad'
          ? await service.ask(now, 'signatures/signHash', signatures, { ...wish, SAD: key })
          : await service.askAs(now, `Bearer ${key}`, 'signatures/signHash', signatures, wish);
      if (signed.kind !== 'answer') return failed(signed, expired(signed));
      return inForm(signed.value.signatures, digests.length, holder.value.kind);
    },

    async signAtOnce({ credential, digests }) {
      const now = line();
      const holder = await credentialOf(service, now, credential);
      if (!holder.ok) return holder;
      if (holder.value.consent !== 'none') return refused({ code: 'remote-none' });
      const wish = signWish(holder.value, digests);
      const allowed = await service.ask(now, 'credentials/authorize', activation, {
        credentialID: wish.credentialID,
        numSignatures: digests.length,
        hashes: wish.hashes,
        hashAlgorithmOID: wish.hashAlgorithmOID,
      });
      if (allowed.kind !== 'answer') return failed(allowed, 'remote-odd');
      const signed = await service.ask(now, 'signatures/signHash', signatures, {
        ...wish,
        SAD: allowed.value.SAD,
      });
      if (signed.kind !== 'answer') return failed(signed, 'remote-odd');
      return inForm(signed.value.signatures, digests.length, holder.value.kind);
    },
  };
}

/** A credential, and of what kind its key is. */
type Held = RemoteCredential & { readonly kind: 'ec' | 'rsa' };

/** What `signatures/signHash` (11.10) is asked for. */
const signWish = ({ id, kind }: Held, digests: readonly Uint8Array[]) => ({
  credentialID: id,
  hashes: digests.map((digest) => Buffer.from(digest).toString('base64')),
  hashAlgorithmOID: oids.sha256,
  signAlgo: kind === 'ec' ? oids.ecdsaWithSha256 : oids.sha256WithRsa,
  operationMode: 'S',
});

/** Refused as `remote-none` when the provider does not know it, or it cannot sign now. */
async function credentialOf(service: Service, line: Line, id: string): Promise<Outcome<Held>> {
  const said = await service.ask(line, 'credentials/info', infoAnswer, {
    credentialID: id,
    certificates: 'chain',
    certInfo: true,
    authInfo: true,
  });
  if (said.kind !== 'answer') return failed(said, unknownOne(said));
  const { key, cert, auth, SCAL, multisign } = said.value;
  const consent =
    auth.mode === 'implicit' ? 'none' : auth.mode === 'oauth2code' && SCAL === '2' ? 'holder' : undefined;
  const usable = key.status === 'enabled' && (cert.status ?? 'valid') === 'valid';
  if (!usable || !consent) return refused({ code: 'remote-none' });
  const [certificate = new Uint8Array(), ...above] = cert.certificates;
  const read = [certificate, ...above].map(readCertificate);
  const [own] = read;
  if (!own?.ok || read.some((one) => !one.ok))
    return refused({ code: 'remote-odd', details: { why: 'certificate' } });
  const isRoot = (der: Uint8Array): boolean => {
    const one = readCertificate(der);
    return one.ok && Buffer.compare(one.value.issuer.der, one.value.subject.der) === 0;
  };
  return done({
    id,
    certificate,
    chain: above.filter((der) => !isRoot(der)),
    consent,
    most: Math.min(multisign, mostDigests),
    kind: own.value.key.kind,
  });
}

const unknownOne = (said: Said<never>): string =>
  said.kind === 'error' && said.error === 'invalid_request' ? 'remote-none' : 'remote-odd';

function inForm(
  signed: readonly Uint8Array[],
  wanted: number,
  kind: 'ec' | 'rsa',
): Outcome<readonly Uint8Array[]> {
  if (signed.length !== wanted) return refused({ code: 'remote-odd', details: { why: 'number' } });
  if (kind === 'rsa') return done(signed);
  const list: Uint8Array[] = [];
  for (const one of signed) {
    const der = ecdsaDer(one);
    if (!der.ok) return refused({ code: 'remote-odd', details: { why: 'signature' } });
    list.push(der.value);
  }
  return done(list);
}
