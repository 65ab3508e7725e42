import { createHmac } from 'node:crypto';
import { type Credentials, openCredentials } from '#capabilities/credentials';
import type { Units } from '#capabilities/organisations';
import type { Signing } from '#capabilities/signing';
import { issuerPath } from '#surfaces/shared';

/** The one assembly of credentials: agencies sign with the keys of their seals; codes and nonces hang on a key of the product. */
export const credentialsOf = ({
  signing,
  units,
  origin,
  key,
}: {
  readonly signing: Signing;
  readonly units: Units;
  readonly origin: string;
  readonly key: string;
}): Credentials =>
  openCredentials({
    signing,
    units,
    issuer: `${origin}${issuerPath}`,
    secret: createHmac('sha256', key).update('credentials').digest('hex'),
  });
