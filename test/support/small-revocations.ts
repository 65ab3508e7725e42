import assert from 'node:assert/strict';
import { done, refused } from '#kernel/outcome';
import type { Clock } from '#kernel/time';
import {
  type CertificateStatus,
  certificateIdDer,
  makeCrl,
  makeOcspAnswer,
  type RevocationSource,
  readCertificate,
} from '#platform/certificates';
import type { SmallAuthority } from './small-authority.ts';

const day = 86_400_000;

/**
 * What an authority in memory answers: by OCSP about what the intermediate issued, by a list about the intermediate itself.
 * @param says its word about everybody; `undefined` is silence.
 */
export const smallRevocations = (
  authority: SmallAuthority,
  clock: Pick<Clock, 'now'>,
  says: () => CertificateStatus | undefined = () => ({ is: 'good' }),
): RevocationSource => ({
  async fetch(certificate, issuer) {
    const status = says();
    if (!status) return refused({ code: 'service-silent' });
    const [about, above] = [readCertificate(certificate), readCertificate(issuer)];
    assert.ok(about.ok && above.ok);
    const dates = { at: clock.now(), next: clock.now() + day };
    if (about.value.authority) {
      const der = await makeCrl({ number: 1, ...dates, revoked: [] }, authority.rootSigner);
      return done({ kind: 'crl', der });
    }
    const id = certificateIdDer(about.value, above.value);
    const der = await makeOcspAnswer({ ...dates, about: [{ id, status }] }, authority.responder);
    return done({ kind: 'ocsp', der });
  },
});
