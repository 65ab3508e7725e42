import { runDue } from '../due.ts';
import type { Command } from './command.ts';

export const dueCommand: Command = {
  name: 'due',
  summary: 'computes due dates: JSON lines in, JSON lines out',
  details: `Reads lines such as {"received":"2026-10-02T09:00","time":{"value":3,"unit":"working_day"}} from standard input;
unit is one of working_day, day, hour, month. Prints for each line, in order, an object with
"due_end_of_day" (convention D, YYYY-MM-DD) and "due_to_the_minute" (convention H, YYYY-MM-DDTHH:MM, local time);
null where the convention has no meaning. Ends with code 1 when a line could not be read.`,
  run: ({ console }) => runDue(console.in, console.out),
};
