import { examine } from '../doctor/examine.ts';
import { type Command, line } from './command.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'checks settings, database, roles, row-level security, storage and clock',
  details:
    'Changes nothing. Prints "ok" or "thiếu" (missing) for each check, with what to do. Ends with code 1 when something is missing,\nabove all when a role of the product could bypass row-level security.',
  async run({ console, settings }) {
    let missing = 0;
    for await (const { ok, what } of examine(settings)) {
      if (!ok) missing++;
      line(console.out, `${ok ? 'ok   ' : 'thiếu'} ${what}`);
    }
    line(console.out, missing === 0 ? 'Everything is in order.' : `${missing} checks failed.`);
    return missing === 0 ? 0 : 1;
  },
};
