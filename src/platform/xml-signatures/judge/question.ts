import type { Instant } from '#kernel/time';
import type { RevocationData } from '#platform/certificates';

export interface XmlQuestion {
  /** DER of the certificates that are trusted, for signers and for time stamps. */
  readonly roots: readonly Uint8Array[];
  /** The moment of judging. */
  readonly at: Instant;
  /** Certificates and data about revocation from elsewhere, beside what the text carries. */
  readonly others?: readonly Uint8Array[];
  readonly revocations?: readonly RevocationData[];
}
