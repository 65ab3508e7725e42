import { type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { type Appearance, judgePdf, signPdf } from '#platform/pdf-signatures';
import { judgeXml, signXml } from '#platform/xml-signatures';
import { type Ready, readyToSign } from './choose.ts';
import type { Holder } from './holder.ts';
import { openOwnKeys } from './own-key.ts';
import type { SigningParts } from './parts.ts';
import { openRemote } from './remote.ts';
import { openRounds, type Round } from './rounds.ts';
import { openSeals } from './seals.ts';

export interface PdfWish {
  readonly fieldName: string;
  readonly appearance?: Appearance;
  readonly reason?: string;
  /** With data about revocation inside (B-LT): for the last signature, which covers the others. */
  readonly lasting?: boolean;
  /** Without a stamp of time: for a signature that another one follows at once. */
  readonly bare?: boolean;
  /** The moment that is claimed, when the holder agreed to it in an earlier request. */
  readonly at?: Instant;
}

export interface XmlWish {
  /** Name of the signature, unique in the text. */
  readonly id: string;
  /** As what the holder says to sign. */
  readonly role?: string;
  /** With data about revocation inside (B-LT): each signature carries its own. */
  readonly lasting?: boolean;
  /** The moment that is claimed, when the holder agreed to it in an earlier request. */
  readonly at?: Instant;
}

export type Signing = ReturnType<typeof openSigning>;

/** Signatures of officers and agencies: the keys stay where they are, the certificate is judged whenever it signs. */
export const openSigning = (parts: SigningParts) => ({
  roots: parts.roots,
  /** The picture of an agency's own seal, where one was set. */
  sealOf: openSeals(),
  /** Keys of citizens that a provider keeps. */
  remote: openRemote(parts),
  /** Which key an officer has, and taking one that a provider keeps. */
  own: openOwnKeys(parts),
  /** Officers whose key a provider keeps. */
  rounds: openRounds(parts),
  ready: oneAtATime((ctx: Ctx, holder: Holder, round?: Round) => readyToSign(ctx, parts, holder, round)),
  /** Signs at this moment, by appending. Refused as `signPdf` refuses, and where the holder agrees elsewhere as `Hand.why` says. */
  signPdf: async (
    ctx: Ctx,
    pdf: Uint8Array,
    { signer, why }: Ready,
    wish: PdfWish,
  ): Promise<Outcome<Uint8Array>> => {
    const { fieldName, appearance, reason, lasting = false, bare = false, at = ctx.clock.now() } = wish;
    const { stamper, revocations: source, roots } = parts;
    const signed = await signPdf(pdf, {
      signer,
      at,
      fieldName,
      ...(appearance && { appearance }),
      ...(reason !== undefined && { reason }),
      ...(stamper && !bare && { stamper }),
      ...(stamper && lasting && { revocations: { source, roots } }),
    });
    return why && !signed.ok && signed.refusal.code === 'signer-unavailable'
      ? refused({ code: why() })
      : signed;
  },
  judge: (ctx: Ctx, pdf: Uint8Array) => judgePdf(pdf, { roots: parts.roots, at: ctx.clock.now() }),
  /** Signs the content of a wrapped text, beside the signatures that stand there. Refused as `signXml` refuses. */
  signXml: (
    ctx: Ctx,
    xml: Uint8Array,
    { signer }: Pick<Ready, 'signer'>,
    wish: XmlWish,
  ): Promise<Outcome<Uint8Array>> => {
    const { id, role, lasting = false, at = ctx.clock.now() } = wish;
    const { stamper, revocations: source, roots } = parts;
    return signXml(xml, {
      signer,
      at,
      id,
      ...(role !== undefined && { role }),
      ...(stamper && { stamper }),
      ...(stamper && lasting && { revocations: { source, roots } }),
    });
  },
  /** What was signed is told by each signature as `covers`: read that, and not the text. */
  judgeXml: (ctx: Ctx, xml: Uint8Array) => judgeXml(xml, { roots: parts.roots, at: ctx.clock.now() }),
});

type GetReady = (ctx: Ctx, holder: Holder, round?: Round) => Promise<Outcome<Ready>>;

/** Two signatures of a holder that begin together share one answer: nobody gets two certificates by hurrying. */
function oneAtATime(ready: GetReady): GetReady {
  const underWay = new Map<string, Promise<Outcome<Ready>>>();
  return (ctx, holder, round) => {
    if (round) return ready(ctx, holder, round);
    const key = JSON.stringify(holder);
    const asked = underWay.get(key) ?? ready(ctx, holder).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  };
}
