import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { done, type Outcome, refused } from '#kernel/outcome';
import { toPem } from './pem.ts';

const generate = promisify(generateKeyPair);
const signing = promisify(sign);

export type NewKey = 'p256' | 'rsa2048' | 'rsa3072';

/** A key pair in this process. The private half shows itself only when it is asked to, as PKCS#8. */
export interface KeyPair {
  readonly kind: 'ec' | 'rsa';
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  pkcs8(): Uint8Array;
  pem(): string;
  /** ecdsa-with-SHA256 in DER, or sha256WithRSAEncryption. */
  sign(data: Uint8Array): Promise<Uint8Array>;
}

export async function makeKeyPair(kind: NewKey): Promise<KeyPair> {
  const { privateKey } =
    kind === 'p256'
      ? await generate('ec', { namedCurve: 'P-256' })
      : await generate('rsa', { modulusLength: kind === 'rsa2048' ? 2048 : 3072 });
  return pairOf(privateKey);
}

/** Reads PKCS#8 in DER: P-256 or RSA of 2048 to 4096 bits. Refused as `key-odd`. */
export function readKeyPair(pkcs8: Uint8Array): Outcome<KeyPair> {
  try {
    const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
    const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
    const fits =
      key.asymmetricKeyType === 'rsa'
        ? modulusLength >= 2048 && modulusLength <= 4096
        : namedCurve === 'prime256v1';
    return fits ? done(pairOf(key)) : refused({ code: 'key-odd' });
  } catch {
    return refused({ code: 'key-odd' });
  }
}

function pairOf(key: KeyObject): KeyPair {
  const pkcs8 = () => key.export({ format: 'der', type: 'pkcs8' });
  return {
    kind: key.asymmetricKeyType === 'rsa' ? 'rsa' : 'ec',
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }),
    pkcs8,
    pem: () => toPem('PRIVATE KEY', pkcs8()),
    sign: (data) => signing('sha256', data, { key, dsaEncoding: 'der' }),
  };
}
