import type { Outcome } from '#kernel/outcome';
import type { PdfFile } from '../file/pdf-file.ts';
import type { Authorship } from './judge-one.ts';
import type { Signature } from './range.ts';

/** Baselines of EN 319 142-1, clause 6; `none` for a signature that does not name its certificate, as older programs write. */
export type Level = 'none' | 'B-B' | 'B-T' | 'B-LT' | 'B-LTA';

/** The level that a signature has reached and whose promises hold now. */
export function levelOf(
  signature: Signature,
  author: Authorship,
  all: readonly Signature[],
  authors: ReadonlyMap<Signature, Outcome<Authorship>>,
  file: PdfFile,
): Level {
  if (signature.kind === 'document-time-stamp') return 'B-T';
  if (!author.named) return 'none';
  if (author.provenAt === undefined) return 'B-B';
  const { index } = signature.revision;
  if (!author.kept) return 'B-T';
  const archived = all.some(
    (one) =>
      one.kind === 'document-time-stamp' &&
      one.revision.index > index &&
      authors.get(one)?.ok === true &&
      hasStore(file, one.revision.index - 1),
  );
  return archived ? 'B-LTA' : 'B-LT';
}

const hasStore = (file: PdfFile, revision: number): boolean =>
  file.dict(file.catalog(revision).entries.get('DSS'), revision) !== undefined;
