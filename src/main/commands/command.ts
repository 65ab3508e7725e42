import type { Readable, Writable } from 'node:stream';
import type { Settings } from '../config/settings.ts';

export interface Console {
  readonly in: Readable;
  readonly out: Writable;
  readonly err: Writable;
}

/** What was typed after the name of the command. */
export interface Typed {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | true>>;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Words after the name, as shown in the help: `<file>`. */
  readonly words?: readonly string[];
  /** Name to what it means; a name that ends in `=` takes a value. */
  readonly options?: Readonly<Record<string, string>>;
  /** More for `motcua help <command>`. */
  readonly details: string;
  readonly run: (about: {
    readonly typed: Typed;
    readonly root: string;
    readonly console: Console;
    /** Reads and checks the environment when the command needs it. */
    readonly settings: () => Settings;
  }) => Promise<number>;
}

export const line = (stream: Writable, text: string): void => void stream.write(`${text}\n`);
