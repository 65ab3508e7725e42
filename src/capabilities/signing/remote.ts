import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import type { Certificate } from '#platform/certificates';
import type { Ctx } from '#platform/context';
import { signXml } from '#platform/xml-signatures';
import { judgeToSign } from './choose.ts';
import type { Citizen } from './holder.ts';
import { type BroughtBack, besides, newConsent, recordingSigner, replayingSigner } from './in-two-steps.ts';
import { providerOf, type SigningParts } from './parts.ts';
import type { RemoteCredential } from './ports.ts';

export interface XmlToSign {
  /** A wrapped text (`wrapXml`), with the signatures that stand there already. */
  readonly xml: Uint8Array;
  /** Name of the signature, unique in the text. */
  readonly id: string;
  readonly role: string;
}
export interface RemoteWish extends XmlToSign {
  readonly provider: string;
  readonly person: Citizen;
  /** What is signed, as the person reads it on the page of the provider. */
  readonly words: string;
  readonly returnTo: string;
}

/** What has to be remembered until the person comes back: plain JSON, nothing of it is for browsers. */
export interface BegunRemote {
  readonly provider: string;
  readonly credential: string;
  readonly certificate: string;
  readonly chain: readonly string[];
  readonly digests: readonly string[];
  readonly verifier: string;
  readonly returnTo: string;
  readonly person: Citizen;
  /** The moment that the signature claims. */
  readonly at: Instant;
}
export interface Begun {
  /** The page of the provider. */
  readonly url: string;
  /** Comes back with the person. */
  readonly state: string;
  readonly kept: BegunRemote;
}
export interface SignedXml {
  readonly xml: Uint8Array;
  readonly certificate: Certificate;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64');

/** Signing with a key that a provider keeps, in two requests: the person agrees on the page of the provider in between. */
export const openRemote = (parts: SigningParts) => ({
  providers: Object.entries(parts.remote ?? {}).map(([key, { provider }]) => ({ key, name: provider })),

  /**
   * Finds the key of the person, and says where they agree to this signature. Refused: `remote-unknown`, `remote-none`,
   * `remote-silent`, `remote-odd`, as certificates are judged (`certificate-…`, `revocation-unknown`), as `signXml`.
   */
  async begin(ctx: Ctx, wish: RemoteWish): Promise<Outcome<Begun>> {
    const { provider, person, words, returnTo } = wish;
    const remote = providerOf(parts, provider);
    if (!remote) return refused({ code: 'remote-unknown' });
    const found = await remote.credentialsOf(person);
    if (!found.ok) return found;
    const credential = await usable(ctx, parts, person, found.value);
    if (!credential.ok) return credential;
    const { id, certificate, chain } = credential.value;
    const at = ctx.clock.now();
    const recording = recordingSigner(certificate, chain);
    const noted = await signXml(wish.xml, { signer: recording, at, id: wish.id, role: wish.role });
    const digests = recording.digests();
    if (digests.length === 0) return noted.ok ? refused({ code: 'remote-odd' }) : noted;
    const { state, verifier, challenge } = newConsent();
    const kept = {
      provider,
      credential: id,
      certificate: base64(certificate),
      chain: chain.map(base64),
      digests: digests.map(base64),
      verifier,
      returnTo,
      person,
      at,
    };
    const url = await remote.consentAddress({ credential: id, digests, words, state, challenge, returnTo });
    return url.ok ? done({ url: url.value, state, kept }) : url;
  },

  /**
   * Fetches the signature that was agreed to. `put` puts it into a text, stamped and checked, and may be asked again where the
   * text has got another signature meanwhile. Refused: `remote-consent-refused`, `remote-consent-expired`, `remote-silent`,
   * `remote-odd`, and as certificates are judged: at this moment once more.
   */
  async end(
    ctx: Ctx,
    kept: BegunRemote,
    { code = '', error = '' }: BroughtBack,
  ): Promise<Outcome<{ put(text: XmlToSign): Promise<Outcome<SignedXml>> }>> {
    const remote = providerOf(parts, kept.provider);
    if (!remote) return refused({ code: 'remote-unknown' });
    if (code === '')
      return refused({ code: error === 'access_denied' ? 'remote-consent-refused' : 'remote-odd' });
    const [certificate, chain] = [bytesOf(kept.certificate), kept.chain.map(bytesOf)];
    const judged = await judgeToSign(ctx, parts, kept.person, { certificate, chain });
    if (!judged.ok) return judged;
    const { credential, verifier, returnTo } = kept;
    const digests = kept.digests.map(bytesOf);
    const signed = await remote.sign({ code, verifier, credential, digests, returnTo });
    if (!signed.ok) return signed;
    const made = besides(digests, signed.value);
    if (!made) return refused({ code: 'remote-odd' });
    const signer = replayingSigner(certificate, chain, made);
    return done({
      async put({ xml, id, role }) {
        const { stamper, revocations: source, roots } = parts;
        const whole = await signXml(xml, {
          signer,
          at: kept.at,
          id,
          role,
          ...(stamper && { stamper, revocations: { source, roots } }),
        });
        return whole.ok ? done({ xml: whole.value, certificate: judged.value }) : whole;
      },
    });
  },
});

/** The first that may sign now; else the reason of the first. */
async function usable(
  ctx: Ctx,
  parts: SigningParts,
  person: Citizen,
  credentials: readonly RemoteCredential[],
): Promise<Outcome<RemoteCredential>> {
  let why: Outcome<RemoteCredential> = refused({ code: 'remote-none' });
  const own = credentials.filter(({ consent }) => consent === 'holder');
  for (const [n, credential] of own.entries()) {
    const judged = await judgeToSign(ctx, parts, person, credential);
    if (judged.ok) return done(credential);
    if (n === 0) why = judged;
  }
  return why;
}
