import type { SearchIndex } from './build-index.ts';
import { wordsNear } from './near-words.ts';
import { withoutTelex } from './words.ts';

/** A word of the index that a word of the query may mean, with how sure that is (1 = the same word). */
export interface Candidate {
  readonly word: string;
  readonly sureness: number;
}

const prefixLimit = 60;
const nearLimit = 8;

/**
 * The index words behind one query word: itself; for the word still being typed all it begins; for a word the index
 * does not know its Telex reading, two words written as one, then words within one edit (two from seven letters on).
 */
export function candidatesFor(index: SearchIndex, word: string, beingTyped: boolean): readonly Candidate[][] {
  const known = index.terms.has(word);
  const found: Candidate[] = known ? [{ word, sureness: 1 }] : [];
  if (beingTyped) {
    const longer = index.vocabulary.filter((other) => other.length > word.length && other.startsWith(word));
    found.push(
      ...longer.slice(0, prefixLimit).map((other) => ({ word: other, sureness: known ? 0.5 : 0.85 })),
    );
  }
  if (found.length > 0) return [found];
  const telex = withoutTelex(word);
  if (telex !== word && index.terms.has(telex)) return [[{ word: telex, sureness: 0.9 }]];
  const split = splitInTwo(index, word);
  if (split !== undefined) return split.map((part) => [{ word: part, sureness: 0.9 }]);
  return [nearWords(index, word)];
}

/** The likeliest words near a word: also for words that exist but were meant otherwise ("khai xinh"). */
export const nearWords = (index: SearchIndex, word: string): Candidate[] =>
  wordsNear(word, index.shortened).slice(0, nearLimit);

function splitInTwo(index: SearchIndex, word: string): [string, string] | undefined {
  for (let cut = 2; cut <= word.length - 2; cut += 1) {
    const [first, second] = [word.slice(0, cut), word.slice(cut)];
    if (index.pairs.has(`${first} ${second}`)) return [first, second];
  }
  return undefined;
}
