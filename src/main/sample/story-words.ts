import { z } from 'zod';
import type { Chance } from './chance.ts';
import { sampleJson } from './files.ts';

const weights = z.record(z.string(), z.number().nonnegative());
const phrases = z.record(z.string(), z.array(z.string()).min(1));
const shape = z.object({
  procedures: weights,
  genericShare: z.number(),
  channels: z.object({ online: z.number(), direct: z.number(), post: z.number() }),
  receivers: z.object({ own: z.number(), other: z.number(), provincial: z.number() }),
  delivery: z.object({ electronic: z.number(), counter: z.number(), post: z.number() }),
  targets: weights,
  choices: z.record(z.string(), weights),
  yes: weights,
  numbers: z.record(z.string(), z.tuple([z.number(), z.number()])),
  texts: phrases,
  reasons: phrases,
  purposes: z.array(z.string()).min(1),
});
/** The mix of the sample dossiers and the words in them: data of the sample, procedures are named only there. */
export type StoryWords = z.output<typeof shape>;

let words: StoryWords | undefined;
export const storyWords = (): StoryWords => (words ??= shape.parse(sampleJson('an-giang/story.json')));

/** The entry for a question: its own, then that of its ending (`*LoaiCuTru`), then `*`. */
export function entryFor<T>(table: Readonly<Record<string, T>>, question: string): T | undefined {
  if (Object.hasOwn(table, question)) return table[question];
  const ending = Object.keys(table).find(
    (key) => key.length > 1 && key.startsWith('*') && question.endsWith(key.slice(1)),
  );
  return ending === undefined ? table['*'] : table[ending];
}

/** A key of a table of weights, as often as its weight says. */
export const weighed = (chance: Chance, table: Readonly<Record<string, number>>): string =>
  chance.weigh(Object.entries(table), ([, weight]) => weight)[0];

export const reasonFor = (chance: Chance, kind: string): string =>
  chance.pick(storyWords().reasons[kind] ?? ['Theo quy định']);
