import { signPdf } from '#platform/pdf-signatures';
import type { SmallAuthority } from '#test/small-authority';
import { type DrawnPaper, illustratedSeal, leaderLook, sealLook } from '../index.ts';
import { type PaperId } from '../values.ts';
import { paperSamples } from './builders.ts';

/** Every paper but the control slip, which officers sign by hand line by line. */
export const signedPapers = (Object.keys(paperSamples) as PaperId[]).filter((id) => id !== '06');

/** A paper as the leader and then the agency sign it. */
export async function signedTwice(
  { pdf, places: { leader, seal } }: DrawnPaper,
  authority: SmallAuthority,
  {
    name,
    agency,
    picture,
  }: { readonly name: string; readonly agency: string; readonly picture?: Uint8Array },
): Promise<Uint8Array> {
  if (!leader || !seal) throw new Error('no room to sign');
  const { at, person } = authority;
  const looks = {
    leader: leaderLook(leader, { name, agency, at, ...(picture && { picture }) }),
    agency: sealLook(seal, { agency, at: at + 120_000, seal: await illustratedSeal(agency) }),
  };
  let bytes = pdf;
  for (const [fieldName, appearance] of Object.entries(looks)) {
    const signed = await signPdf(bytes, { signer: person, at, fieldName, appearance });
    if (!signed.ok) throw new Error(JSON.stringify(signed));
    bytes = signed.value;
  }
  return bytes;
}
