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

/** A key that a provider of remote signing keeps for its holder. */
export interface RemoteCredential {
  readonly id: string;
  readonly certificate: Uint8Array;
  /** Those above it up to, without, the root. */
  readonly chain: readonly Uint8Array[];
  /** Who agrees to a signature: the holder, on the provider's page; nobody, where a seal was entrusted to this system. */
  readonly consent: 'holder' | 'none';
  /** So many signatures by one consent. */
  readonly most: number;
}

/** Remote signing (Cloud Signature Consortium, API v2), with the holder's consent on the provider's own page, or at once for seals. */
export interface RemoteSigning {
  /** Its name for people. */
  readonly provider: string;
  /** Refused: `remote-none`, `remote-silent`, `remote-odd`. */
  credentialsOf(holder: {
    readonly personalNumber: string;
    readonly name: string;
  }): Promise<Outcome<readonly RemoteCredential[]>>;
  /** The one with this identifier. Refused as `credentialsOf`. */
  credential(id: string): Promise<Outcome<RemoteCredential>>;
  /**
   * The address where the holder agrees to the signing of these SHA-256 digests. Refused: `remote-silent`, `remote-odd`.
   * @param wish.words what is signed, as the holder reads it there.
   * @param wish.challenge PKCE (RFC 7636, S256) of the caller's verifier.
   */
  consentAddress(wish: {
    readonly credential: string;
    readonly digests: readonly Uint8Array[];
    readonly words: string;
    readonly state: string;
    readonly challenge: string;
    readonly returnTo: string;
  }): Promise<Outcome<string>>;
  /**
   * With the code of the consent: signatures in the order of the digests, ECDSA in DER or RSA PKCS#1. Refused:
   * `remote-consent-refused`, `remote-consent-expired`, `remote-none`, `remote-silent`, `remote-odd`.
   */
  sign(consent: {
    readonly code: string;
    readonly verifier: string;
    readonly credential: string;
    readonly digests: readonly Uint8Array[];
    readonly returnTo: string;
  }): Promise<Outcome<readonly Uint8Array[]>>;
  /** The same for a credential that needs nobody's consent. Refused: `remote-none`, `remote-silent`, `remote-odd`. */
  signAtOnce(wish: {
    readonly credential: string;
    readonly digests: readonly Uint8Array[];
  }): Promise<Outcome<readonly Uint8Array[]>>;
}
