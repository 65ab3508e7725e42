import { createLog } from '#platform/log';
import { bringUpToDate, withOwner } from '../database.ts';
import { Refused } from '../refused.ts';
import { seedWhenEmpty } from '../seed-when-empty.ts';
import { type Command, line } from './command.ts';

const endings = {
  planted: 'The sample province stands.',
  'stood already': 'The sample province stood already; nothing was changed.',
};

export const seedCommand: Command = {
  name: 'seed',
  summary: 'plants the sample province with invented people, when it does not stand yet',
  details:
    'Migrates first. Refused unless DEMO is on: invented people do not belong among real ones.\n`motcua start` does the same by itself.',
  async run({ console, settings }) {
    const known = settings();
    if (!known.demo)
      throw new Refused(
        'The sample province is for DEMO only: set DEMO=on, on a database without real people.',
        2,
      );
    const log = createLog('seed', known.logLevel);
    const ending = await withOwner(known, 'seed', async (owner) => {
      const { addresses } = await bringUpToDate(known, owner);
      return seedWhenEmpty(known, addresses, log, (text) => line(console.err, text));
    });
    line(console.out, endings[ending]);
    return 0;
  },
};
