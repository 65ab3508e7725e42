import type { StoredFile } from '#capabilities/dossiers';
import type { Outcome } from '#kernel/outcome';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';

export interface Attachments {
  readonly files: readonly StoredFile[];
  readonly refusals: readonly Extract<Outcome<never>, { ok: false }>[];
}

/** Reads all parts of a posted message to their end; each file is judged as every upload is. */
export async function takeAttachments(ctx: PageCtx, doors: Doors): Promise<Attachments> {
  const files: StoredFile[] = [];
  const refusals: Extract<Outcome<never>, { ok: false }>[] = [];
  // A form sent without parts (a program, a reader of pages) has all its fields already.
  if (Object.keys(ctx.fields).length > 0) return { files, refusals };
  for await (const part of ctx.files()) {
    if (part.name === '') {
      // A control left empty still comes as a part; the parser waits until it is read.
      part.stream.resume();
      continue;
    }
    const judged = await doors.files.accept(part);
    if (judged.ok) files.push(judged.value);
    else refusals.push(judged);
  }
  return { files, refusals };
}
