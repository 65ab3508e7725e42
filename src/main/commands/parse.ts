import { Refused } from '../refused.ts';
import type { Command, Typed } from './command.ts';
import { nearest } from './nearest.ts';

const suggestion = (name: string | undefined): string => (name === undefined ? '' : ` Did you mean ${name}?`);

export function findCommand(commands: readonly Command[], name: string): Command {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const near = nearest(
    name,
    commands.map((command) => command.name),
  );
  throw new Refused(
    `There is no command "${name}".${suggestion(near)} \`motcua help\` lists all commands.`,
    2,
  );
}

/** Sorts what was typed into words and options; anything the command does not know is refused. */
export function parseTyped(command: Command, args: readonly string[]): Typed {
  const known = Object.keys(command.options ?? {});
  const words: string[] = [];
  const options: Record<string, string | true> = {};
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('-') || arg === '-') {
      words.push(arg);
      continue;
    }
    const [flag, inline] = splitOnce(arg);
    if (known.includes(flag)) {
      if (inline !== undefined) throw new Refused(`${flag} takes no value.`, 2);
      options[flag] = true;
    } else if (known.includes(`${flag}=`)) {
      const given = inline ?? args[++i];
      if (given === undefined || given === '') throw new Refused(`${flag} needs a value: ${flag}=…`, 2);
      options[flag] = given;
    } else {
      const near = nearest(
        flag,
        [...known, '--help'].map((name) => name.replace('=', '')),
      );
      throw new Refused(
        `\`motcua ${command.name}\` has no option "${flag}".${suggestion(near)} \`motcua help ${command.name}\` lists them.`,
        2,
      );
    }
  }
  countWords(command, words);
  return { words, options };
}

function countWords(command: Command, words: readonly string[]): void {
  const wanted = command.words ?? [];
  const needed = wanted.filter((word) => word.startsWith('<'));
  if (words.length < needed.length) {
    throw new Refused(`\`motcua ${command.name}\` needs ${needed.slice(words.length).join(' and ')}.`, 2);
  }
  if (words.length > wanted.length) {
    throw new Refused(
      `\`motcua ${command.name}\` does not know what to do with "${words[wanted.length]}".`,
      2,
    );
  }
}

function splitOnce(arg: string): [string, string?] {
  const at = arg.indexOf('=');
  return at < 0 ? [arg] : [arg.slice(0, at), arg.slice(at + 1)];
}
