import type { SearchEntry } from './entry.ts';
import { type Shortened, shortenedForms } from './near-words.ts';
import { noSynonyms, type PreparedSynonyms, prepareSynonyms, type Synonyms } from './synonyms.ts';
import { markedWordsOf, wordsOf } from './words.ts';

/** Where a word stands, by weight: in the name it counts most. */
const weights = { name: 1, keywords: 0.45, field: 0.4, agency: 0.15 };

export interface SearchIndex {
  readonly entries: readonly SearchEntry[];
  /** Folded words of each name, in order. */
  readonly names: readonly (readonly string[])[];
  /** Words with their marks, for queries typed with marks. */
  readonly marked: readonly ReadonlySet<string>[];
  readonly terms: ReadonlyMap<string, Postings>;
  readonly vocabulary: readonly string[];
  readonly shortened: Shortened;
  /** Two neighbouring words of a name → the entries that have them. */
  readonly pairs: ReadonlyMap<string, readonly number[]>;
  readonly byCode: ReadonlyMap<string, number>;
  readonly synonyms: PreparedSynonyms;
}
export interface Postings {
  readonly at: Uint32Array;
  readonly weight: Float32Array;
  /** Rareness of the word, about 1 (everywhere) to 8 (once). */
  readonly rareness: number;
}

export const pairKey = (first: string, second: string): string => `${first} ${second}`;

/** Builds the index kept in memory: ~60 ms for the whole national list. Rebuild it when a procedure is published. */
export function buildIndex(entries: readonly SearchEntry[], synonyms: Synonyms = noSynonyms): SearchIndex {
  const names = entries.map((entry) => wordsOf(entry.name));
  const found = new Map<string, Map<number, number>>();
  const pairs = new Map<string, number[]>();
  for (const [at, entry] of entries.entries()) {
    const add = (words: readonly string[], weight: number) => {
      for (const word of words) {
        const where = found.get(word) ?? new Map<number, number>();
        if (!found.has(word)) found.set(word, where);
        if ((where.get(at) ?? 0) < weight) where.set(at, weight);
      }
    };
    const name = names[at] ?? [];
    add(name, weights.name);
    add(wordsOf(entry.keywords ?? ''), weights.keywords);
    add(wordsOf(entry.field), weights.field);
    add(wordsOf(entry.agency), weights.agency);
    const own = new Set(name.slice(1).map((word, index) => pairKey(name[index] ?? '', word)));
    for (const key of own) {
      const where = pairs.get(key);
      if (where === undefined) pairs.set(key, [at]);
      else where.push(at);
    }
  }
  const terms = new Map<string, Postings>();
  for (const [word, where] of found)
    terms.set(word, {
      at: Uint32Array.from(where.keys()),
      weight: Float32Array.from(where.values()),
      rareness: Math.log(1 + entries.length / where.size),
    });
  return {
    entries,
    names,
    marked: entries.map((entry) => new Set(markedWordsOf(entry.name))),
    terms,
    vocabulary: [...terms.keys()],
    shortened: shortenedForms([...terms.keys()]),
    pairs,
    byCode: new Map(entries.map((entry, at) => [entry.code, at])),
    synonyms: prepareSynonyms(synonyms),
  };
}
