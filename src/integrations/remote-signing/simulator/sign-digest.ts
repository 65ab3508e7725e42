import { createECDH, createPrivateKey } from 'node:crypto';

/** Order of P-256 (FIPS 186-4, D.1.2.3). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const bytesOf = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(64, '0'), 'hex');
const modulo = (number: bigint): bigint => ((number % order) + order) % order;

/** By Fermat: the order is a prime. */
function inverse(number: bigint): bigint {
  let result = 1n;
  let base = modulo(number);
  for (let left = order - 2n; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * base) % order;
    base = (base * base) % order;
  }
  return result;
}

/**
 * ECDSA on P-256 over a digest that somebody else made (FIPS 186-4, 6.4): r and s side by side. `node:crypto` signs
 * only what it hashes itself, so it gives the points and this the two numbers. For invented keys: its time shows the key.
 */
export function signDigest(pkcs8: Uint8Array, digest: Uint8Array): Uint8Array {
  const { d = '' } = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }).export({
    format: 'jwk',
  });
  const secret = numberOf(Buffer.from(d, 'base64url'));
  for (;;) {
    const once = createECDH('prime256v1');
    const point = once.generateKeys();
    const r = modulo(numberOf(point.subarray(1, 33)));
    const s = modulo(inverse(numberOf(once.getPrivateKey())) * (numberOf(digest) + r * secret));
    if (r !== 0n && s !== 0n) return Buffer.concat([bytesOf(r), bytesOf(s)]);
  }
}
