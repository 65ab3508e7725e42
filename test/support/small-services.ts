import type { Outcome } from '#kernel/outcome';
import {
  type CertificateStatus,
  certificateIdDer,
  makeCrl,
  makeOcspAnswer,
  type RevocationSource,
  readCertificate,
  type TimeStamper,
} from '#platform/certificates';
import { makeStamp } from '#platform/cms';
import { newSerial, type SmallAuthority } from './small-authority.ts';

const day = 86_400_000;

export function must<T>(result: Outcome<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

export const stamperOf = ({ clock, at }: SmallAuthority): TimeStamper => ({
  stamp: (digest) =>
    makeStamp(
      { imprint: { hash: 'sha256', digest } },
      { signer: clock, policy: '1.3.6.1.4.1.99999.1.1', at, accuracyMs: 900, serial: newSerial() },
    ),
});

/** Answers by OCSP for what the intermediate issued, and by a list for the intermediate itself. */
export const sourceOf = (
  authority: SmallAuthority,
  status: CertificateStatus = { is: 'good' },
): RevocationSource => ({
  async fetch(certificate, issuer) {
    const [about, above] = [must(readCertificate(certificate)), must(readCertificate(issuer))];
    const dates = { at: authority.at, next: authority.at + day };
    if (about.authority) {
      const der = await makeCrl({ number: 1, ...dates, revoked: [] }, authority.rootSigner);
      return { ok: true, value: { kind: 'crl', der } };
    }
    const wish = { ...dates, about: [{ id: certificateIdDer(about, above), status }] };
    return { ok: true, value: { kind: 'ocsp', der: await makeOcspAnswer(wish, authority.responder) } };
  },
});
