import type { RevocationSource, TimeStamper } from '#platform/certificates';
import type { Enrolment, KeyStore, RemoteSigning } from './ports.ts';

export interface SigningParts {
  readonly stores: readonly KeyStore[];
  readonly enrolment?: Enrolment;
  /** Providers who keep keys of people and seals of agencies, by a key of their own in addresses. */
  readonly remote?: Readonly<Record<string, RemoteSigning>>;
  /** Level B-T and above need it; without one signatures are B-B. */
  readonly stamper?: TimeStamper;
  readonly revocations: RevocationSource;
  /** DER of the authorities that are trusted. */
  readonly roots: readonly Uint8Array[];
}

type Providers = Pick<SigningParts, 'remote'>;

/** The provider with this key, if there is one. */
export const providerOf = ({ remote = {} }: Providers, key: string): RemoteSigning | undefined =>
  Object.hasOwn(remote, key) ? remote[key] : undefined;

/** A key that a provider keeps, as it is named for its holder: `simca/AB12`. */
export const remoteKey = (provider: string, credential: string): string => `${provider}/${credential}`;

/** Provider and credential of such a key; undefined when there is no such provider. */
export function placeOf(parts: Providers, key: string) {
  const [provider = '', ...rest] = key.split('/');
  const remote = providerOf(parts, provider);
  return remote && { remote, credential: rest.join('/') };
}
