import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { done, type Outcome, refused } from '#kernel/outcome';

export interface Stored {
  readonly sha256: string;
  readonly size: number;
}

/** Content under its own hash. A folder today; object storage can stand behind the same door. */
export interface FileStore {
  /** Reads to the end, or at most one chunk past the limit. Refusals: `file.empty`, `file.too-large`. */
  put(stream: Readable, limit: number): Promise<Outcome<Stored>>;
  open(sha256: string): Promise<Readable | undefined>;
  has(sha256: string): Promise<boolean>;
  /** Reads the content again and compares; false when it is gone or was changed. */
  verify(sha256: string): Promise<boolean>;
  /** For content that was refused after it was read. */
  remove(sha256: string): Promise<void>;
  /** Where it lies, for programs that need a file. */
  pathOf(sha256: string): string;
}

const hashShape = /^[0-9a-f]{64}$/;

export function folderStore(folder: string): FileStore {
  const incoming = path.join(folder, 'incoming');
  const pathOf = (sha256: string): string => {
    if (!hashShape.test(sha256)) throw new Error('Content is named by its SHA-256');
    return path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  const has = (sha256: string) =>
    hashShape.test(sha256)
      ? access(pathOf(sha256)).then(
          () => true,
          () => false,
        )
      : Promise.resolve(false);

  return {
    pathOf,
    has,
    async put(stream, limit) {
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      const temporary = path.join(incoming, randomUUID());
      const hash = createHash('sha256');
      const file = await open(temporary, 'wx', 0o600);
      let size = 0;
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          size += chunk.length;
          // A little more is let run out, so that the other parts of a form can still be read; an endless stream is cut.
          if (size > limit) {
            if (size > limit + 65_536) break;
            continue;
          }
          hash.update(chunk);
          await file.write(chunk);
        }
        if (size > limit) {
          stream.destroy();
          return refused({ code: 'file.too-large', details: { most: limit } });
        }
        if (size === 0) return refused({ code: 'file.empty' });
        // Acknowledged means durable: the bytes first, then the name.
        await file.sync();
        const sha256 = hash.digest('hex');
        const target = pathOf(sha256);
        await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
        await rename(temporary, target);
        const directory = await open(path.dirname(target), 'r');
        try {
          await directory.sync();
        } finally {
          await directory.close();
        }
        return done({ sha256, size });
      } finally {
        await file.close();
        await rm(temporary, { force: true });
      }
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async open(sha256) {
      return (await has(sha256)) ? createReadStream(pathOf(sha256)) : undefined;
    },
    async verify(sha256) {
      if (!(await has(sha256)) || (await stat(pathOf(sha256))).size === 0) return false;
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(pathOf(sha256))) hash.update(chunk as Buffer);
      return hash.digest('hex') === sha256;
    },
  };
}
