import type { Instant } from '#kernel/time';
import type { DigestSigner, TimeStamper, ValidationSource } from '#platform/certificates';

export interface XmlSigning {
  readonly signer: DigestSigner;
  /** With it the signature reaches B-T. */
  readonly stamper?: TimeStamper;
  /** With it, after a stamp, B-LT: data about revocation is fetched and put into the signature. */
  readonly revocations?: ValidationSource;
  /** The moment that the signer claims. */
  readonly at: Instant;
  /** Name of the signature, unique in the text: letters, digits, `-`, `_`, `.`. */
  readonly id: string;
  /** As what the signer says to sign. */
  readonly role?: string;
}
