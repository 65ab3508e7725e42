import { openSigning, type Signing } from '#capabilities/signing';
import type { Clock } from '#kernel/time';
import type { RemoteSigning } from '#ports/signing';
import { enrolmentByDemo } from '../integrations/demo-authority/index.ts';
import { openFileKeys } from '../integrations/file-keys/index.ts';
import { openRemoteSigning } from '../integrations/remote-signing/index.ts';
import { openTokenKeys } from '../integrations/token-keys/index.ts';
import { revocationsByHttp, timeStampByHttp } from '../integrations/trust-services/index.ts';
import type { SigningSettings, WebSecrets, WebSettings } from './config/placed.ts';
import type { RemoteSigner } from './config/remote-signers.ts';
import { pinOf } from './config/token.ts';

/** The one assembly of the signing room; undefined where results are not signed here. */
export function signingOf(
  settings: SigningSettings | undefined,
  { remoteSigners, token }: Pick<WebSettings, 'remoteSigners' | 'token'>,
  secrets: Pick<WebSecrets, 'authoritySecret' | 'keyPassphrase'>,
  clock: Clock,
): Signing | undefined {
  if (!settings) return undefined;
  const { roots, stampUrl, hosts, responders, authority, keys } = settings;
  const files = openFileKeys({ folder: keys, passphrase: secrets.keyPassphrase });
  return openSigning({
    stores: [files, ...(token ? [openTokenKeys({ ...token, pin: () => pinOf(token) })] : [])],
    ...(authority && {
      enrolment: enrolmentByDemo({ url: authority.url, secret: secrets.authoritySecret, keep: files.keep }),
    }),
    remote: remoteSigningOf(remoteSigners),
    ...(stampUrl !== undefined && { stamper: timeStampByHttp({ url: stampUrl }) }),
    revocations: revocationsByHttp({ clock, hosts, responders }),
    roots: roots.map((root) => new Uint8Array(Buffer.from(root, 'base64'))),
  });
}

/** The providers of remote signing, by their keys. */
export const remoteSigningOf = (signers: readonly RemoteSigner[]): Readonly<Record<string, RemoteSigning>> =>
  Object.fromEntries(
    signers.map(({ key, name, url, oauth = url, clientId, clientSecret }) => [
      key,
      openRemoteSigning({ provider: name, url, oauth, clientId, clientSecret }),
    ]),
  );
