import { z } from 'zod';
import { wordsOf } from './words.ts';

/** What people say and what the list calls it; `codes` names the procedures meant, when they are certain. */
export const synonymsShape = z.object({
  about: z.string().optional(),
  /** Phrases without content in a search ("tôi muốn làm thủ tục"). */
  filler: z.array(z.string()),
  entries: z.array(
    z.object({
      say: z.array(z.string()).min(1),
      means: z.string(),
      codes: z.array(z.string()).default([]),
    }),
  ),
});
export type Synonyms = z.infer<typeof synonymsShape>;
export const noSynonyms: Synonyms = { filler: [], entries: [] };

interface Phrase {
  readonly words: readonly string[];
  readonly means: readonly string[];
  readonly codes: readonly string[];
}
export interface PreparedSynonyms {
  readonly filler: readonly (readonly string[])[];
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

/** Phrases by their first word, longest first. */
export function prepareSynonyms(synonyms: Synonyms): PreparedSynonyms {
  const all = synonyms.entries.flatMap((entry) =>
    entry.say.map((say) => ({ words: wordsOf(say), means: wordsOf(entry.means), codes: entry.codes })),
  );
  const longestFirst = all.sort((a, b) => b.words.length - a.words.length);
  return {
    filler: synonyms.filler.map(wordsOf).sort((a, b) => b.length - a.length),
    phrases: Map.groupBy(longestFirst, (phrase) => phrase.words[0] ?? ''),
  };
}

const startsAt = (words: readonly string[], phrase: readonly string[], at: number): boolean =>
  phrase.every((word, index) => words[at + index] === word);

/** Takes filler away, unless nothing would be left. */
export function withoutFiller(
  words: readonly string[],
  filler: PreparedSynonyms['filler'],
): readonly string[] {
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = filler.find((one) => startsAt(words, one, at));
    if (phrase === undefined) rest.push(words[at] ?? '');
    at += phrase?.length ?? 1;
  }
  return rest.length > 0 ? rest : words;
}

/** The query in the words of the list, the procedures its phrases mean, and the share of words they cover (0…1). */
export function translate(
  words: readonly string[],
  phrases: PreparedSynonyms['phrases'],
): { words: readonly string[]; codes: readonly string[]; covered: number } {
  const said: string[] = [];
  const codes: string[] = [];
  let covered = 0;
  for (let at = 0; at < words.length; ) {
    const phrase = phrases.get(words[at] ?? '')?.find((one) => startsAt(words, one.words, at));
    if (phrase === undefined) {
      said.push(words[at] ?? '');
      at += 1;
    } else {
      said.push(...phrase.means.filter((word) => !said.includes(word)));
      codes.push(...phrase.codes);
      covered += phrase.words.length;
      at += phrase.words.length;
    }
  }
  return { words: said, codes, covered: covered / Math.max(1, words.length) };
}
