import { Fields, strictDer, tags } from '#platform/der';

/** Modulus and exponent of an RSA key. */
export interface RsaKey {
  readonly n: bigint;
  readonly e: bigint;
}

const numberOf = (octets: Uint8Array): bigint =>
  octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);

/** RSAPublicKey (RFC 8017, A.1.1). */
export function readRsa(der: Uint8Array): RsaKey {
  const fields = new Fields(strictDer(der));
  const [n, e] = [numberOf(fields.take(tags.integer).content), numberOf(fields.take(tags.integer).content)];
  fields.end();
  return { n, e };
}

/** DigestInfo before its digest (RFC 8017, 9.2 note 1). */
const before = {
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
} as const;

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((octet) => octet.toString(16).padStart(2, '0')).join('');

/** RSASSA-PKCS1-v1_5 (RFC 8017, 8.2.2): the encoding is made anew and compared whole, never parsed. */
export function rsaVerifies(
  { n, e }: RsaKey,
  hash: keyof typeof before,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  const length = Math.ceil(n.toString(2).length / 8);
  const value = numberOf(signature);
  if (signature.length !== length || value >= n) return false;
  const info = before[hash] + hex(digest);
  const wanted = `0001${'ff'.repeat(length - 3 - info.length / 2)}00${info}`;
  return (
    power(value, e, n)
      .toString(16)
      .padStart(length * 2, '0') === wanted
  );
}
