import { createHash } from 'node:crypto';
import {
  algorithmOf,
  type Certificate,
  certificateOf,
  type Hash,
  keyOids,
  readAlgorithm,
  readHash,
  type SignatureAlgorithm,
  verifies,
} from '#platform/certificates';
import {
  bigOf,
  type DerLimits,
  type DerNode,
  expect,
  Fields,
  fault,
  oidOf,
  only,
  plain,
  smallOf,
  strictDer,
  tags,
  within,
} from '#platform/der';
import { type Attributes, readAttributes, singleValue } from './attributes.ts';
import { namesSigner } from './ess.ts';
import { cmsOids } from './oids.ts';

/** SignedData with exactly one signer (RFC 5652, 5), taken apart; its signature is not verified yet. */
export interface SignedData {
  readonly contentType: string;
  readonly content?: Uint8Array | undefined;
  readonly hash: Hash;
  readonly algorithm: SignatureAlgorithm;
  readonly signature: Uint8Array;
  readonly signer: Certificate;
  readonly others: readonly Certificate[];
  /** The signed attributes as they are signed: a SET. */
  readonly signed: Uint8Array;
  readonly attributes: Attributes;
  readonly unsigned: Attributes;
  readonly named: boolean;
  /** Of the signer's part: 1 under issuer and serial number, 3 under a key identifier. */
  readonly version: number;
}

/** A chain with its OCSP answers and a list fits. */
const limits: DerLimits = { size: 8_000_000, count: 200_000, depth: 40 };
const mostCertificates = 16;
const none: Attributes = new Map();

export function readSignedData(der: Uint8Array): SignedData {
  const info = new Fields(strictDer(der, limits));
  if (oidOf(info.take()) !== cmsOids.signedData) fault('not signed data');
  const fields = new Fields(only(info.take(within(0))));
  info.end();
  const version = smallOf(fields.take());
  const hashes = fields.take(tags.set).children;
  const { contentType, content } = encapsulated(fields.take());
  const bag = fields.maybe(within(0))?.children ?? [];
  fields.maybe(within(1));
  const signer = only(fields.take(tags.set));
  fields.end();
  if (bag.length === 0 || bag.length > mostCertificates) fault('number of certificates');
  const read = readSigner(signer, bag.map(certificateOf));
  // Version 3 for anything but plain data under issuer and serial number (RFC 5652, 5.1).
  if (version !== (contentType === cmsOids.data && read.version === 1 ? 1 : 3)) fault('version');
  if (!hashes.some((one) => readHash(one) === read.hash)) fault('the hash is not announced');
  return { contentType, content, ...read };
}

function encapsulated(node: DerNode): Pick<SignedData, 'contentType' | 'content'> {
  const fields = new Fields(node);
  const contentType = oidOf(fields.take());
  const content = fields.maybe(within(0));
  fields.end();
  return { contentType, content: content && expect(only(content), tags.octetString).content };
}

function readSigner(node: DerNode, bag: readonly Certificate[]): Omit<SignedData, 'contentType' | 'content'> {
  const fields = new Fields(node);
  const version = smallOf(fields.take());
  const id = fields.take();
  const hash = readHash(fields.take());
  const attributes = fields.take(within(0));
  const algorithm = signatureAlgorithm(fields.take(), hash);
  const signature = fields.take(tags.octetString).content;
  const unsigned = fields.maybe(within(1));
  fields.end();
  if (version !== (id.tag === tags.sequence ? 1 : 3)) fault('version of the signer');
  const signer = bag.find((one) => isNamed(one, id)) ?? fault('certificate of the signer is missing');
  const found = readAttributes(attributes.children);
  return {
    version,
    hash,
    algorithm,
    signature,
    signer,
    others: bag.filter((one) => one !== signer),
    // Signed is the SET that the implicit tag stands for (RFC 5652, 5.4).
    signed: Buffer.concat([Uint8Array.of(tags.set), attributes.raw.subarray(1)]),
    attributes: found,
    unsigned: unsigned ? readAttributes(unsigned.children) : none,
    named: namesSigner(found, signer) === 'named',
  };
}

/** `rsaEncryption` means RSA with the signer's hash (RFC 3370, 3.2). */
function signatureAlgorithm(node: DerNode, hash: Hash): SignatureAlgorithm {
  if (oidOf(new Fields(node).take()) === keyOids.rsa) {
    const fields = new Fields(node);
    fields.take();
    fields.take(tags.null);
    fields.end();
    return algorithmOf('rsa', hash);
  }
  const algorithm = readAlgorithm(node);
  return algorithm.hash === hash ? algorithm : fault('two hashes');
}

function isNamed(certificate: Certificate, id: DerNode): boolean {
  if (id.tag === plain(0)) return certificate.keyId === Buffer.from(id.content).toString('hex');
  const fields = new Fields(id);
  const issuer = fields.take().raw;
  const serial = bigOf(fields.take());
  fields.end();
  return serial === certificate.serial && Buffer.compare(issuer, certificate.issuer.der) === 0;
}

export type SignatureFault = 'signature-digest' | 'signature-wrong';

/** What does not hold between content, attributes and signature; undefined when all of it does. */
export function faultIn(data: SignedData, content: Uint8Array): SignatureFault | undefined {
  const type = singleValue(data.attributes, cmsOids.contentType) ?? fault('no content type');
  if (oidOf(type) !== data.contentType) fault('two content types');
  const digest = expect(
    singleValue(data.attributes, cmsOids.messageDigest) ?? fault('no digest'),
    tags.octetString,
  );
  if (!verifies(data.signer.key, data.algorithm, data.signed, data.signature)) return 'signature-wrong';
  const actual = createHash(data.hash).update(content).digest();
  return actual.equals(digest.content) ? undefined : 'signature-digest';
}
