import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import type { Certificate, Hash } from '#platform/certificates';
import { reading, timeOf } from '#platform/der';
import { singleValue } from './attributes.ts';
import { cmsOids } from './oids.ts';
import { faultIn, readSignedData, type SignedData } from './signed-data.ts';
import { type ReadStamp, stampOn } from './stamps/read-stamp.ts';

export interface ReadSignature {
  /** DER of the signer's certificate, and of whatever others came along in no order. */
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly signer: Certificate;
  /** What the signer claims; nobody vouches for it. */
  readonly signedAt?: Instant | undefined;
  /** A token whose own signature holds; whether it stamps this signature says `imprintFits`, whether its authority is trusted is asked by `judgeStamp`. */
  readonly stamp?: ReadStamp | undefined;
  readonly digestAlgorithm: Hash;
  /** False when no signing-certificate attribute names the certificate: below the baseline of CAdES and PAdES. */
  readonly certificateNamed: boolean;
}

/**
 * Reads a detached CMS signature of one signer and verifies it over the data; who the signer is must be judged with
 * `judgeChain`. Refused as `signature-odd` (not strict DER, not of the shape, another certificate named),
 * `signature-wrong`, `signature-digest` (the data is not what was signed), `stamp-odd` or `stamp-wrong`.
 */
export async function readDetached(der: Uint8Array, data: Uint8Array): Promise<Outcome<ReadSignature>> {
  const read = reading('signature-odd', () => {
    const signed = readSignedData(der);
    return signed.contentType === cmsOids.data && signed.content === undefined
      ? { signed, wrong: faultIn(signed, data), at: claimed(signed) }
      : undefined;
  });
  if (!read.ok) return read;
  if (!read.value) return refused({ code: 'signature-odd', details: { why: 'not detached' } });
  const { signed, wrong, at } = read.value;
  if (wrong) return refused({ code: wrong });
  const stamp = stampIn(signed);
  if (!stamp.ok) return stamp;
  return done({
    certificate: signed.signer.der,
    chain: signed.others.map((one) => one.der),
    signer: signed.signer,
    signedAt: at,
    stamp: stamp.value,
    digestAlgorithm: signed.hash,
    certificateNamed: signed.named,
  });
}

function claimed({ attributes }: SignedData): Instant | undefined {
  const value = singleValue(attributes, cmsOids.signingTime);
  return value && timeOf(value);
}

function stampIn({ unsigned, signature }: SignedData): Outcome<ReadStamp | undefined> {
  const [token, more] = unsigned.get(cmsOids.signatureTimeStamp) ?? [];
  if (!token) return done(undefined);
  return more
    ? refused({ code: 'stamp-odd', details: { why: 'several stamps' } })
    : stampOn(token.raw, signature);
}
