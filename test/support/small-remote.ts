import {
  constants,
  createHash,
  createPrivateKey,
  type KeyObject,
  privateEncrypt,
  randomUUID,
} from 'node:crypto';
import { done, refused } from '#kernel/outcome';
import { type CertificateWish, issueCertificate, makeKeyPair } from '#platform/certificates';
import type { RemoteCredential, RemoteSigning } from '#ports/signing';
import { newSerial, type SmallAuthority } from './small-authority.ts';

type Consent = Parameters<RemoteSigning['consentAddress']>[0];
type Brought = { readonly state: string; readonly code: string };

export interface SmallRemote {
  readonly remote: RemoteSigning;
  /** What people were asked to agree to, in its order. */
  readonly asked: Consent[];
  /** Set, it is what every question is refused with. */
  refuses: string | undefined;
  /** Set, it changes the signatures before they are handed out. */
  swap: ((signatures: readonly Uint8Array[]) => readonly Uint8Array[]) | undefined;
  /** Has a key made and certified for somebody, offered after those they have. */
  hold(
    holder: { readonly personalNumber: string; readonly name: string },
    wish?: Partial<CertificateWish>,
    more?: Partial<Pick<RemoteCredential, 'consent' | 'most'>>,
  ): Promise<RemoteCredential>;
  /** As the holder agrees on the page at this address: what their browser brings back. */
  agree(url: string): Brought;
}

/** DER of a DigestInfo up to the digest itself, for SHA-256 (RFC 8017, 9.2). */
const sha256Info = Buffer.from('3031300d060960864801650304020105000420', 'hex');
const signatureOf = (key: KeyObject, digest: Uint8Array): Uint8Array =>
  privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([sha256Info, digest]));
const inOneText = (digests: readonly Uint8Array[]): string =>
  digests.map((one) => Buffer.from(one).toString('hex')).join();

/** A provider of remote signing in memory: it signs once what its holder agreed to, for whoever began it. */
export function smallRemote(authority: SmallAuthority, provider = 'Ký số Mẫu'): SmallRemote {
  const held = new Map<string, RemoteCredential[]>();
  const keys = new Map<string, KeyObject>();
  const granted = new Map<string, Consent>();
  const year = 365 * 86_400_000;
  const remote: RemoteSigning = {
    provider,
    async credentialsOf({ personalNumber }) {
      if (own.refuses) return refused({ code: own.refuses });
      const found = held.get(personalNumber);
      return found ? done(found) : refused({ code: 'remote-none' });
    },
    async credential(id) {
      if (own.refuses) return refused({ code: own.refuses });
      const found = [...held.values()].flat().find((one) => one.id === id);
      return found ? done(found) : refused({ code: 'remote-none' });
    },
    async consentAddress(wish) {
      own.asked.push(wish);
      return done(`https://ky-so.example.vn/dong-y?state=${wish.state}`);
    },
    async signAtOnce({ credential, digests }) {
      if (own.refuses) return refused({ code: own.refuses });
      const key = keys.get(credential);
      return key ? done(digests.map((digest) => signatureOf(key, digest))) : refused({ code: 'remote-none' });
    },
    async sign({ code, verifier, credential, digests, returnTo }) {
      if (own.refuses) return refused({ code: own.refuses });
      const agreed = granted.get(code);
      granted.delete(code);
      const key = keys.get(credential);
      if (!agreed || !key) return refused({ code: 'remote-consent-expired' });
      const same =
        agreed.credential === credential &&
        agreed.returnTo === returnTo &&
        agreed.challenge === createHash('sha256').update(verifier).digest('base64url') &&
        inOneText(agreed.digests) === inOneText(digests);
      if (!same) return refused({ code: 'remote-odd' });
      const made = digests.map((digest) => signatureOf(key, digest));
      return done(own.swap?.(made) ?? made);
    },
  };
  const own: SmallRemote = {
    remote,
    asked: [],
    refuses: undefined,
    swap: undefined,
    async hold({ personalNumber, name }, wish = {}, { consent = 'holder', most = 100 } = {}) {
      const pair = await makeKeyPair('rsa2048');
      const whole: CertificateWish = {
        subject: [
          ['country', 'VN'],
          ['serialNumber', `CCCD:${personalNumber}`],
          ['commonName', name],
        ],
        serial: newSerial(),
        from: authority.at - year,
        to: authority.at + year,
        keyUsage: ['digitalSignature', 'nonRepudiation'],
        ...wish,
      };
      const certificate = await issueCertificate(whole, pair.publicKey, authority.intermediate);
      const chain = [authority.intermediate.certificate];
      const credential: RemoteCredential = { id: randomUUID(), certificate, chain, consent, most };
      keys.set(credential.id, createPrivateKey(pair.pem()));
      held.set(personalNumber, [...(held.get(personalNumber) ?? []), credential]);
      return credential;
    },
    agree(url) {
      const state = new URL(url).searchParams.get('state') ?? '';
      const consent = own.asked.find((one) => one.state === state);
      if (!consent) throw new Error('Nobody was asked there');
      const code = randomUUID();
      granted.set(code, consent);
      return { state, code };
    },
  };
  return own;
}
