import { done, type Outcome, refused } from '#kernel/outcome';
import { fromBase64, type Signer, type Verifier } from './keys.ts';

/** One line below a note: who says to have signed, and the bytes. */
export interface SignatureLine {
  readonly name: string;
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
  /** As it stands there, with its end of line. */
  readonly line: string;
}
export interface Note {
  /** Ends with its last end of line. */
  readonly text: string;
  readonly lines: readonly SignatureLine[];
}

/** Notes of a log are far below both. */
const mostBytes = 1_000_000;
const mostLines = 100;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const control = /[\u0000-\u0009\u000b-\u001f]/;

export const signatureLine = (verifier: Pick<Verifier, 'name' | 'id'>, signature: Uint8Array): string =>
  `— ${verifier.name} ${Buffer.concat([verifier.id, signature]).toString('base64')}\n`;

/** Reads one line below a note; nothing when it is written otherwise. */
export function readSignatureLine(line: string): SignatureLine | undefined {
  const [, name = '', text = ''] = /^— ([^\s+]+) (\S+)\n$/u.exec(line) ?? [];
  const bytes = name === '' ? undefined : fromBase64(text);
  if (!bytes || bytes.length < 5) return undefined;
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4), line };
}

/** A text with signatures below it (c2sp.org/signed-note). @param text ends with an end of line. */
export const signNote = (text: string, signers: readonly Signer[]): string =>
  `${text}\n${signers.map((signer) => signatureLine(signer.verifier, signer.sign(Buffer.from(text)))).join('')}`;

/** Takes a note apart; nothing of it may be believed before its signatures are. */
export function readNote(note: string): Outcome<Note> {
  const no = refused({ code: 'note-odd' });
  if (note.length > mostBytes || control.test(note) || !note.endsWith('\n')) return no;
  const at = note.lastIndexOf('\n\n');
  if (at < 0) return no;
  const written = note.slice(at + 2).split(/(?<=\n)/);
  if (written.length > mostLines) return no;
  const lines = written.map(readSignatureLine);
  return lines.every((line) => line !== undefined) ? done({ text: note.slice(0, at + 1), lines }) : no;
}

/** Whether a line is of this key, by name and number. */
export const isOf = (line: Pick<SignatureLine, 'name' | 'id'>, key: Pick<Verifier, 'name' | 'id'>): boolean =>
  line.name === key.name && Buffer.compare(line.id, key.id) === 0;

/**
 * Reads a note that one of these keys has signed. Lines of unknown keys are passed over; a wrong signature of a known key
 * makes the whole note worthless.
 */
export function openNote(note: string, keys: readonly Verifier[]): Outcome<Note> {
  const read = readNote(note);
  if (!read.ok) return read;
  const message = Buffer.from(read.value.text);
  let good = 0;
  for (const line of read.value.lines)
    for (const key of keys.filter((each) => each.type === 1 && isOf(line, each))) {
      if (!key.verify(message, line.signature)) return refused({ code: 'note-forged' });
      good += 1;
    }
  return good > 0 ? read : refused({ code: 'note-unsigned' });
}
