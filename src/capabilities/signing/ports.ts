import type { Outcome } from '#kernel/outcome';
import type { DigestSigner, NameParts } from '#platform/certificates';

/** Keys that this system can ask to sign: a folder of files, a token. */
export interface KeyStore {
  readonly kind: 'file' | 'token';
  /** Refused: `key-missing`, `key-locked`, `key-store-unavailable`. */
  signer(key: string): Promise<Outcome<DigestSigner>>;
}

/** Has a key made in a store and certified: the demo, and provinces whose authority offers it. */
export interface Enrolment {
  readonly store: KeyStore['kind'];
  /** Refused: `enrolment-unavailable`. Asked again for the same key, it gives a new certificate for a new key. */
  enrol(wish: { readonly key: string; readonly subject: NameParts }): Promise<Outcome<DigestSigner>>;
}
