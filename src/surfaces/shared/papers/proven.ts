import { createHash } from 'node:crypto';
import { type DossierRef, givePaper } from '#capabilities/dossiers';
import { type LeafOfFile, withProof } from '#capabilities/public-log';
import { resultFileInLog } from '#capabilities/results';
import { done, type Outcome } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import type { Doors } from '../doors.ts';

type Paper = { readonly bytes: Uint8Array; readonly fileName: string };

/**
 * A paper for somebody who has shown the right to it: noted as given, so that it is a leaf of the public log, and with the proof of
 * that at its end. A signed result is a leaf since it was issued. A draft is no paper yet.
 */
export async function provenPaper(
  ctx: Ctx,
  { log }: Pick<Doors, 'log'>,
  about: { readonly ref: DossierRef; readonly name: string },
  drawn: Outcome<Paper>,
): Promise<Outcome<Paper>> {
  if (!drawn.ok || about.name === 'du-thao') return drawn;
  const { bytes, fileName } = drawn.value;
  const leaf = await leafOf(ctx, log, about, createHash('sha256').update(bytes).digest('hex'));
  return done({ bytes: await withProof(ctx, bytes, { ...leaf, witnesses: log.least }), fileName });
}

async function leafOf(
  ctx: Ctx,
  { patienceMs = 0 }: Doors['log'],
  { ref, name }: { readonly ref: DossierRef; readonly name: string },
  sha256: string,
): Promise<Omit<LeafOfFile, 'witnesses'>> {
  const signed = name === 'ket-qua' ? await resultFileInLog(ctx, sha256) : undefined;
  if (signed) return { source: 'result-file', ...signed };
  const { fresh, key, content } = await givePaper(ctx, ref, { name, sha256 });
  return { source: 'paper', key, content, patienceMs: fresh ? patienceMs : 0 };
}
