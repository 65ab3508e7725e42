import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Head, makeKey, readSigner, type Signer } from '#platform/tlog';

/** Written whole and on disk before it counts: a half file is never read. */
function writeWhole(file: string, text: string): void {
  const beside = `${file}.part`;
  const open = openSync(beside, 'w', 0o600);
  writeSync(open, text);
  fsyncSync(open);
  closeSync(open);
  renameSync(beside, file);
  const folder = openSync(path.dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** The key of the witness that lives in a folder, made when it is first asked for. */
export function keyOfWitness(folder: string, name: string): Signer & { readonly text: string } {
  const file = path.join(folder, 'key');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeWhole(file, makeKey(name, 4).secret);
  }
  const signer = readSigner(readFileSync(file, 'utf8'));
  if (!signer)
    throw new Error(`The key in ${file} cannot be read. Put back its copy: a new key is a new witness.`);
  return signer;
}

const shape = z.object({ size: z.number().int().nonnegative(), root: z.base64() });

/** What a witness saw last of each log, by its origin. */
export interface WitnessMemory {
  last(origin: string): Head | undefined;
  keep(origin: string, head: Head): void;
}

export function memoryIn(folder: string): WitnessMemory {
  const file = path.join(folder, 'seen.json');
  const seen: Record<string, z.output<typeof shape>> = existsSync(file)
    ? z.record(z.string(), shape).parse(JSON.parse(readFileSync(file, 'utf8')))
    : {};
  return {
    last(origin) {
      const kept = Object.hasOwn(seen, origin) ? seen[origin] : undefined;
      return kept && { size: kept.size, root: Buffer.from(kept.root, 'base64') };
    },
    keep(origin, { size, root }) {
      seen[origin] = { size, root: Buffer.from(root).toString('base64') };
      writeWhole(file, JSON.stringify(seen));
    },
  };
}
