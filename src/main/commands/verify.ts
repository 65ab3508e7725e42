import { judgeBundle, judgeCarried } from '#capabilities/public-log';
import { bytesOf, policyIn, whyNotBelieved } from '../log-policy.ts';
import { Refused } from '../refused.ts';
import { type Command, line } from './command.ts';

const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1024).includes('%PDF-');

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
  options: {
    '--policy=': 'file of the keys to believe, from the page /nhat-ky',
    '--known=': 'such a file from before: keys that do not follow from its own are refused',
  },
  details: `The file is a receipt, a result or another paper (PDF) as the portal gives it out, which carries its proof at its end, or the proof
that a person takes from a dossier (/cua-toi/ho-so/<code>/bang-chung). No database and no network is asked. Keys are to be compared
by phone or letter before they are believed. Ends with code 1 when the proof does not hold.`,
  run({ typed, console }) {
    const [file = ''] = typed.words;
    const { '--policy': policy, '--known': known } = typed.options;
    if (typeof policy !== 'string')
      throw new Refused('--policy=… must name the file of keys from the page /nhat-ky.', 2);
    const bytes = bytesOf(file);
    const believed = policyIn(policy, typeof known === 'string' ? known : undefined);
    const pdf = isPdf(bytes);
    const judged = pdf ? judgeCarried(bytes, believed) : judgeBundle(bytes.toString('utf8'), believed);
    if (!judged.ok) throw new Refused(`${file} proves nothing: ${whyNotBelieved(judged.refusal)}.`, 1);
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
