import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PNG } from 'pngjs';
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
import { newSerial, type SmallAuthority } from '#test/small-authority';
import { type Appearance, type Face, openFace, type PdfSigning, signPdf } from '../index.ts';

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

export function tinos(): Face {
  const file = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  );
  return must(openFace(readFileSync(file)));
}

/** A red ring, transparent within and around. */
export function seal(side = 160): Buffer {
  const png = new PNG({ width: side, height: side });
  for (let i = 0; i < side * side; i++) {
    const r = Math.hypot((i % side) - side / 2, Math.floor(i / side) - side / 2) / (side / 2);
    png.data.set([200, 20, 20, (r > 0.86 && r < 0.97) || r < 0.3 ? 255 : 0], 4 * i);
  }
  return PNG.sync.write(png);
}

export const leaderLook = (face: Face): Appearance => ({
  page: 1,
  box: { x: 320, y: 560, width: 200, height: 70 },
  lines: ['Nguyễn Thị Đường', 'Cơ quan: Sở Nội vụ tỉnh Mẫu', 'Thời gian ký: 23/11/2026 09:00:00 +07:00'],
  face,
});

export const sealLook = (face: Face): Appearance => ({
  page: 1,
  box: { x: 250, y: 540, width: 110, height: 110 },
  lines: ['Sở Nội vụ tỉnh Mẫu', '23/11/2026 09:05:00 +07:00'],
  face,
  colour: [0.78, 0.08, 0.08],
  picture: seal(),
});

export const signed = async (
  bytes: Uint8Array,
  authority: SmallAuthority,
  wish: Partial<PdfSigning> = {},
): Promise<Uint8Array> =>
  must(await signPdf(bytes, { signer: authority.person, at: authority.at, fieldName: 'leader', ...wish }));
