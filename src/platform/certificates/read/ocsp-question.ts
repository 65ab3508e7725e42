import { createHash } from 'node:crypto';
import type { Outcome } from '#kernel/outcome';
import {
  bigOf,
  type DerNode,
  explicit,
  Fields,
  fault,
  integer,
  nothing,
  octets,
  oid,
  only,
  reading,
  sequence,
  strictDer,
  tags,
  within,
} from '#platform/der';
import { identifier } from '../algorithms.ts';
import { extensionOids, hashOids } from '../oids.ts';
import type { Certificate } from './certificate.ts';
import { readExtensions, refuseUnknownCritical } from './extensions.ts';

/** Which certificate an OCSP question or answer is about. */
export interface CertificateId {
  readonly der: Uint8Array;
  readonly hash: 'sha1' | 'sha256';
  readonly issuerName: string;
  readonly issuerKey: string;
  readonly serial: string;
}

const hashNames: ReadonlyMap<string, 'sha1' | 'sha256'> = new Map([
  [hashOids.sha1, 'sha1'],
  [hashOids.sha256, 'sha256'],
]);
const mostQuestions = 8;

export function readCertificateId(node: DerNode): CertificateId {
  const fields = new Fields(node);
  const hash = hashNames.get(identifier(fields.take()).id) ?? fault('hash of a certificate id');
  const issuerName = hexOf(fields.take(tags.octetString));
  const issuerKey = hexOf(fields.take(tags.octetString));
  const serial = bigOf(fields.take());
  fields.end();
  return { der: node.raw, hash, issuerName, issuerKey, serial };
}

const hexOf = (node: DerNode): string => Buffer.from(node.content).toString('hex');

/** True when the id names this certificate of this issuer. */
export function idFits(id: CertificateId, { serial }: Certificate, issuer: Certificate): boolean {
  const hashed = (bytes: Uint8Array) => createHash(id.hash).update(bytes).digest('hex');
  return (
    id.serial === serial &&
    id.issuerName === hashed(issuer.subject.der) &&
    id.issuerKey === hashed(issuer.key.bits)
  );
}

/** CertID with SHA-1, the only hash that every responder answers to (RFC 5019, 2.1.1); it protects nothing. */
export function certificateIdDer({ serial }: Pick<Certificate, 'serial'>, issuer: Certificate): Uint8Array {
  const hashed = (bytes: Uint8Array) => octets(createHash('sha1').update(bytes).digest());
  const hash = sequence(oid(hashOids.sha1), nothing);
  return sequence(hash, hashed(issuer.subject.der), hashed(issuer.key.bits), integer(serial));
}

/** A question about one certificate (RFC 6960), in DER. */
export function ocspQuestion(certificate: Certificate, issuer: Certificate, nonce?: Uint8Array): Uint8Array {
  const list = sequence(sequence(certificateIdDer(certificate, issuer)));
  const extensions =
    nonce && explicit(2, sequence(sequence(oid(extensionOids.ocspNonce), octets(octets(nonce)))));
  return sequence(sequence(list, ...(extensions ? [extensions] : [])));
}

export interface OcspQuestion {
  readonly about: readonly CertificateId[];
  readonly nonce?: Uint8Array | undefined;
}

/** Reads a question; a signature on it is not looked at. Refused as `ocsp-odd`. */
export const readOcspQuestion = (der: Uint8Array): Outcome<OcspQuestion> =>
  reading('ocsp-odd', () => {
    const fields = new Fields(new Fields(strictDer(der)).take());
    fields.maybe(within(0));
    fields.maybe(within(1));
    const list = fields.take(tags.sequence).children;
    const extensions = fields.maybe(within(2));
    fields.end();
    if (list.length === 0 || list.length > mostQuestions) fault('number of questions');
    return {
      about: list.map((one) => readCertificateId(new Fields(one).take())),
      nonce: extensions && readNonce(only(extensions)),
    };
  });

/** One to 32 octets (RFC 9654). */
export function readNonce(extensions: DerNode): Uint8Array | undefined {
  const found = readExtensions(extensions);
  refuseUnknownCritical(found, new Set([extensionOids.ocspNonce]));
  const nonce = found.get(extensionOids.ocspNonce);
  if (!nonce) return undefined;
  const node = strictDer(nonce.value);
  if (node.tag !== tags.octetString || node.content.length === 0 || node.content.length > 32)
    fault('odd nonce');
  return node.content;
}
