import { createHash, timingSafeEqual } from 'node:crypto';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import type { Certificate } from '#platform/certificates';
import { reading } from '#platform/der';
import { cmsOids } from '../oids.ts';
import { faultIn, readSignedData } from '../signed-data.ts';
import { type Imprint, readStampInfo, type StampInfo } from './tst-info.ts';

export interface ReadStamp extends StampInfo {
  readonly token: Uint8Array;
  /** DER of the authority's certificate, and of whatever others came along. */
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly signer: Certificate;
  /** False: a good stamp, but on something else. */
  readonly imprintFits: boolean;
}

/** A token read and its signature verified (RFC 3161); refused as `stamp-odd` or `stamp-wrong`. */
export function readStamp(token: Uint8Array): Outcome<Omit<ReadStamp, 'imprintFits'>> {
  const read = reading('stamp-odd', () => {
    const signed = readSignedData(token);
    if (signed.contentType !== cmsOids.tstInfo || !signed.content || !signed.named) return undefined;
    return { signed, info: readStampInfo(signed.content), wrong: faultIn(signed, signed.content) };
  });
  if (!read.ok) return read;
  if (!read.value)
    return refused({ code: 'stamp-odd', details: { why: 'not a token, or its certificate is not named' } });
  const { signed, info, wrong } = read.value;
  if (wrong) return refused({ code: 'stamp-wrong' });
  const chain = signed.others.map((one) => one.der);
  return done({ ...info, token, certificate: signed.signer.der, chain, signer: signed.signer });
}

/** As `readStamp`, compared with the content that it should stamp. */
export function stampOn(token: Uint8Array, content: Uint8Array): Outcome<ReadStamp> {
  const read = readStamp(token);
  if (!read.ok) return read;
  const { hash, digest } = read.value.imprint;
  const imprintFits = timingSafeEqual(createHash(hash).update(content).digest(), digest);
  return done({ ...read.value, imprintFits });
}

export const sameImprint = (a: Imprint, b: Imprint): boolean =>
  a.hash === b.hash && a.digest.length === b.digest.length && timingSafeEqual(a.digest, b.digest);

/** When it was certainly already there: the latest moment that the accuracy leaves open. */
export const latestMoment = ({ at, accuracyMs }: StampInfo): Instant => at + accuracyMs;
