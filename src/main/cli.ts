import path from 'node:path';
import { type Console, line } from './commands/command.ts';
import { explain } from './commands/help.ts';
import { commands } from './commands/index.ts';
import { findCommand, parseTyped } from './commands/parse.ts';
import { decideSettings, type Settings } from './config/settings.ts';
import { Refused } from './refused.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

function settings(): Settings {
  const decision = decideSettings(process.env, root);
  if (!decision.ok) throw new Refused(decision.faults.join('\n'), 2);
  return decision.settings;
}

async function run(args: readonly string[], console: Console): Promise<number> {
  const [first = 'help', ...rest] = args;
  const name = first === '--help' || first === '-h' ? 'help' : first;
  try {
    const command = findCommand(commands, name);
    if (rest.includes('--help') || rest.includes('-h')) {
      line(console.out, explain(command));
      return 0;
    }
    return await command.run({ typed: parseTyped(command, rest), root, console, settings });
  } catch (error) {
    if (error instanceof Refused) {
      line(console.err, error.message);
      return error.exitCode;
    }
    // The unexpected: whoever mends it needs the place.
    line(console.err, `Something unexpected happened. ${(error as Error).stack ?? String(error)}`);
    return 1;
  }
}

// `motcua due | head` closes the pipe early: that is no fault of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const code = await run(process.argv.slice(2), {
  in: process.stdin,
  out: process.stdout,
  err: process.stderr,
});
// Pipes may still hold what was printed; the channel to the launcher would keep this process for ever.
await Promise.all(
  [process.stdout, process.stderr].map(
    (stream) => new Promise<void>((done) => stream.write('', () => done())),
  ),
);
process.exit(code);
