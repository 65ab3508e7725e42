import { done, type Outcome, refused } from '#kernel/outcome';
import { readVerifier, type Signer, type Verifier } from './keys.ts';
import { openNote, readNote, signNote } from './note.ts';

const head = 'motcua-log-key/1';

/** That a log is signed by another key from now on. */
export interface KeyChange {
  readonly origin: string;
  /** As others know it: `<name>+<number>+<key>`. */
  readonly old: string;
  readonly next: string;
  /** How long the log was. */
  readonly size: number;
}

/**
 * A note (c2sp.org/signed-note) that the new key signs, and the old one where it is still there: without it nobody follows by
 * himself, and the new key is believed only by who asked for it.
 */
export const writeKeyChange = ({ origin, old, next, size }: KeyChange, signers: readonly Signer[]): string =>
  signNote(`${head}\n${origin}\n${old}\n${next}\n${size}\n`, signers);

/** Reads a change that its new key has signed. @returns also whether the old key has. */
export function openKeyChange(note: string): Outcome<KeyChange & { readonly byOld: boolean }> {
  const odd = refused({ code: 'key-change-odd' });
  const read = readNote(note);
  if (!read.ok) return odd;
  const [first, origin = '', old = '', next = '', size = '', end, ...more] = read.value.text.split('\n');
  const keys = [old, next].map((text) => readVerifier(text));
  const [before, after] = keys;
  if (first !== head || end !== '' || more.length > 0 || !/^(?:0|[1-9]\d{0,15})$/.test(size)) return odd;
  if (!isLogKey(before, origin) || !isLogKey(after, origin) || !openNote(note, [after]).ok) return odd;
  return done({ origin, old, next, size: Number(size), byOld: openNote(note, [before]).ok });
}

const isLogKey = (key: Verifier | undefined, origin: string): key is Verifier =>
  key?.type === 1 && key.name === origin;

/** Whether a key is known, or follows from a known one by changes that each old key has signed. */
export function followsFrom(known: readonly string[], changes: readonly string[], key: string): boolean {
  const believed = new Set(known);
  for (const note of changes) {
    const change = openKeyChange(note);
    if (change.ok && change.value.byOld && believed.has(change.value.old)) believed.add(change.value.next);
  }
  return believed.has(key);
}
