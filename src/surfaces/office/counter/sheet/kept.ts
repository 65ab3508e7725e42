import { z } from 'zod';
import type { StoredFile } from '#capabilities/dossiers';
import type { PostedFields } from '#capabilities/forms';
import type { Outcome } from '#kernel/outcome';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { paperFields } from '../papers/papers.ts';
import { textOf } from './fields.ts';

/**
 * What a session remembers of the counter: scans already taken (so that a sheet that comes back with errors keeps them,
 * and nobody names a file that is not theirs), procedures received lately, and sheets already received.
 */
const memory = z.object({
  scans: z
    .array(z.object({ sha256: z.string(), name: z.string(), size: z.number(), kind: z.string() }))
    .default([]),
  recent: z.array(z.string()).default([]),
  received: z.array(z.tuple([z.string(), z.string()])).default([]),
});
export type CounterMemory = z.output<typeof memory>;

const most = { scans: 60, recent: 6, received: 20 };

export const recall = (ctx: PageCtx): CounterMemory =>
  memory.catch({ scans: [], recent: [], received: [] }).parse(ctx.session?.data['counter'] ?? {});

export async function remember(ctx: PageCtx, kept: CounterMemory): Promise<void> {
  const counter = {
    scans: kept.scans.slice(-most.scans),
    recent: kept.recent.slice(0, most.recent),
    received: kept.received.slice(-most.received),
  };
  await ctx.changeSession({ ...ctx.session?.data, counter });
}

/** The newest first, each once. */
export const withRecent = (recent: readonly string[], code: string): string[] => [
  code,
  ...recent.filter((each) => each !== code),
];

export interface TakenScans {
  /** By paper. */
  readonly scans: Map<string, StoredFile>;
  readonly taken: readonly StoredFile[];
  readonly refusals: readonly { readonly field: string; readonly outcome: Outcome<never> }[];
}

/** Reads the parts of a posted sheet; text fields land in `ctx.fields` on the way. */
export async function takeScans(ctx: PageCtx, doors: Doors): Promise<TakenScans> {
  const scans = new Map<string, StoredFile>();
  const taken: StoredFile[] = [];
  const refusals: { field: string; outcome: Outcome<never> }[] = [];
  const prefix = paperFields.upload('');
  // A form sent without files (a program, a reader of pages) has all its fields already.
  if (Object.keys(ctx.fields).length > 0) return { scans, taken, refusals };
  for await (const part of ctx.files()) {
    if (part.name === '' || !part.field.startsWith(prefix)) {
      // A field left empty still comes as a part; the parser waits until it is read.
      part.stream.resume();
      continue;
    }
    const judged = await doors.files.accept(part);
    if (!judged.ok) {
      refusals.push({ field: part.field, outcome: judged });
      continue;
    }
    scans.set(part.field.slice(prefix.length), judged.value);
    taken.push(judged.value);
  }
  return { scans, taken, refusals };
}

/** Scans of an earlier sending that the sheet names again. */
export function addKept(
  scans: Map<string, StoredFile>,
  fields: PostedFields,
  known: readonly StoredFile[],
): ReadonlyMap<string, StoredFile> {
  const prefix = paperFields.kept('');
  for (const name of Object.keys(fields)) {
    const paper = name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
    const file = known.find((each) => each.sha256 === textOf(fields, name));
    if (paper !== undefined && file && !scans.has(paper)) scans.set(paper, file);
  }
  return scans;
}
