import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { done, type Outcome, refused } from '#kernel/outcome';
import { carriedProof, carryProof } from '#platform/carried-proof';
import type { Ctx } from '#platform/context';
import type { Policy } from '#platform/tlog';
import { judgeBundle, type ProvenRow } from './bundle.ts';
import { type LoggedRow, proveContent } from './proof.ts';

/** Sources whose rows name a file by its SHA-256, and the column in which they do. */
const fileColumn: Readonly<Record<string, number>> = { 'result-file': 5, paper: 3 };
const lookAgainMs = 200;

/** Which leaf a file has, and how it is proven. */
export interface LeafOfFile extends LoggedRow {
  readonly content: string;
  readonly witnesses: number;
  /** How long to wait for a leaf that was made just now; a file without a proof is a good file too. */
  readonly patienceMs?: number;
}

/** A finished PDF with the proof of its leaf at its end; as it is while there is no proof. */
export async function withProof(ctx: Ctx, pdf: Uint8Array, leaf: LeafOfFile): Promise<Uint8Array> {
  for (let waited = 0; ; waited += lookAgainMs) {
    const proved = await proveContent(ctx, leaf);
    if (proved.ok) {
      const carried = carryProof(pdf, JSON.stringify(proved.value));
      return carried.ok ? carried.value : pdf;
    }
    if (waited >= (leaf.patienceMs ?? 0)) return pdf;
    await sleep(lookAgainMs);
  }
}

/** A file without the proof that it may carry. */
export const withoutProof = (pdf: Uint8Array): Uint8Array => pdf.subarray(0, carriedProof(pdf)?.octets);

/**
 * Whether a PDF is the file that stands in the log that is believed, by the proof at its own end. Refused as `proof-none` when it
 * carries none, as `proof-of-another` when its proof is good but of something else.
 */
export function judgeCarried(
  pdf: Uint8Array,
  policy: Policy,
): Outcome<ProvenRow & { readonly sha256: string }> {
  const carried = carriedProof(pdf);
  if (!carried) return refused({ code: 'proof-none' });
  const judged = judgeBundle(carried.text, policy);
  if (!judged.ok) return judged;
  const sha256 = createHash('sha256').update(pdf.subarray(0, carried.octets)).digest('hex');
  return fileIn(judged.value) === sha256
    ? done({ ...judged.value, sha256 })
    : refused({ code: 'proof-of-another' });
}

function fileIn({ source, content }: ProvenRow): unknown {
  const column = Object.hasOwn(fileColumn, source) ? fileColumn[source] : undefined;
  const columns: unknown = column === undefined ? undefined : JSON.parse(content);
  return column !== undefined && Array.isArray(columns) ? columns[column] : undefined;
}
