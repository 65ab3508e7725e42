import type { StoredFile } from '#capabilities/dossiers';
import type { Refusal } from '#kernel/outcome';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';

export interface Uploaded {
  /** Name of the field it came in. */
  readonly field: string;
  readonly file: StoredFile;
}
export interface Uploads {
  readonly taken: readonly Uploaded[];
  /** Each with the field whose file was refused. */
  readonly refusals: readonly Refusal[];
}

/** Reads all parts of a form to their end. A control left empty comes as a part without a name: it is not a file. */
export async function takeUploads(ctx: PageCtx, doors: Doors): Promise<Uploads> {
  const taken: Uploaded[] = [];
  const refusals: Refusal[] = [];
  for await (const part of ctx.files()) {
    if (part.name === '') {
      part.stream.resume();
      continue;
    }
    const stored = await doors.files.accept(part);
    if (stored.ok) taken.push({ field: part.field, file: stored.value });
    else refusals.push({ ...stored.refusal, field: part.field });
  }
  return { taken, refusals };
}

/** A text field of a multipart form, after its parts were read. */
export const textField = (ctx: PageCtx, name: string): string => {
  const value = ctx.fields[name];
  return typeof value === 'string' ? value : '';
};

/** `120 kB`, `1,4 MB` */
export const sizeInWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
