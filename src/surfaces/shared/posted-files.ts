import { cleanFileName } from '#platform/files';
import type { PageCtx } from '#platform/http';

export interface WholeFile {
  readonly name: string;
  /** Of what is larger than the limit of its field, only so much that it is seen to be. */
  readonly bytes: Uint8Array;
}

/**
 * The files of a multipart form that are small enough to be held at once; not one chunk beyond the limit of a field is kept, and what is
 * too large is read to its end all the same, so that the other parts arrive. Fields that are not asked for are passed over.
 * @param limits bytes by field.
 */
export async function filesIn<F extends string>(
  ctx: Pick<PageCtx, 'files'>,
  limits: Readonly<Record<F, number>>,
): Promise<Readonly<Partial<Record<F, WholeFile>>>> {
  const found: Partial<Record<F, WholeFile>> = {};
  for await (const part of ctx.files()) {
    const field = part.field as F;
    const limit = Object.hasOwn(limits, field) ? limits[field] : 0;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of part.stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= limit + chunk.length) chunks.push(chunk);
    }
    // What the server itself cut off at its own limit must not pass for a whole file.
    if ('truncated' in part.stream && part.stream.truncated === true) chunks.push(Buffer.alloc(limit + 1));
    if (limit > 0 && part.name !== '' && size > 0)
      found[field] = { name: cleanFileName(part.name), bytes: Buffer.concat(chunks) };
  }
  return found;
}
