import type { Outcome } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import {
  bitsOf,
  type DerLimits,
  type DerNode,
  expect,
  Fields,
  fault,
  oidOf,
  only,
  plain,
  reading,
  smallOf,
  strictDer,
  tags,
  timeOf,
  within,
} from '#platform/der';
import { readAlgorithm, type SignatureAlgorithm } from '../algorithms.ts';
import { type Certificate, certificateOf } from './certificate.ts';
import { readExtensions, refuseUnknownCritical } from './extensions.ts';
import { type CertificateId, readCertificateId, readNonce } from './ocsp-question.ts';
import { type RevocationReason, reasonOf } from './reasons.ts';

export interface OcspStatus {
  readonly id: CertificateId;
  readonly is: 'good' | 'revoked' | 'unknown';
  readonly revoked?: { readonly at: Instant; readonly reason?: RevocationReason | undefined };
  readonly from: Instant;
  readonly next?: Instant | undefined;
}
export interface OcspAnswer {
  readonly signed: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  readonly signature: Uint8Array;
  /** Name in DER, or SHA-1 of the key in hexadecimal. */
  readonly responder: { readonly name: Uint8Array } | { readonly key: string };
  readonly producedAt: Instant;
  readonly nonce?: Uint8Array | undefined;
  readonly statuses: readonly OcspStatus[];
  readonly certificates: readonly Certificate[];
}

const limits: DerLimits = { size: 131_072, count: 8_000, depth: 24 };
const most = { statuses: 32, certificates: 8 };
const basic = '1.3.6.1.5.5.7.48.1.1';
const nothingKnown: ReadonlySet<string> = new Set();

/** Reads a successful OCSP answer (RFC 6960); refused as `ocsp-odd`, or `ocsp-refused` with the responder's number. */
export function readOcspAnswer(der: Uint8Array): Outcome<OcspAnswer> {
  const read = reading('ocsp-odd', () => {
    const fields = new Fields(strictDer(der, limits));
    const status = smallOf(fields.take(), tags.enumerated);
    const bytes = fields.maybe(within(0));
    fields.end();
    if (status !== 0) return status;
    const packed = new Fields(only(bytes ?? fault('no answer')));
    if (oidOf(packed.take()) !== basic) fault('kind of answer');
    const answer = packed.take(tags.octetString).content;
    packed.end();
    return basicAnswer(strictDer(answer, limits));
  });
  if (!read.ok) return read;
  return typeof read.value === 'number'
    ? { ok: false, refusal: { code: 'ocsp-refused', details: { status: read.value } } }
    : { ok: true, value: read.value };
}

function basicAnswer(node: DerNode): OcspAnswer {
  const fields = new Fields(node);
  const signed = fields.take();
  const algorithm = readAlgorithm(fields.take());
  const signature = bitsOf(fields.take());
  const certificates = fields.maybe(within(0));
  fields.end();
  const list = certificates ? expect(only(certificates), tags.sequence).children : [];
  if (list.length > most.certificates) fault('too many certificates');
  return {
    ...answerData(signed),
    signed: signed.raw,
    algorithm,
    signature,
    certificates: list.map(certificateOf),
  };
}

function answerData(node: DerNode): Pick<OcspAnswer, 'responder' | 'producedAt' | 'nonce' | 'statuses'> {
  const fields = new Fields(node);
  if (fields.next?.tag === within(0)) fault('version');
  const responder = readResponder(fields.take());
  const producedAt = timeOf(fields.take(tags.generalizedTime));
  const list = fields.take(tags.sequence).children;
  const extensions = fields.maybe(within(1));
  fields.end();
  if (list.length === 0 || list.length > most.statuses) fault('number of answers');
  const nonce = extensions && readNonce(only(extensions));
  return { responder, producedAt, nonce, statuses: list.map(readStatus) };
}

function readResponder(node: DerNode): OcspAnswer['responder'] {
  if (node.tag === within(1)) return { name: expect(only(node), tags.sequence).raw };
  const key = expect(only(expect(node, within(2))), tags.octetString).content;
  return { key: Buffer.from(key).toString('hex') };
}

function readStatus(node: DerNode): OcspStatus {
  const fields = new Fields(node);
  const id = readCertificateId(fields.take());
  const status = fields.take();
  const from = timeOf(fields.take(tags.generalizedTime));
  const next = fields.maybe(within(0));
  const extensions = fields.maybe(within(1));
  fields.end();
  if (extensions) refuseUnknownCritical(readExtensions(only(extensions)), nothingKnown);
  return { id, ...statusOf(status), from, next: next && timeOf(expect(only(next), tags.generalizedTime)) };
}

function statusOf(node: DerNode): Pick<OcspStatus, 'is' | 'revoked'> {
  if (node.tag === within(1)) {
    const fields = new Fields(node, within(1));
    const at = timeOf(fields.take(tags.generalizedTime));
    const reason = fields.maybe(within(0));
    fields.end();
    return {
      is: 'revoked',
      revoked: { at, reason: reason && reasonOf(smallOf(only(reason), tags.enumerated)) },
    };
  }
  if (node.content.length > 0) fault('odd status');
  if (node.tag === plain(0)) return { is: 'good' };
  return node.tag === plain(2) ? { is: 'unknown' } : fault('odd status');
}
