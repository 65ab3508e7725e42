import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Refusal } from '#kernel/outcome';
import { followsFrom, type Policy, readVerifier, type Verifier } from '#platform/tlog';
import { Refused } from './refused.ts';

const policyFile = z.object({
  origin: z.string().min(1),
  keys: z.array(z.string()).min(1),
  /** Keys that sign no more, and signed notes of how one followed another. */
  retired: z.array(z.object({ key: z.string(), until: z.number().int().nonnegative() })).default([]),
  changes: z.array(z.string()).default([]),
  witnesses: z.array(z.string()),
  least: z.number().int().nonnegative(),
});

/** Why a proof is not believed. */
const sentences: Readonly<Record<string, string>> = {
  'proof-odd': 'it is not written as a proof of Một Cửa is',
  'proof-none':
    'it carries no proof. Take it once more from the page of the dossier: a paper has one a second after it was given out',
  'proof-of-another': 'the proof at its end is of another file',
  'not-in-log': 'what it says does not stand in the log',
  'witnesses-missing': 'too few of the witnesses you named have seen this log',
  'note-unsigned': 'the log was not signed with the key you named',
  'key-retired': 'the log was signed with a key that signs no more',
  'note-forged': 'its signature is forged',
  'note-odd': 'its checkpoint cannot be read',
  'checkpoint-odd': 'its checkpoint cannot be read',
  'checkpoint-elsewhere': 'it is of another log',
  'log-shorter': 'the log is shorter than it was: lines were taken away. Keep the folder as evidence',
  'log-rewritten':
    'the log was rewritten: its lines do not lead to what it signs. Keep the folder as evidence',
  'log-odd': 'lines of the log are not there or cannot be read',
  'shown-later': 'it is newer than what was read just now; look again',
  'second-history': 'the log has signed a second history. Keep this file and the folder as evidence',
};
export const whyNotBelieved = ({ code }: Refusal): string => sentences[code] ?? code;

export function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Refused(`${file} cannot be read.`, 2);
  }
}

function keysIn(file: string): z.output<typeof policyFile> {
  try {
    return policyFile.parse(JSON.parse(bytesOf(file).toString('utf8')));
  } catch (error) {
    throw error instanceof Refused ? error : oddKeys(file);
  }
}
const oddKeys = (file: string): Refused =>
  new Refused(`${file} is not the file of keys that the page /nhat-ky gives out.`, 2);

/** @param known file of keys that were believed before: those of today must follow from them. */
export function policyIn(file: string, known?: string): Policy {
  const { origin, least, keys, retired, changes, witnesses } = keysIn(file);
  const verifier = (text: string): Verifier => readVerifier(text) ?? fail(oddKeys(file));
  const policy = {
    origin,
    keys: keys.map(verifier),
    retired: retired.map(({ key, until }) => ({ key: verifier(key), until })),
    witnesses: witnesses.map(verifier),
    least,
  };
  const before = known === undefined ? undefined : keysIn(known);
  const stranger = before && keys.find((key) => !followsFrom([...before.keys], changes, key));
  if (stranger !== undefined)
    throw new Refused(
      `The key ${stranger} in ${file} was not signed by a key in ${String(known)}: the old one was lost, or the file is forged. Ask by phone or letter before you believe it.`,
    );
  return policy;
}

function fail(error: Error): never {
  throw error;
}
