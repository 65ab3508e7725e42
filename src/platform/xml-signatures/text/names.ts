import type { Hash, PublicKey } from '#platform/certificates';

/** Namespaces of XMLDSig and of XAdES (EN 319 132-1), and the one canonicalization that is written and read. */
export const names = {
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xades: 'http://uri.etsi.org/01903/v1.3.2#',
  /** Added by later editions of XAdES. */
  xades141: 'http://uri.etsi.org/01903/v1.4.1#',
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
  exclusive: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  signedProperties: 'http://uri.etsi.org/01903#SignedProperties',
} as const;

const more = 'http://www.w3.org/2001/04/xmldsig-more#';

export const digestUris: Readonly<Record<Hash, string>> = {
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha384: `${more}sha384`,
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
};

export interface SignatureMethod {
  readonly key: PublicKey['kind'];
  readonly hash: Hash;
}

export const methodUri = ({ key, hash }: SignatureMethod): string =>
  `${more}${key === 'ec' ? 'ecdsa' : 'rsa'}-${hash}`;

const hashes: readonly Hash[] = ['sha256', 'sha384', 'sha512'];
const methods = new Map(
  hashes.flatMap((hash) =>
    (['ec', 'rsa'] as const).map((key) => [methodUri({ key, hash }), { key, hash }] as const),
  ),
);

/** Undefined for what is not known or not trusted any more, SHA-1 and MAC codes among it. */
export const methodOf = (uri: string): SignatureMethod | undefined => methods.get(uri);
export const hashOf = (uri: string): Hash | undefined => hashes.find((hash) => digestUris[hash] === uri);
