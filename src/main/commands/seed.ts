import { createLog } from '#platform/log';
import { bringUpToDate, withOwner } from '../database.ts';
import { Refused } from '../refused.ts';
import type { SampleName } from '../sample/sample.ts';
import { seedWhenEmpty } from '../seed-when-empty.ts';
import { type Command, line } from './command.ts';

const endings = {
  planted: 'The sample stands.',
  'stood already': 'The sample stood already; nothing was changed.',
};

function sampleNamed(word: string | true): SampleName {
  if (word === 'province' || word === 'ministry') return word;
  throw new Refused(`--sample must be province or ministry, not "${word}".`, 2);
}

export const seedCommand: Command = {
  name: 'seed',
  summary: 'plants the sample province, or the sample ministry, with invented people, when none stands yet',
  options: { '--sample=': 'province or ministry; setting SAMPLE when not given, else the province' },
  details:
    'Migrates first. Refused unless DEMO is on: invented people do not belong among real ones.\n`motcua start` does the same by itself.',
  async run({ typed, console, settings }) {
    const wanted = typed.options['--sample'];
    const known = { ...settings(), ...(wanted === undefined ? {} : { sample: sampleNamed(wanted) }) };
    if (!known.demo)
      throw new Refused('The sample is for DEMO only: set DEMO=on, on a database without real people.', 2);
    const log = createLog('seed', known.logLevel);
    const ending = await withOwner(known, 'seed', async (owner) => {
      const { addresses } = await bringUpToDate(known, owner);
      return seedWhenEmpty(known, addresses, log, (text) => line(console.err, text));
    });
    line(console.out, endings[ending]);
    return 0;
  },
};
