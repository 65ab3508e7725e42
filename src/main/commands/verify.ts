import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { judgeBundle, judgeCarried } from '#capabilities/public-log';
import { type Policy, readVerifier, type Verifier } from '#platform/tlog';
import { Refused } from '../refused.ts';
import { type Command, line } from './command.ts';

const policyFile = z.object({
  origin: z.string().min(1),
  keys: z.array(z.string()).min(1),
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
  'note-forged': 'its signature is forged',
  'note-odd': 'its checkpoint cannot be read',
  'checkpoint-odd': 'its checkpoint cannot be read',
  'checkpoint-elsewhere': 'it is of another log',
};

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Refused(`${file} cannot be read.`, 2);
  }
}
const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1024).includes('%PDF-');

function policyIn(file: string): Policy {
  const odd = new Refused(`${file} is not the file of keys that the page /nhat-ky gives out.`, 2);
  let given: unknown;
  try {
    given = JSON.parse(bytesOf(file).toString('utf8'));
  } catch (error) {
    throw error instanceof Refused ? error : odd;
  }
  const read = policyFile.safeParse(given);
  if (!read.success) throw odd;
  const { origin, least } = read.data;
  const known = (texts: readonly string[]): Verifier[] =>
    texts.map((text) => readVerifier(text) ?? fail(odd));
  return { origin, keys: known(read.data.keys), witnesses: known(read.data.witnesses), least };
}

function fail(error: Error): never {
  throw error;
}

/** What a good proof does not tell. */
const rest: Readonly<Record<string, string>> = {
  paper: 'The office gave out this very paper; what became of the dossier since is told by the office alone.',
  'result-file':
    'The office issued this very file; whether it was replaced or revoked since is told by the check page alone.',
};

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'says whether a paper, or what a proof tells, stands in the public log, without asking anybody',
  words: ['<file>'],
  options: { '--policy=': 'file of the keys to believe, from the page /nhat-ky' },
  details: `The file is a receipt, a result or another paper (PDF) as the portal gives it out, which carries its proof at its end, or the proof
that a person takes from a dossier (/cua-toi/ho-so/<code>/bang-chung). No database and no network is asked. Keys are to be compared
by phone or letter before they are believed. Ends with code 1 when the proof does not hold.`,
  run({ typed, console }) {
    const [file = ''] = typed.words;
    const { '--policy': policy } = typed.options;
    if (typeof policy !== 'string')
      throw new Refused('--policy=… must name the file of keys from the page /nhat-ky.', 2);
    const bytes = bytesOf(file);
    const believed = policyIn(policy);
    const pdf = isPdf(bytes);
    const judged = pdf ? judgeCarried(bytes, believed) : judgeBundle(bytes.toString('utf8'), believed);
    if (!judged.ok)
      throw new Refused(
        `${file} proves nothing: ${sentences[judged.refusal.code] ?? judged.refusal.code}.`,
        1,
      );
    const { origin, index, size, source, content } = judged.value;
    const what = pdf ? 'This file' : 'This';
    line(
      console.out,
      `${what} stands in the log ${origin}, line ${index} of ${size} (${source}), and is unchanged:`,
    );
    line(console.out, content);
    if (pdf && rest[source]) line(console.out, rest[source]);
    return Promise.resolve(0);
  },
};
