import type { Outcome } from '#kernel/outcome';

/** Whoever holds a key: a file, a token, a remote service. The key itself never leaves it. */
export interface DigestSigner {
  /** DER of the signer's certificate, and of those above it up to, without, the root. */
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  /**
   * Signs bytes; hash and signature algorithm as the certificate's key says: ecdsa-with-SHA256 in DER, or
   * sha256WithRSAEncryption. May be slow or fail: throws `SignerUnavailable`.
   */
  sign(data: Uint8Array): Promise<Uint8Array>;
}

/** The key cannot be asked now: the token is out, the service is down, the PIN is wrong. */
export class SignerUnavailable extends Error {
  override readonly name = 'SignerUnavailable';
}

export interface TimeStamper {
  /** RFC 3161 token (DER of ContentInfo) for a SHA-256 digest. */
  stamp(digest: Uint8Array): Promise<Outcome<Uint8Array>>;
}

export interface RevocationSource {
  /** OCSP answer or CRL in DER for a certificate and its issuer. */
  fetch(
    certificate: Uint8Array,
    issuer: Uint8Array,
  ): Promise<Outcome<{ readonly kind: 'ocsp' | 'crl'; readonly der: Uint8Array }>>;
}
