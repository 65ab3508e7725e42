import { done, type Outcome, refused } from '#kernel/outcome';
import { hashBytes } from './hash.ts';
import { fromBase64, type Signer, type Verifier } from './keys.ts';
import { type Note, openNote, signNote } from './note.ts';
import type { Head } from './proofs.ts';

/** What a log says of itself at a moment (c2sp.org/tlog-checkpoint). */
export interface Checkpoint extends Head {
  /** Which log: its address without scheme. */
  readonly origin: string;
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;

export const signCheckpoint = (checkpoint: Checkpoint, ...signers: readonly Signer[]): string =>
  signNote(checkpointText(checkpoint), signers);

/** Reads the text of a checkpoint; lines after the third are let be. */
export function readCheckpoint(text: string): Outcome<Checkpoint> {
  const [origin = '', count = '', root = '', ...rest] = text.split('\n');
  const hash = fromBase64(root);
  const size = Number(count);
  const good =
    origin !== '' &&
    /^(?:0|[1-9]\d{0,15})$/.test(count) &&
    Number.isSafeInteger(size) &&
    hash?.length === hashBytes &&
    rest.at(-1) === '' &&
    rest.slice(0, -1).every((line) => line !== '');
  return good && hash ? done({ origin, size, root: hash }) : refused({ code: 'checkpoint-odd' });
}

/** Reads a checkpoint that this log has signed. */
export function openCheckpoint(
  note: string,
  log: { readonly origin: string; readonly keys: readonly Verifier[] },
): Outcome<Checkpoint & { readonly note: Note }> {
  const opened = openNote(note, log.keys);
  if (!opened.ok) return opened;
  const read = readCheckpoint(opened.value.text);
  if (!read.ok) return read;
  if (read.value.origin !== log.origin) return refused({ code: 'checkpoint-elsewhere' });
  return done({ ...read.value, note: opened.value });
}
