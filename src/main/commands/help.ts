import { settingDefinitions } from '../config/definitions.ts';
import { settingsAsText } from '../config/settings-as-text.ts';
import { type Command, line } from './command.ts';
import { findCommand } from './parse.ts';

/** `motcua help`, made of the commands themselves. */
export const helpCommand = (commands: () => readonly Command[]): Command => ({
  name: 'help',
  summary: 'lists the commands, or explains one; `help settings` lists all settings',
  words: ['[command]'],
  details: 'motcua help import-catalogue explains one command; motcua help settings lists the environment.',
  async run({ typed, console }) {
    const [name] = typed.words;
    if (name === undefined) line(console.out, overview(commands()));
    else if (name === 'settings') line(console.out, settingsAsText(settingDefinitions));
    else line(console.out, explain(findCommand(commands(), name)));
    return 0;
  },
});

const usage = ({ name, words = [], options = {} }: Command): string =>
  ['motcua', name, ...words, ...Object.keys(options).map((option) => `[${option.replace(/=$/, '=…')}]`)].join(
    ' ',
  );

function overview(commands: readonly Command[]): string {
  const head = (command: Command) => [command.name, ...(command.words ?? [])].join(' ');
  const widest = Math.max(...commands.map((command) => head(command).length));
  return [
    'Một Cửa: the system a Vietnamese province runs its administrative procedures on.',
    '',
    'Usage: npx motcua <command>',
    '',
    ...commands.map((command) => `  ${head(command).padEnd(widest)}  ${command.summary}`),
    '',
    'motcua help <command> or motcua <command> --help explains one command.',
    'motcua help settings lists the settings, which come from the environment.',
  ].join('\n');
}

export function explain(command: Command): string {
  const options = Object.entries(command.options ?? {}).map(
    ([name, meaning]) => `  ${name.replace(/=$/, '=…').padEnd(16)} ${meaning}`,
  );
  return [
    `Usage: npx ${usage(command)}`,
    '',
    `${command.summary[0]?.toUpperCase()}${command.summary.slice(1)}.`,
    '',
    command.details,
    ...(options.length > 0 ? ['', 'Options:', ...options] : []),
  ].join('\n');
}
