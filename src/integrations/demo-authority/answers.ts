import type { Clock } from '#kernel/time';
import {
  type CertificateStatus,
  type DigestSigner,
  makeCrl,
  makeOcspAnswer,
  readCertificate,
  readOcspQuestion,
  refuseOcsp,
} from '#platform/certificates';
import { answerStampRequest } from '#platform/cms';
import { type Authority, newSerial } from './state.ts';

const hour = 3_600_000;
/** Answers are fresh for as long as nobody waits to see a revocation (≤ 5 s on the check page). */
const freshMs = 10_000;

/** An OCSP answer to a question in DER (RFC 6960). */
export async function ocspAnswer(authority: Authority, clock: Clock, der: Uint8Array): Promise<Uint8Array> {
  const question = readOcspQuestion(der);
  if (!question.ok) return refuseOcsp(1);
  const now = clock.now();
  const about = question.value.about.map((id) => ({
    id: id.der,
    status: statusOf(authority, id.serial),
  }));
  return makeOcspAnswer(
    { about, at: now, next: now + freshMs, nonce: question.value.nonce },
    authority.responder,
  );
}

/** Of what it issued to others, and of those who answer and stamp time in its name. */
function statusOf({ issued, clock, responder }: Authority, asked: string): CertificateStatus {
  const one = issued.find(({ serial }) => serial === asked);
  if (!one)
    return [clock, responder].some((own) => serialIn(own) === asked) ? { is: 'good' } : { is: 'unknown' };
  return one.revokedAt === undefined ? { is: 'good' } : { is: 'revoked', at: one.revokedAt };
}

function serialIn({ certificate }: DigestSigner): string | undefined {
  const read = readCertificate(certificate);
  return read.ok ? read.value.serial : undefined;
}

/** The root's own list, which speaks about the issuing authority. */
export const rootList = (authority: Authority, clock: Clock): Promise<Uint8Array> => {
  const at = clock.now();
  return makeCrl(
    { number: Math.floor(at / 1000), at, next: at + 24 * hour, revoked: [] },
    authority.rootSigner,
  );
};

/** What the issuing authority has revoked. */
export const issuingList = (authority: Authority, clock: Clock): Promise<Uint8Array> => {
  const at = clock.now();
  const revoked = authority.issued.flatMap(({ serial, revokedAt }) =>
    revokedAt === undefined ? [] : [{ serial, at: revokedAt }],
  );
  return makeCrl({ number: Math.floor(at / 1000), at, next: at + freshMs, revoked }, authority.issuing);
};

export const stampAnswer = (authority: Authority, clock: Clock, der: Uint8Array): Promise<Uint8Array> =>
  answerStampRequest(der, {
    signer: authority.clock,
    policy: '1.3.6.1.4.1.99999.1.1',
    at: clock.now(),
    accuracyMs: 1000,
    serial: newSerial(),
  });
