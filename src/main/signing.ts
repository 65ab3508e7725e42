import { openSigning, type Signing } from '#capabilities/signing';
import type { Clock } from '#kernel/time';
import { enrolmentByDemo } from '../integrations/demo-authority/index.ts';
import { openFileKeys } from '../integrations/file-keys/index.ts';
import { openRemoteSigning } from '../integrations/remote-signing/index.ts';
import { revocationsByHttp, timeStampByHttp } from '../integrations/trust-services/index.ts';
import type { SigningSettings, WebSecrets } from './config/placed.ts';
import type { RemoteSigner } from './config/remote-signers.ts';

/** The one assembly of the signing room; undefined where results are not signed here. */
export function signingOf(
  settings: SigningSettings | undefined,
  signers: readonly RemoteSigner[],
  secrets: Pick<WebSecrets, 'authoritySecret' | 'keyPassphrase'>,
  clock: Clock,
): Signing | undefined {
  if (!settings) return undefined;
  const { roots, stampUrl, hosts, responders, authority, keys } = settings;
  const files = openFileKeys({ folder: keys, passphrase: secrets.keyPassphrase });
  return openSigning({
    stores: [files],
    ...(authority && {
      enrolment: enrolmentByDemo({ url: authority.url, secret: secrets.authoritySecret, keep: files.keep }),
    }),
    remote: Object.fromEntries(
      signers.map(({ key, name, url, oauth = url, clientId, clientSecret }) => [
        key,
        openRemoteSigning({ provider: name, url, oauth, clientId, clientSecret }),
      ]),
    ),
    ...(stampUrl !== undefined && { stamper: timeStampByHttp({ url: stampUrl }) }),
    revocations: revocationsByHttp({ clock, hosts, responders }),
    roots: roots.map((root) => new Uint8Array(Buffer.from(root, 'base64'))),
  });
}
