import { done, type Outcome, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import type { Reader } from '#platform/db';
import { inclusionRanges, writeProof } from '#platform/tlog';
import type { ProofBundle } from './bundle.ts';
import { digestOf, entryOf } from './entry.ts';
import { contentOf, newestCheckpoint, placeOf } from './queries/index.ts';
import { hashesOf } from './tree.ts';

/** A row as the log knows it. */
export interface LoggedRow {
  readonly source: string;
  readonly key: string;
}

/**
 * Proof that a row stands in the log, from the newest checkpoint with so many witnesses. The row is read with the reader's
 * own rights. Refused as `not-in-log` when it is not a leaf yet, or no such checkpoint holds it.
 */
export function proveRow(
  ctx: Ctx,
  { source, key, witnesses }: LoggedRow & { readonly witnesses: number },
): Promise<Outcome<ProofBundle>> {
  return ctx.db.read(scopeOf(ctx.actor), async (reader) => {
    const place = await reader.find(placeOf, { source, key });
    const row = place && (await reader.find(contentOf, { source, key, xact: place.xact }));
    if (!place || row?.content == null) return refused({ code: 'not-in-log' });
    return bundleAt(reader, place, { source, content: row.content, witnesses });
  });
}

/** As `proveRow`, for a reader who may not see the row but knows what it says. Refused when it says anything else. */
export function proveContent(
  ctx: Ctx,
  { source, key, content, witnesses }: LoggedRow & { readonly content: string; readonly witnesses: number },
): Promise<Outcome<ProofBundle>> {
  return ctx.db.read(scopeOf(ctx.actor), async (reader) => {
    const place = await reader.find(placeOf, { source, key });
    if (!place || entryOf(source, place.salt, digestOf(content)) !== place.entry)
      return refused({ code: 'not-in-log' });
    return bundleAt(reader, place, { source, content, witnesses });
  });
}

async function bundleAt(
  reader: Reader,
  { index, salt }: { readonly index: number; readonly salt: Uint8Array },
  { source, content, witnesses }: { source: string; content: string; witnesses: number },
): Promise<Outcome<ProofBundle>> {
  const checkpoint = await reader.find(newestCheckpoint, { witnesses, above: index });
  if (!checkpoint) return refused({ code: 'not-in-log' });
  const hashes = await hashesOf(reader, inclusionRanges(index, checkpoint.size));
  const note = checkpoint.note + checkpoint.lines.join('');
  return done({
    format: 'motcua-proof/1',
    source,
    content,
    salt: Buffer.from(salt).toString('base64'),
    proof: writeProof({ index, hashes, checkpoint: note }),
  });
}
