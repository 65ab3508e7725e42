import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { LocalText } from '#kernel/text';
import { type Moment, momentNames, ownMoments, type WordsOf, wordsOf } from './moments.ts';
import { keyOfMessage, ownMessageProblems, titleWords } from './own-problems.ts';

const text = z.object({ vi: z.string().min(1), en: z.string().min(1) });
const template = z.object({
  moment: z.string(),
  version: z.number().int().positive(),
  /** The official form that goes with it, to be drawn on demand: `01`–`05`. */
  paper: z.string().optional(),
  title: text,
  body: text,
});
export type MessageTemplate = z.output<typeof template>;

const gap = /\{(\w+)\}/g;

/** Reads and judges every template of a folder; a missing moment or an unknown word is refused at start. */
export function loadMessageTemplates(folder: string): MessageShelf {
  const found = new Map<string, MessageTemplate>();
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const read = template.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    if (`${read.moment}.json` !== name)
      throw new Error(`The message template ${name} is about the moment ${read.moment}`);
    found.set(read.moment, read);
  }
  for (const moment of momentNames) {
    const one = found.get(moment);
    if (!one) throw new Error(`The message template ${moment}.json is missing`);
    check(moment, 'title', one.title, titleWords);
    check(moment, 'body', one.body, wordsOf(moment));
  }
  return new MessageShelf(found);
}

function check(moment: Moment, part: string, words: LocalText, allowed: readonly string[]): void {
  for (const version of [words.vi, words.en ?? '']) {
    for (const [, name = ''] of version.matchAll(gap)) {
      if (!allowed.includes(name))
        throw new Error(`The ${part} of the message template ${moment} asks for {${name}}`);
    }
  }
}

/** A word in both languages, or one that reads alike in both. */
export type Words<M extends Moment> = Readonly<Record<WordsOf<M>, string | LocalText>>;

export interface WrittenMessage {
  readonly paper: string | null;
  readonly title: LocalText;
  readonly body: LocalText;
}

const opened = new WeakMap<object, MessageShelf>();

export class MessageShelf {
  readonly #templates: ReadonlyMap<string, MessageTemplate>;
  constructor(templates: ReadonlyMap<string, MessageTemplate>) {
    this.#templates = templates;
  }

  template(moment: Moment): MessageTemplate | undefined {
    return this.#templates.get(moment);
  }

  /**
   * The shelf of a procedure's version: its own texts (`message-<moment>`) in the place of the common ones. They were judged before
   * they were published; one that cannot be read all the same leaves its place to the common text.
   */
  with(own: Readonly<Record<string, unknown>>): MessageShelf {
    const known = opened.get(own);
    if (known) return known;
    const all = new Map(this.#templates);
    for (const moment of ownMoments) {
      const candidate = own[keyOfMessage(moment)];
      if (candidate === undefined || ownMessageProblems(keyOfMessage(moment), candidate).length > 0) continue;
      const { title, body } = template.parse(candidate);
      // Which official form goes with a message is the law's to say, not the template's.
      const paper = this.#templates.get(moment)?.paper;
      all.set(moment, { moment, version: 1, ...(paper === undefined ? {} : { paper }), title, body });
    }
    const shelf = new MessageShelf(all);
    opened.set(own, shelf);
    return shelf;
  }

  write<M extends Moment>(moment: M, words: Words<M>): WrittenMessage {
    const known = this.#templates.get(moment);
    if (!known) throw new Error(`No message template for ${moment}`);
    const all = words as Readonly<Record<string, string | LocalText>>;
    const inBoth = (source: { vi: string; en: string }): LocalText => ({
      vi: fill(source.vi, (name) => textIn(all[name], 'vi')),
      en: fill(source.en, (name) => textIn(all[name], 'en')),
    });
    return { paper: known.paper ?? null, title: inBoth(known.title), body: inBoth(known.body) };
  }
}

const textIn = (value: string | LocalText | undefined, locale: 'vi' | 'en'): string =>
  typeof value === 'object' ? ((locale === 'en' ? value.en : undefined) ?? value.vi) : (value ?? '');

/** A line whose only word is empty is left out, so that an absent reason leaves no hole. */
function fill(source: string, word: (name: string) => string): string {
  return source
    .split('\n')
    .filter((line) => {
      const names = [...line.matchAll(gap)].map(([, name = '']) => name);
      return names.length === 0 || names.some((name) => word(name) !== '');
    })
    .map((line) => line.replace(gap, (_, name: string) => word(name)))
    .join('\n');
}
