import { createHash } from 'node:crypto';
import { withoutProof } from '#capabilities/public-log';
import { type CheckedResult, checkResult } from '#capabilities/results';
import type { Ctx } from '#platform/context';
import { type JudgedPdf, judgePdf } from '#platform/pdf-signatures';

/** What a posted PDF is. Only a file that is registered to the octet is a result. */
export type JudgedFile = { readonly sha256: string } & (
  | { readonly is: 'unchanged'; readonly result: CheckedResult }
  /** It begins with a registered file, and something stands behind it. */
  | { readonly is: 'changed'; readonly result: CheckedResult; readonly signed: JudgedPdf | undefined }
  /** Nothing of it was issued here. */
  | { readonly is: 'foreign'; readonly signed: JudgedPdf | undefined }
);

/** So many places at which a registered file may end within a longer one are tried. */
const mostEnds = 24;
const endOfFile = Buffer.from('%%EOF');
const [lf, cr] = [10, 13];

/** Hashes a file, and finds out what its signatures say; nothing of it is kept. */
export async function judgeFile(
  ctx: Ctx,
  posted: Uint8Array,
  roots: readonly Uint8Array[],
): Promise<JudgedFile> {
  // The proof that a file carries is put behind it when it is given out.
  const bytes = withoutProof(posted);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const [result] = await checkResult(ctx, { sha256 });
  if (result) return { is: 'unchanged', sha256, result };
  const judged = await judgePdf(bytes, { roots, at: ctx.clock.now() });
  const signed = judged.ok ? judged.value : undefined;
  for (const hash of hashesUpTo(bytes, endsIn(bytes, signed))) {
    const [within] = await checkResult(ctx, { sha256: hash });
    if (within) return { is: 'changed', sha256, result: within, signed };
  }
  return { is: 'foreign', sha256, signed };
}

/** Where a whole file may end within a longer one: what signatures cover first, then each end of a revision. */
function endsIn(bytes: Uint8Array, signed: JudgedPdf | undefined): readonly number[] {
  const ends = new Set(signed?.signatures.map(({ covers }) => covers.octets));
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (
    let at = file.indexOf(endOfFile);
    at >= 0 && ends.size < mostEnds;
    at = file.indexOf(endOfFile, at + 1)
  ) {
    const end = at + endOfFile.length;
    ends.add(end);
    if (file[end] === lf || file[end] === cr) ends.add(end + 1);
    if (file[end] === cr && file[end + 1] === lf) ends.add(end + 2);
  }
  return [...ends].filter((end) => end > 0 && end < bytes.length).toSorted((a, b) => a - b);
}

/** One walk over the file for all its beginnings. */
function hashesUpTo(bytes: Uint8Array, ends: readonly number[]): readonly string[] {
  const hash = createHash('sha256');
  return ends.map((end, n) => {
    hash.update(bytes.subarray(ends[n - 1] ?? 0, end));
    return hash.copy().digest('hex');
  });
}
