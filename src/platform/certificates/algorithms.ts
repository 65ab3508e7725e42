import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { bitsOf, type DerNode, Fields, fault, nothing, oid, oidOf, sequence, tags } from '#platform/der';
import { hashOids, keyOids, signatureOids } from './oids.ts';

export type Hash = 'sha256' | 'sha384' | 'sha512';
export type KeyKind = 'ec' | 'rsa';
export interface SignatureAlgorithm {
  readonly oid: string;
  readonly key: KeyKind;
  readonly hash: Hash;
}
export interface PublicKey {
  readonly kind: KeyKind;
  /** SubjectPublicKeyInfo. */
  readonly der: Uint8Array;
  /** Content of its bit string: what key identifiers are hashes of. */
  readonly bits: Uint8Array;
  /** The key for node:crypto, made when first asked for. */
  object(): KeyObject;
}

const algorithms: readonly SignatureAlgorithm[] = [
  { oid: signatureOids.ecdsaWithSha256, key: 'ec', hash: 'sha256' },
  { oid: signatureOids.ecdsaWithSha384, key: 'ec', hash: 'sha384' },
  { oid: signatureOids.ecdsaWithSha512, key: 'ec', hash: 'sha512' },
  { oid: signatureOids.sha256WithRsa, key: 'rsa', hash: 'sha256' },
  { oid: signatureOids.sha384WithRsa, key: 'rsa', hash: 'sha384' },
  { oid: signatureOids.sha512WithRsa, key: 'rsa', hash: 'sha512' },
];
const byOid = new Map(algorithms.map((algorithm) => [algorithm.oid, algorithm]));
const curves: ReadonlySet<string> = new Set([keyOids.p256, keyOids.p384, keyOids.p521]);
const rsaBits = { least: 2048, most: 4096 };

/** Algorithm of the given key and hash. */
export const algorithmOf = (key: KeyKind, hash: Hash = 'sha256'): SignatureAlgorithm =>
  algorithms.find((one) => one.key === key && one.hash === hash) ?? fault('unknown algorithm');

/** RFC 5758: ECDSA without parameters; RFC 4055: RSA with NULL. */
export const algorithmDer = ({ oid: id, key }: SignatureAlgorithm): Uint8Array =>
  key === 'rsa' ? sequence(oid(id), nothing) : sequence(oid(id));

/** An algorithm that is still trusted; SHA-1, MD5 and DSA are not read at all. */
export function readAlgorithm(node: DerNode): SignatureAlgorithm {
  const { id, parameters } = identifier(node);
  const algorithm = byOid.get(id) ?? fault(`signature algorithm ${id}`);
  return (parameters === undefined) === (algorithm.key === 'ec') ? algorithm : fault('odd parameters');
}

/** Parts of an AlgorithmIdentifier whose parameters are absent or NULL. */
export function identifier(node: DerNode): { readonly id: string; readonly parameters: DerNode | undefined } {
  const fields = new Fields(node);
  const id = oidOf(fields.take());
  const parameters = fields.maybe(tags.null);
  fields.end();
  return { id, parameters };
}

const hashes = new Map<string, Hash>([
  [hashOids.sha256, 'sha256'],
  [hashOids.sha384, 'sha384'],
  [hashOids.sha512, 'sha512'],
]);
export const readHash = (node: DerNode): Hash => {
  const { id } = identifier(node);
  return hashes.get(id) ?? fault(`hash ${id}`);
};
export const hashDer = (hash: Hash): Uint8Array => sequence(oid(hashOids[hash]));

/** A key on one of three named curves, or RSA; explicit curves are refused before the cryptography sees them. */
export function readPublicKey(node: DerNode): PublicKey {
  const fields = new Fields(node);
  const algorithm = new Fields(fields.take());
  const bits = bitsOf(fields.take());
  fields.end();
  const id = oidOf(algorithm.take());
  if (id === keyOids.ec) {
    if (!curves.has(oidOf(algorithm.take()))) fault('unknown curve');
  } else if (id !== keyOids.rsa) fault(`key ${id}`);
  else algorithm.take(tags.null);
  algorithm.end();
  let made: KeyObject | undefined;
  const der = node.raw;
  const kind: KeyKind = id === keyOids.ec ? 'ec' : 'rsa';
  return { kind, der, bits, object: () => (made ??= keyObject(der)) };
}

function keyObject(der: Uint8Array): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
  } catch {
    return fault('not a key');
  }
  const { modulusLength, publicExponent } = key.asymmetricKeyDetails ?? {};
  if (modulusLength === undefined) return key;
  if (modulusLength < rsaBits.least || modulusLength > rsaBits.most) fault('RSA key of odd length');
  // An exponent of 1 verifies everything, a huge one costs seconds.
  if (publicExponent === undefined || publicExponent < 3n || publicExponent > 0xffffffffn)
    fault('odd exponent');
  return key;
}

/** True when the signature over these bytes was made with the key; false also for a key of another kind. */
export function verifies(
  key: PublicKey,
  algorithm: SignatureAlgorithm,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (key.kind !== algorithm.key) return false;
  try {
    return verify(algorithm.hash, data, { key: key.object(), dsaEncoding: 'der' }, signature);
  } catch {
    return false;
  }
}
