import { type Finding, found } from '../finding.ts';
import { sentencesOf, syllables, textsOf } from '../texts.ts';
import type { PlainWord } from '../world.ts';

/** More than a listener keeps: one breath of spoken Vietnamese. */
export const mostSyllables = 25;

const letter = /[\p{L}\p{N}]/u;
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!letter.test(text[at - 1] ?? ' ') && !letter.test(text[at + word.length] ?? ' ')) return true;
  return false;
}

/** Missing English, long sentences, and words that only officials use. */
export function textFindings(content: unknown, words: readonly PlainWord[]): readonly Finding[] {
  const wanted = words.map((word) => ({ ...word, folded: word.say.normalize('NFC').toLowerCase() }));
  return textsOf(content).flatMap(({ at, text, official }) => {
    const findings: Finding[] = [];
    if ((text.en ?? '').trim() === '') findings.push(found('english-missing', at));
    if (official) return findings;
    // The longest of a text says what is to be done with it; a text of the record may hold thirty.
    const sentences = sentencesOf(text.vi).map((sentence) => ({ sentence, count: syllables(sentence) }));
    const longest = sentences.toSorted((a, b) => b.count - a.count)[0];
    if (longest !== undefined && longest.count > mostSyllables)
      findings.push(found('sentence-long', at, { ...longest, most: mostSyllables }));
    const vi = text.vi.normalize('NFC').toLowerCase();
    for (const { say, instead, folded } of wanted)
      if (holdsWord(vi, folded)) findings.push(found('officialese', at, { word: say, instead }));
    return findings;
  });
}
