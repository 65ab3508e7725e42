import { randomBytes } from 'node:crypto';
import type { Instant } from '#kernel/time';
import {
  type CertificateWish,
  type DigestSigner,
  issueCertificate,
  type KeyPair,
  makeKeyPair,
  makeRoot,
  type NewKey,
  signerOf,
  usageOids,
} from '#platform/certificates';

const year = 365 * 86_400_000;
/** Where certificates made here say that their status is to be had; nobody listens there. */
export const addresses = {
  crl: 'http://crl.example.vn/trung-gian.crl',
  ocsp: 'http://ocsp.example.vn/',
} as const;

export interface SmallAuthority {
  /** The moment around which everything is valid. */
  readonly at: Instant;
  readonly rootPair: KeyPair;
  readonly root: Uint8Array;
  readonly rootSigner: DigestSigner;
  readonly intermediate: DigestSigner;
  /** Answers OCSP questions in the name of the intermediate. */
  readonly responder: DigestSigner;
  /** Stamps time. */
  readonly clock: DigestSigner;
  readonly person: DigestSigner;
  /** Another signer under the intermediate, with what is wished otherwise. */
  issue(wish?: Partial<CertificateWish>, key?: NewKey): Promise<DigestSigner>;
  /** The same, with its key. */
  issueWithKey(
    wish: Partial<CertificateWish>,
  ): Promise<{ readonly pair: KeyPair; readonly signer: DigestSigner }>;
}

export const newSerial = (): string => `4${randomBytes(15).toString('hex')}a`.slice(0, 32);

/** A root, an authority under it, and four holders: enough of a public-key infrastructure for a test. */
export async function smallAuthority(at: Instant, key: NewKey = 'p256'): Promise<SmallAuthority> {
  const validity = { from: at - year, to: at + year };
  const rootPair = await makeKeyPair(key);
  const rootName = {
    subject: [
      ['country', 'VN'],
      ['organisation', 'Cơ yếu thử nghiệm'],
      ['commonName', 'Gốc thử nghiệm'],
    ],
  } as const;
  const root = await makeRoot({ ...rootName, ...validity, serial: newSerial() }, rootPair);
  const rootSigner = signerOf(rootPair, root);
  const under = async (
    issuer: DigestSigner,
    wish: Pick<CertificateWish, 'subject'> & Partial<CertificateWish>,
    kind: NewKey,
  ) => {
    const pair = await makeKeyPair(kind);
    const certificate = await issueCertificate(
      { serial: newSerial(), ...validity, ...wish },
      pair.publicKey,
      issuer,
    );
    return signerOf(pair, certificate, issuer === rootSigner ? [] : [issuer.certificate, ...issuer.chain]);
  };
  const named = (name: string) =>
    [
      ['country', 'VN'],
      ['commonName', name],
    ] as const;
  const intermediate = await under(
    rootSigner,
    {
      subject: named('Trung gian thử nghiệm'),
      authority: { pathLength: 0 },
      keyUsage: ['keyCertSign', 'cRLSign'],
    },
    key,
  );
  const holder = (wish: Partial<CertificateWish>, kind: NewKey = key) =>
    under(intermediate, { subject: named('Người thử'), keyUsage: ['digitalSignature'], ...wish }, kind);
  return {
    at,
    rootPair,
    root,
    rootSigner,
    intermediate,
    responder: await holder({
      subject: named('Trả lời OCSP'),
      usages: [usageOids.ocspSigning],
      ocspNoCheck: true,
    }),
    clock: await holder({ subject: named('Dấu thời gian'), usages: [usageOids.timeStamping] }),
    person: await holder({
      subject: [
        ['country', 'VN'],
        ['province', 'Tỉnh Mẫu'],
        ['organisation', 'Sở Nội vụ'],
        ['serialNumber', 'CCCD:000000000001'],
        ['commonName', 'Nguyễn Thị Đường'],
        ['email', 'duong@example.vn'],
      ],
      keyUsage: ['digitalSignature', 'nonRepudiation'],
      usages: [usageOids.emailProtection, usageOids.documentSigning],
      emails: ['duong@example.vn'],
      policies: ['1.3.6.1.4.1.99999.1.2'],
      crls: [addresses.crl],
      ocsp: [addresses.ocsp],
    }),
    issue: holder,
    async issueWithKey(wish) {
      const pair = await makeKeyPair(key);
      const whole = { subject: named('Người thử'), serial: newSerial(), ...validity, ...wish };
      const certificate = await issueCertificate(whole, pair.publicKey, intermediate);
      return { pair, signer: signerOf(pair, certificate, [intermediate.certificate]) };
    },
  };
}
