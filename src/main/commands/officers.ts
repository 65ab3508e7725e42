import { readFileSync, statSync } from 'node:fs';
import { officialsFileLimits, openActors } from '#capabilities/identity';
import { openUnits } from '#capabilities/organisations';
import { Sessions } from '#platform/sessions';
import { productSecrets } from '../config/secrets.ts';
import type { Settings } from '../config/settings.ts';
import { type OfficersFile, takeOfficersFile } from '../officers-file.ts';
import { Refused } from '../refused.ts';
import { asSystem } from './as-system.ts';
import { type Command, type Console, line } from './command.ts';

export const officersCommand: Command = {
  name: 'officers',
  summary: 'takes officials from a CSV file: accounts, posts and roles, by personal number',
  words: ['<file.csv>'],
  options: {
    '--try': 'shows what each row would do, and changes nothing',
    '--good-rows':
      'takes the good rows although others are refused; without it one refused row refuses the file',
  },
  details:
    'Columns and rules stand in docs/operating/officials.md, an example in samples/officials.csv. Taken again, a file changes nothing.\nThe rows of a person say all roles that the person holds: others end. There are no passwords in it: officials sign in at the provider.\nEnds with 1 when a row was refused.',
  async run({ typed, console, settings }) {
    const [file = ''] = typed.words;
    const known = settings();
    return withPeople(known, console, {
      bytes: readBytes(file),
      tryOnly: typed.options['--try'] === true,
      goodRows: typed.options['--good-rows'] === true,
      certifiesAtOnce: known.demo,
    });
  },
};

const withPeople = (settings: Settings, console: Console, file: OfficersFile): Promise<number> =>
  asSystem(settings, 'officers', async (ctx) => {
    const { clock, db } = ctx;
    const units = openUnits(db, clock);
    const people = {
      units,
      actors: openActors({ db, clock, units }),
      sessions: new Sessions(db, clock, productSecrets(settings.dataDir).csrfKey),
    };
    return (await takeOfficersFile(ctx, people, file, (text) => line(console.out, text))) ? 0 : 1;
  });

function readBytes(file: string): Uint8Array {
  try {
    // What is too large is told by its size, not read.
    const { size } = statSync(file);
    return size > officialsFileLimits.bytes
      ? new Uint8Array(officialsFileLimits.bytes + 1)
      : readFileSync(file);
  } catch (error) {
    throw new Refused(`${file} cannot be read: ${(error as Error).message}`);
  }
}
