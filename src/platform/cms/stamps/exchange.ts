import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import type { DigestSigner } from '#platform/certificates';
import {
  type DerNode,
  element,
  expect,
  Fields,
  fault,
  flagOf,
  integer,
  oidOf,
  reading,
  sequence,
  smallOf,
  strictDer,
  tags,
  text,
  yes,
} from '#platform/der';
import { signAttributes, signedDataDer } from '../build.ts';
import { cmsOids } from '../oids.ts';
import { readStamp, sameImprint } from './read-stamp.ts';
import { hexOf, type Imprint, imprintDer, readImprint, stampInfoDer } from './tst-info.ts';

export interface StampRequest {
  readonly imprint: Imprint;
  readonly policy?: string | undefined;
  /** Hexadecimal, without leading zeros. */
  readonly nonce?: string | undefined;
  readonly wantsCertificate: boolean;
}

/** A request for a stamp on a digest (RFC 3161, 2.4.1), certificate wanted. @param nonce hexadecimal, from the caller. */
export const stampRequest = (imprint: Imprint, nonce: string): Uint8Array =>
  sequence(integer(1), imprintDer(imprint), integer(nonce), yes);

/** Reads a request; refused as `stamp-odd`. */
export const readStampRequest = (der: Uint8Array): Outcome<StampRequest> =>
  reading('stamp-odd', () => {
    const fields = new Fields(strictDer(der));
    if (smallOf(fields.take()) !== 1) fault('version');
    const imprint = readImprint(fields.take());
    const policy = fields.maybe(tags.oid);
    const nonce = fields.maybe(tags.integer);
    const wants = fields.maybe(tags.boolean);
    fields.end();
    return {
      imprint,
      policy: policy && oidOf(policy),
      nonce: nonce && hexOf(nonce),
      wantsCertificate: wants ? flagOf(wants) : false,
    };
  });

export interface StampingAuthority {
  readonly signer: DigestSigner;
  readonly policy: string;
  readonly at: Instant;
  readonly accuracyMs: number;
  /** Hexadecimal; never given twice. */
  readonly serial: string;
}

/** A token for an imprint, DER of ContentInfo. Refused as `signDetached` refuses. */
export async function makeStamp(
  { imprint, nonce }: Pick<StampRequest, 'imprint' | 'nonce'>,
  { signer, policy, at, accuracyMs, serial }: StampingAuthority,
  withCertificates = true,
): Promise<Outcome<Uint8Array>> {
  const data = stampInfoDer({ policy, imprint, serial, at, accuracyMs, nonce });
  const signed = await signAttributes({ type: cmsOids.tstInfo, data }, signer);
  if (!signed.ok) return signed;
  return done(
    signedDataDer(
      { type: cmsOids.tstInfo, data },
      signed.value,
      withCertificates ? [signer.certificate, ...signer.chain] : [],
    ),
  );
}

/** Bits of PKIFailureInfo (RFC 3161, 2.4.2). */
const failures = { badRequest: 2, unacceptedPolicy: 15, systemFailure: 25 } as const;

/** The answer of a time-stamping authority to a request in DER: a token, or a rejection with its reason. */
export async function answerStampRequest(
  request: Uint8Array,
  authority: StampingAuthority,
): Promise<Uint8Array> {
  const read = readStampRequest(request);
  if (!read.ok) return rejection('badRequest');
  if (read.value.policy !== undefined && read.value.policy !== authority.policy)
    return rejection('unacceptedPolicy');
  const token = await makeStamp(read.value, authority, read.value.wantsCertificate);
  return token.ok ? sequence(sequence(integer(0)), token.value) : rejection('systemFailure');
}

function rejection(reason: keyof typeof failures): Uint8Array {
  const bit = failures[reason];
  const bytes = new Uint8Array((bit >> 3) + 1);
  bytes[bit >> 3] = 0x80 >> (bit & 7);
  return sequence(
    sequence(
      integer(2),
      sequence(text(reason)),
      element(tags.bitString, Uint8Array.of(7 - (bit & 7)), bytes),
    ),
  );
}

/**
 * The token of an answer, when it fits what was asked. Refused as `stamp-odd`, `stamp-wrong` (another imprint or
 * nonce), or `stamp-rejected` with the authority's status.
 */
export function readStampAnswer(
  der: Uint8Array,
  asked: Pick<StampRequest, 'imprint' | 'nonce'>,
): Outcome<Uint8Array> {
  const read = reading('stamp-odd', () => {
    const fields = new Fields(strictDer(der, { size: 262_144, count: 20_000, depth: 40 }));
    const status = statusOf(fields.take());
    const token = fields.maybe(tags.sequence);
    fields.end();
    return { status, token: token?.raw };
  });
  if (!read.ok) return read;
  const { status, token } = read.value;
  if (status > 1) return refused({ code: 'stamp-rejected', details: { status } });
  if (!token) return refused({ code: 'stamp-odd', details: { why: 'no token' } });
  const stamp = readStamp(token);
  if (!stamp.ok) return stamp;
  const fits = sameImprint(stamp.value.imprint, asked.imprint) && stamp.value.nonce === asked.nonce;
  return fits ? done(token) : refused({ code: 'stamp-wrong' });
}

const statusOf = (node: DerNode): number => smallOf(new Fields(expect(node, tags.sequence)).take());
