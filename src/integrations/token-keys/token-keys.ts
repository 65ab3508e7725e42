import { done, refused } from '#kernel/outcome';
import {
  type Certificate,
  type DigestSigner,
  ecdsaDer,
  readCertificate,
  SignerUnavailable,
} from '#platform/certificates';
import type { KeyStore } from '#ports/signing';
import { binding, Token, type TokenOptions } from './token.ts';

export interface TokenKeys extends KeyStore {
  readonly kind: 'token';
  close(): void;
}

/**
 * Keys in a token (PKCS#11): a key is named by the label that its private key and its certificate bear there. The private half never
 * leaves the token.
 */
export function openTokenKeys(options: TokenOptions): TokenKeys {
  let token: Token | undefined;
  const opened = async (): Promise<Token | undefined> => {
    const loaded = token ? undefined : await binding();
    if (loaded) token ??= new Token(options, loaded);
    return token;
  };
  return {
    kind: 'token',
    async signer(key) {
      const known = await opened();
      if (!known) return refused({ code: 'key-store-unavailable' });
      const found = await known.find(key);
      if (!found.ok) return found;
      const [own, ...others] = found.value.certificates;
      const certificate = readCertificate(own ?? new Uint8Array());
      if (!certificate.ok || !own) return refused({ code: 'key-missing' });
      const { kind } = certificate.value.key;
      const signer: DigestSigner = {
        certificate: own,
        chain: above(certificate.value, others),
        async sign(data) {
          const signed = await known.sign(key, kind, data);
          if (!signed.ok) throw new SignerUnavailable(signed.refusal.code);
          if (kind === 'rsa') return signed.value;
          const der = ecdsaDer(signed.value);
          if (!der.ok) throw new SignerUnavailable(der.refusal.code);
          return der.value;
        },
      };
      return done(signer);
    },
    close: () => token?.close(),
  };
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** Those above a certificate that lie in the token too, up to, without, the root. */
function above(first: Certificate, others: readonly Uint8Array[]): readonly Uint8Array[] {
  const chain: Uint8Array[] = [];
  const read = others.map((der) => readCertificate(der)).flatMap((one) => (one.ok ? [one.value] : []));
  for (let of = first; chain.length < 8; ) {
    const issuer = read.find(
      (one) => same(one.subject.der, of.issuer.der) && !same(one.subject.der, one.issuer.der),
    );
    if (!issuer || chain.some((der) => same(der, issuer.der))) break;
    chain.push(issuer.der);
    of = issuer;
  }
  return chain;
}
