import { createHash } from 'node:crypto';
import type { Instant } from '#kernel/time';
import { verifies } from '../algorithms.ts';
import { usageOids } from '../oids.ts';
import type { Certificate } from '../read/certificate.ts';
import { type Crl, readCrl } from '../read/crl.ts';
import { sameName } from '../read/name.ts';
import { type OcspAnswer, type OcspStatus, readOcspAnswer } from '../read/ocsp.ts';
import { idFits } from '../read/ocsp-question.ts';
import type { RevocationReason } from '../read/reasons.ts';
import { issued } from './path.ts';

/** What a source has given: an OCSP answer or a list, in DER. */
export interface RevocationData {
  readonly kind: 'ocsp' | 'crl';
  readonly der: Uint8Array;
}
export type RevocationWord =
  | { readonly is: 'good'; readonly from: Instant }
  | { readonly is: 'revoked'; readonly since: Instant; readonly reason?: RevocationReason | undefined }
  | { readonly is: 'unknown' };

/** Data once read; what cannot be read says nothing. */
export interface ReadRevocations {
  readonly answers: readonly OcspAnswer[];
  readonly lists: readonly Crl[];
}
export interface Moments {
  /** The moment that is judged. */
  readonly at: Instant;
  /** The moment of judging; nothing can be from after it. */
  readonly now: Instant;
}

/** Of all data together: reading it all takes a second. */
const mostOctets = 8_000_000;
const mostData = 32;
const clockSkewMs = 5 * 60_000;
/** An OCSP answer that names no end is fresh for a day. */
const unboundMs = 24 * 3600_000;

export function readRevocations(data: readonly RevocationData[]): ReadRevocations {
  let octets = 0;
  const some = data.slice(0, mostData).filter(({ der }) => (octets += der.length) <= mostOctets);
  return {
    answers: some.filter(({ kind }) => kind === 'ocsp').flatMap(({ der }) => valueOf(readOcspAnswer(der))),
    lists: some.filter(({ kind }) => kind === 'crl').flatMap(({ der }) => valueOf(readCrl(der))),
  };
}

const valueOf = <T>(read: { ok: true; value: T } | { ok: false }): T[] => (read.ok ? [read.value] : []);

/**
 * What all fresh and authorised data says about a certificate of this issuer. One word of revocation outweighs any
 * number of good ones; a revocation that began after the judged moment leaves the certificate good at that moment.
 */
export function wordAbout(
  certificate: Certificate,
  issuer: Certificate,
  data: ReadRevocations,
  moments: Moments,
): RevocationWord {
  const words = [
    ...data.answers.flatMap((answer) => wordOfAnswer(answer, certificate, issuer, moments)),
    ...data.lists.flatMap((list) => wordOfList(list, certificate, issuer, moments)),
  ];
  return (
    words.find(({ is }) => is === 'revoked') ?? words.find(({ is }) => is === 'good') ?? { is: 'unknown' }
  );
}

function wordOfAnswer(
  answer: OcspAnswer,
  certificate: Certificate,
  issuer: Certificate,
  moments: Moments,
): RevocationWord[] {
  const about = answer.statuses.filter(({ id }) => idFits(id, certificate, issuer));
  if (about.length === 0 || !answersFor(issuer, answer)) return [];
  return about.filter((status) => isFresh(status, moments)).map((status) => wordOfStatus(status, moments.at));
}

function wordOfStatus({ is, revoked, from }: OcspStatus, at: Instant): RevocationWord {
  if (is === 'revoked' && revoked && revoked.at <= at)
    return { is: 'revoked', since: revoked.at, reason: revoked.reason };
  return is === 'unknown' ? { is: 'unknown' } : { is: 'good', from };
}

/** The issuer itself, or one to whom it gave a certificate for nothing but answering (RFC 6960, 4.2.2.2). */
function answersFor(issuer: Certificate, answer: OcspAnswer): boolean {
  const delegated = answer.certificates.filter(
    (one) =>
      one.usages?.oids.has(usageOids.ocspSigning) === true &&
      (one.keyUsage?.has('digitalSignature') ?? true) &&
      one.validity.from <= answer.producedAt &&
      answer.producedAt <= one.validity.to,
  );
  return [issuer, ...delegated].some(
    (responder) =>
      isNamed(responder, answer.responder) &&
      verifies(responder.key, answer.algorithm, answer.signed, answer.signature) &&
      (responder === issuer || issued(issuer, responder)),
  );
}

function isNamed({ subject, key }: Certificate, responder: OcspAnswer['responder']): boolean {
  if ('name' in responder) return Buffer.compare(responder.name, subject.der) === 0;
  return createHash('sha1').update(key.bits).digest('hex') === responder.key;
}

function wordOfList(
  list: Crl,
  certificate: Certificate,
  issuer: Certificate,
  moments: Moments,
): RevocationWord[] {
  if (!sameName(list.issuer, issuer.subject) || !isFresh(list, moments) || !isAbout(list, certificate))
    return [];
  if (issuer.keyUsage?.has('cRLSign') === false) return [];
  if (!verifies(issuer.key, list.algorithm, list.signed, list.signature)) return [];
  const entry = list.entry(certificate.serial);
  const since = entry && Math.min(entry.at, entry.invalidSince ?? entry.at);
  return since !== undefined && since <= moments.at
    ? [{ is: 'revoked', since, reason: entry?.reason }]
    : [{ is: 'good', from: list.from }];
}

/** A restricted list speaks only about the certificates that it is restricted to. */
function isAbout({ scope }: Crl, certificate: Certificate): boolean {
  if (scope.covers === 'users' && certificate.authority) return false;
  if (scope.covers === 'authorities' && !certificate.authority) return false;
  return (
    scope.addresses === undefined || scope.addresses.some((address) => certificate.crls.includes(address))
  );
}

/** From before now, and still in force at the judged moment or made after it. */
function isFresh(
  { from, next }: { readonly from: Instant; readonly next?: Instant | undefined },
  { at, now }: Moments,
): boolean {
  return from <= now + clockSkewMs && (next ?? from + unboundMs) >= at;
}
