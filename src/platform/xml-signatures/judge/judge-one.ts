import { createHash } from 'node:crypto';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import {
  algorithmOf,
  type Certificate,
  judgeChain,
  type Purpose,
  readCertificate,
  type TrustedChain,
  verifies,
} from '#platform/certificates';
import { type JudgedStamp, judgeStamp, readStamp } from '#platform/cms';
import { explicit, integer, sequence } from '#platform/der';
import { fault } from '../fault.ts';
import { canonical } from '../text/canonical.ts';
import { derOf } from '../text/ecdsa.ts';
import type { Digest } from './methods.ts';
import type { XmlQuestion } from './question.ts';
import type { ReadSignature } from './read-signature.ts';

/** Baselines of EN 319 132-1, clause 6: reached, and their promises hold now. */
export type Level = 'B-B' | 'B-T' | 'B-LT';

/** Who signed, and how far that is known. */
export interface Authorship {
  readonly certificate: Certificate;
  readonly trust: TrustedChain;
  /** When it was certainly there: by a trusted stamp. */
  readonly provenAt?: Instant | undefined;
  /** What the signer says; nobody vouches for it. */
  readonly claimedAt: Instant;
  readonly role?: string | undefined;
  readonly level: Level;
}

/** A claim may be so much later than what proves it: clocks differ. */
const skewMs = 5 * 60_000;

/** Judges one signature over the content, given in its canonical form. */
export function judgeOne(
  read: ReadSignature,
  content: Uint8Array,
  question: XmlQuestion,
): Outcome<Authorship> {
  const signer = readCertificate(read.certificate);
  if (!signer.ok) return signer;
  assertNamed(signer.value, read);
  if (!fits(read.content, content)) fault('signature-digest', 'the content');
  if (!fits(read.properties.digest, Buffer.from(canonical(read.properties.element))))
    fault('signature-digest', 'the properties');
  if (!isSigned(signer.value, read)) fault('signature-wrong', 'not of the key of its certificate');
  return trusted(signer.value, read, question);
}

const fits = ({ hash, bytes }: Digest, data: Uint8Array): boolean =>
  createHash(hash).update(data).digest().equals(bytes);

/** The certificate beside a signature is not signed; the hash of it among the signed properties is. */
function assertNamed(signer: Certificate, { properties }: ReadSignature): void {
  const { digest, issuerSerial } = properties.names;
  const own = (): Uint8Array => sequence(sequence(explicit(4, signer.issuer.der)), integer(signer.serial));
  if (!fits(digest, signer.der) || (issuerSerial && Buffer.compare(issuerSerial, own()) !== 0))
    fault('signature-odd', 'another certificate is named');
}

function isSigned({ key }: Certificate, { info, method, value }: ReadSignature): boolean {
  if (key.kind !== method.key) return false;
  const signature = key.kind === 'ec' ? derOf(value.bytes, key.object()) : value.bytes;
  const algorithm = algorithmOf(method.key, method.hash);
  return signature !== undefined && verifies(key, algorithm, Buffer.from(canonical(info)), signature);
}

function trusted(certificate: Certificate, read: ReadSignature, question: XmlQuestion): Outcome<Authorship> {
  const { unsigned, chain, properties } = read;
  const { roots, at: now } = question;
  const stamp = judgedStamp(read, question);
  if (stamp && !stamp.ok) return stamp;
  const others = [
    ...chain,
    ...(stamp?.value.chain ?? []),
    ...unsigned.certificates,
    ...(question.others ?? []),
  ];
  const provenAt = stamp?.value.notAfter;
  const at = provenAt ?? now;
  if (properties.claimedAt > at + skewMs) return refused({ code: 'signature-moment' });
  const revocations = [...unsigned.revocations, ...(question.revocations ?? [])];
  const about = { others, roots, now };
  const own = { certificate: certificate.der, at, purpose: 'signing' as const };
  const trust = judgeChain({ ...about, ...own, revocations });
  if (!trust.ok) return trust;
  const kept = (one: { certificate: Uint8Array; at: Instant; purpose: Purpose }): boolean => {
    const judged = judgeChain({ ...about, ...one, revocations: unsigned.revocations });
    return judged.ok && judged.value.revocation === 'good';
  };
  const clock = stamp && { certificate: stamp.value.certificate, at: stamp.value.at };
  const lasting = clock && kept(own) && kept({ ...clock, purpose: 'time-stamping' });
  return done({
    certificate,
    trust: trust.value,
    provenAt,
    claimedAt: properties.claimedAt,
    role: properties.role,
    level: lasting ? 'B-LT' : stamp ? 'B-T' : 'B-B',
  });
}

/** The stamp speaks of the canonical form of the element with the signature's value (EN 319 132-1, 5.3). */
function judgedStamp(
  { unsigned, chain, value }: ReadSignature,
  question: XmlQuestion,
): Outcome<JudgedStamp> | undefined {
  const { token } = unsigned;
  if (!token) return undefined;
  const read = readStamp(token);
  if (!read.ok) return read;
  const { hash } = read.value.imprint;
  return judgeStamp({
    token,
    imprint: { hash, digest: createHash(hash).update(canonical(value.element)).digest() },
    roots: question.roots,
    others: [...unsigned.certificates, ...chain, ...(question.others ?? [])],
    revocations: [...unsigned.revocations, ...(question.revocations ?? [])],
    now: question.at,
  });
}
