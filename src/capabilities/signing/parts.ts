import type { RevocationSource, TimeStamper } from '#platform/certificates';
import type { Enrolment, KeyStore, RemoteSigning } from './ports.ts';

export interface SigningParts {
  readonly stores: readonly KeyStore[];
  readonly enrolment?: Enrolment;
  /** Providers who keep keys of citizens, by a key of their own in addresses. */
  readonly remote?: Readonly<Record<string, RemoteSigning>>;
  /** Level B-T and above need it; without one signatures are B-B. */
  readonly stamper?: TimeStamper;
  readonly revocations: RevocationSource;
  /** DER of the authorities that are trusted. */
  readonly roots: readonly Uint8Array[];
}
