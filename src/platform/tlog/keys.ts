import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

/** 1: signs a note as it is; 4: a witness, which adds the time (c2sp.org/signed-note). */
export type KeyType = 1 | 4;

/** A key by which signatures are looked at: its name, number and what it was made for. */
export interface Verifier {
  readonly name: string;
  /** Four bytes. */
  readonly id: Uint8Array;
  readonly type: KeyType;
  verify(message: Uint8Array, signature: Uint8Array): boolean;
}
export interface Signer {
  readonly verifier: Verifier;
  sign(message: Uint8Array): Uint8Array;
}

/** No blank of any kind and no plus. */
const goodName = /^[^\s\p{Z}\p{Cc}+]{1,200}$/u;
const keyBytes = 32;
const spki = Buffer.from('302a300506032b6570032100', 'hex');
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const idOf = (name: string, type: KeyType, key: Uint8Array): Uint8Array =>
  createHash('sha256').update(`${name}\n`).update(Buffer.of(type)).update(key).digest().subarray(0, 4);

function verifierOf(name: string, type: KeyType, key: Uint8Array): Verifier {
  const object = createPublicKey({ key: Buffer.concat([spki, key]), format: 'der', type: 'spki' });
  return {
    name,
    id: idOf(name, type, key),
    type,
    verify: (message, signature) => signature.length === 64 && verify(null, message, object, signature),
  };
}

const rawPublic = (key: KeyObject): Uint8Array =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-keyBytes);

function writeVerifier(name: string, type: KeyType, key: Uint8Array): string {
  const id = Buffer.from(idOf(name, type, key)).toString('hex');
  return `${name}+${id}+${Buffer.concat([Buffer.of(type), key]).toString('base64')}`;
}

/** Standard base64 without anything before, between or after. */
export function fromBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** `<name>+<number>+<key>`; nothing when it is not written so, or its number is another's. */
export function readVerifier(text: string): Verifier | undefined {
  const [, name = '', id = '', rest = ''] = /^([^+]*)\+([0-9a-f]{8})\+(\S{4,})$/.exec(text.trim()) ?? [];
  const bytes = fromBase64(rest);
  if (!goodName.test(name) || bytes?.length !== 1 + keyBytes) return undefined;
  const [type] = bytes;
  const key = bytes.subarray(1);
  if ((type !== 1 && type !== 4) || Buffer.from(idOf(name, type, key)).toString('hex') !== id)
    return undefined;
  return verifierOf(name, type, key);
}

/** A fresh key: `secret` stays where it is made, `verifier` is given away. */
export function makeKey(name: string, type: KeyType): { readonly secret: string; readonly verifier: string } {
  if (!goodName.test(name)) throw new Error(`A key cannot have the name "${name}"`);
  const { privateKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-keyBytes);
  const key = rawPublic(privateKey);
  const id = Buffer.from(idOf(name, type, key)).toString('hex');
  const secret = `PRIVATE+KEY+${name}+${id}+${Buffer.concat([Buffer.of(type), seed]).toString('base64')}`;
  return { secret, verifier: writeVerifier(name, type, key) };
}

/** Reads the secret of a key; nothing when it is none. */
export function readSigner(
  secret: string,
): (Signer & { readonly text: string; readonly secret: string }) | undefined {
  const found = /^PRIVATE\+KEY\+([^+]*)\+([0-9a-f]{8})\+(\S{4,})$/.exec(secret.trim());
  const [, name = '', id = '', rest = ''] = found ?? [];
  const bytes = fromBase64(rest);
  if (!goodName.test(name) || bytes?.length !== 1 + keyBytes) return undefined;
  const [type] = bytes;
  if (type !== 1 && type !== 4) return undefined;
  const object = createPrivateKey({
    key: Buffer.concat([pkcs8, bytes.subarray(1)]),
    format: 'der',
    type: 'pkcs8',
  });
  const key = rawPublic(object);
  if (Buffer.from(idOf(name, type, key)).toString('hex') !== id) return undefined;
  return {
    verifier: verifierOf(name, type, key),
    /** What others know it by. */
    text: writeVerifier(name, type, key),
    secret: secret.trim(),
    sign: (message) => sign(null, message, object),
  };
}
