import type { Clock } from '#kernel/time';
import {
  type CertificateStatus,
  makeCrl,
  makeOcspAnswer,
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
    status: statusOf(authority.issued.find(({ serial }) => serial === id.serial)),
  }));
  return makeOcspAnswer(
    { about, at: now, next: now + freshMs, nonce: question.value.nonce },
    authority.responder,
  );
}

function statusOf(one: Authority['issued'][number] | undefined): CertificateStatus {
  if (!one) return { is: 'unknown' };
  return one.revokedAt === undefined ? { is: 'good' } : { is: 'revoked', at: one.revokedAt };
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
