import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { type Checkpoint, cosignedAt, judgeProof, type Policy, readNote, readProof } from '#platform/tlog';
import { digestOf, entryOf } from './entry.ts';

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

/** What was proven, and by which checkpoint. */
export interface ProvenRow extends Checkpoint {
  readonly index: number;
  readonly source: string;
  readonly content: string;
}

function readBundle(text: string): ProofBundle | undefined {
  try {
    return bundle.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Whether a bundle shows that its content stands in the log that is believed. Needs neither the office nor a network. */
export function judgeBundle(text: string, policy: Policy): Outcome<ProvenRow> {
  const read = readBundle(text);
  if (!read) return refused({ code: 'proof-odd' });
  const { source, content, salt, proof } = read;
  const entry = entryOf(source, Buffer.from(salt, 'base64'), digestOf(content));
  const judged = judgeProof(proof, Buffer.from(entry, 'utf8'), policy);
  return judged.ok ? done({ ...judged.value, source, content }) : judged;
}

/** When enough witnesses had seen the log of a bundle that was judged good; nothing when none is asked for. */
export function momentOfBundle(text: string, { witnesses, least }: Policy): Instant | undefined {
  const proof = readProof(readBundle(text)?.proof ?? '');
  const note = proof.ok ? readNote(proof.value.checkpoint) : proof;
  if (!note.ok || least === 0) return undefined;
  const moments = witnesses.flatMap((witness) => {
    const times = note.value.lines.map((line) => cosignedAt(note.value.text, line, witness));
    const seen = times.filter((time) => time !== undefined);
    return seen.length > 0 ? [Math.min(...seen)] : [];
  });
  const enough = moments.toSorted((a, b) => a - b)[least - 1];
  return enough === undefined ? undefined : enough * 1000;
}
