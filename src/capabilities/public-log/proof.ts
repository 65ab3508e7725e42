import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import type { Reader } from '#platform/db';
import { type Checkpoint, inclusionRanges, judgeProof, type Policy, writeProof } from '#platform/tlog';
import { digestOf, entryOf } from './entry.ts';
import { contentOf, newestCheckpoint, placeOf } from './queries/index.ts';
import { hashesOf } from './tree.ts';

/** What somebody holds in hand to show, without the office, that something stands in the log. */
const bundle = z.strictObject({
  format: z.literal('motcua-proof/1'),
  source: z.string().regex(/^[a-z][a-z-]{0,40}$/),
  /** What the row says: a JSON array of its columns. */
  content: z.string().max(10_000_000),
  salt: z
    .string()
    .max(64)
    .refine((text) => Buffer.from(text, 'base64').toString('base64') === text),
  proof: z.string().max(200_000),
});
export type ProofBundle = z.output<typeof bundle>;

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

/** What was proven, and by which checkpoint. */
export interface ProvenRow extends Checkpoint {
  readonly index: number;
  readonly source: string;
  readonly content: string;
}

/** Whether a bundle shows that its content stands in the log that is believed. Needs neither the office nor a network. */
export function judgeBundle(text: string, policy: Policy): Outcome<ProvenRow> {
  const odd = refused({ code: 'proof-odd' });
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return odd;
  }
  const read = bundle.safeParse(given);
  if (!read.success) return odd;
  const { source, content, salt, proof } = read.data;
  const entry = entryOf(source, Buffer.from(salt, 'base64'), digestOf(content));
  const judged = judgeProof(proof, Buffer.from(entry, 'utf8'), policy);
  return judged.ok ? done({ ...judged.value, source, content }) : judged;
}
