import { editDistance } from './words.ts';

/** Words with one letter left out → the words they come from: two words within one edit share such a form. */
export type Shortened = ReadonlyMap<string, readonly string[]>;

export function shortenedForms(vocabulary: readonly string[]): Shortened {
  const forms = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length > 12 || /\d/.test(word)) continue;
    for (const form of formsOf(word)) {
      const words = forms.get(form);
      if (words === undefined) forms.set(form, [word]);
      else words.push(word);
    }
  }
  return forms;
}

const formsOf = (word: string): Set<string> =>
  new Set([word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]);

/** Words one edit away (two for a word of seven letters or more), the likeliest first, with how sure each is. */
export function wordsNear(word: string, forms: Shortened): { word: string; sureness: number }[] {
  if (word.length < 2 || word.length > 12 || /\d/.test(word)) return [];
  const limit = word.length >= 7 ? 2 : 1;
  const tried = new Set<string>();
  const near: { word: string; sureness: number }[] = [];
  for (const form of formsOf(word))
    for (const other of forms.get(form) ?? []) {
      if (other.length < 2 || tried.has(other)) continue;
      tried.add(other);
      const distance = editDistance(word, other, limit);
      if (distance > 0 && distance <= limit)
        near.push({ word: other, sureness: (soundsAlike(word, other) ? 0.75 : 0.55) / distance });
    }
  return near.sort((a, b) => b.sureness - a.sureness);
}

/** Sounds that people write for each other: s/x, ch/tr, d/gi/r/v, i/y, l/n, final n/ng, c/t. */
const soundsAlike = (a: string, b: string): boolean => soundOf(a) === soundOf(b);
const soundOf = (word: string): string =>
  word
    .replace(/^(?:tr|ch)/, 'C')
    .replace(/^[sx]/, 'S')
    .replace(/^(?:gi|d|r|v)/, 'D')
    .replace(/^[ln](?!g)/, 'L')
    .replace(/y/g, 'i')
    .replace(/ng?h?$/, 'N')
    .replace(/[ct]$/, 'K');
