import { createHash } from 'node:crypto';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import type { DigestSigner, TimeStamper } from '#platform/certificates';
import { time } from '#platform/der';
import { attribute } from './attributes.ts';
import { signAttributes, signedDataDer } from './build.ts';
import { cmsOids } from './oids.ts';
import { stampOn } from './stamps/read-stamp.ts';

export interface SigningOptions {
  /** What the signer claims as the time of signing. */
  readonly at?: Instant;
  readonly stamper?: TimeStamper;
  /** Leaves the claimed time out, for it stands in the signature dictionary (EN 319 142-1, 6.3). */
  readonly pades: boolean;
}

/**
 * Detached CMS signature over the data, baseline B, or T with a stamper (EN 319 122-1): DER of ContentInfo. Refused
 * as `certificate-odd`, `signer-unavailable`, `signature-wrong` when the signature is not of the certificate's key,
 * `stamp-odd` or `stamp-wrong`, or as the stamper refuses.
 */
export async function signDetached(
  data: Uint8Array,
  signer: DigestSigner,
  { at, stamper, pades }: SigningOptions,
): Promise<Outcome<Uint8Array>> {
  const more = at === undefined || pades ? [] : [attribute(cmsOids.signingTime, time(at))];
  const signed = await signAttributes({ type: cmsOids.data, data, more }, signer);
  if (!signed.ok) return signed;
  const stamp = stamper ? await stampFor(signed.value.signature, stamper) : done(undefined);
  if (!stamp.ok) return stamp;
  const unsigned = stamp.value ? [attribute(cmsOids.signatureTimeStamp, stamp.value)] : [];
  return done(
    signedDataDer({ type: cmsOids.data }, signed.value, [signer.certificate, ...signer.chain], unsigned),
  );
}

async function stampFor(signature: Uint8Array, stamper: TimeStamper): Promise<Outcome<Uint8Array>> {
  const stamped = await stamper.stamp(createHash('sha256').update(signature).digest());
  if (!stamped.ok) return stamped;
  const fits = stampOn(stamped.value, signature);
  if (!fits.ok) return fits;
  return fits.value.imprintFits ? stamped : refused({ code: 'stamp-wrong' });
}
