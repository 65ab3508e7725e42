import { done, type Outcome, refused } from '#kernel/outcome';
import { ecdsaDer, readCertificate } from '#platform/certificates';
import type { RemoteCredential, RemoteSigning } from '#ports/signing';
import type { Line, Said } from './call.ts';
import { call } from './call.ts';
import { expired, failed } from './refusals.ts';
import { type Service, serviceOf } from './service.ts';
import { checked, type RemoteSigningOptions } from './settings.ts';
import { infoAnswer, listAnswer, signatures, tokenAnswer } from './wire/answers.ts';
import { oids } from './wire/oids.ts';

/** Of those that a holder has, so many are looked at. */
const mostCredentials = 5;
/** Hashes travel in the address of the consent. */
const mostDigests = 100;

/**
 * A provider of remote signing as the room `signing` needs it. Credentials are those whose consent is bound to given
 * hashes (SCAL 2) and given on the provider's page; others are passed over.
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

    consentAddress({ credential, digests, words, state, challenge, returnTo }) {
      if (digests.length === 0 || digests.length > mostDigests || digests.some(({ length }) => length !== 32))
        throw new Error(`One to ${mostDigests} SHA-256 digests are agreed to at once`);
      const address = new URL(`${oauth}/oauth2/authorize`);
      address.search = new URLSearchParams({
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
      }).toString();
      return address.href;
    },

    async sign({ code, verifier, credential, digests, returnTo }) {
      const now = line();
      const holder = await credentialOf(service, now, credential);
      if (!holder.ok) return holder;
      const certificate = readCertificate(holder.value.certificate);
      if (!certificate.ok) return certificate;
      const { kind } = certificate.value.key;
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
      const wish = {
        credentialID: credential,
        hashes: digests.map((digest) => Buffer.from(digest).toString('base64')),
        hashAlgorithmOID: oids.sha256,
        signAlgo: kind === 'ec' ? oids.ecdsaWithSha256 : oids.sha256WithRsa,
        operationMode: 'S',
      };
      const { access_token: key, token_type: type } = token.value;
      // Version 1 hands out signature activation data, to be sent beside the token of the service.
      const signed =
        type.toLowerCase() === 'sad'
          ? await service.ask(now, 'signatures/signHash', signatures, { ...wish, SAD: key })
          : await service.askAs(now, `Bearer ${key}`, 'signatures/signHash', signatures, wish);
      if (signed.kind !== 'answer') return failed(signed, expired(signed));
      return inForm(signed.value.signatures, digests.length, kind);
    },
  };
}

/** Refused as `remote-none` when the provider does not know it, or it cannot sign now. */
async function credentialOf(service: Service, line: Line, id: string): Promise<Outcome<RemoteCredential>> {
  const said = await service.ask(line, 'credentials/info', infoAnswer, {
    credentialID: id,
    certificates: 'chain',
    certInfo: true,
    authInfo: true,
  });
  if (said.kind !== 'answer') return failed(said, unknownOne(said));
  const { key, cert, auth, SCAL } = said.value;
  const usable =
    key.status === 'enabled' &&
    (cert.status ?? 'valid') === 'valid' &&
    auth.mode === 'oauth2code' &&
    SCAL === '2';
  if (!usable) return refused({ code: 'remote-none' });
  const [certificate = new Uint8Array(), ...above] = cert.certificates;
  const read = [certificate, ...above].map(readCertificate);
  if (read.some((one) => !one.ok)) return refused({ code: 'remote-odd', details: { why: 'certificate' } });
  const isRoot = (der: Uint8Array): boolean => {
    const one = readCertificate(der);
    return one.ok && Buffer.compare(one.value.issuer.der, one.value.subject.der) === 0;
  };
  return done({ id, certificate, chain: above.filter((der) => !isRoot(der)) });
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
