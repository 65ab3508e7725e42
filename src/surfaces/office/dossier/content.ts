import type { Doors } from '#surfaces/shared';

/** Stored content that is read whole; undefined when it is not there, or larger than so many octets. */
export async function contentUpTo(
  doors: Pick<Doors, 'files'>,
  sha256: string,
  most: number,
): Promise<Uint8Array | undefined> {
  const stream = await doors.files.open(sha256);
  if (!stream) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
