import { foldText } from '#kernel/text';

/** Folded words of a text; a full stop counts only inside numbers (codes). */
export const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(' ')
    .flatMap((word) => (/^[\d.]+$/.test(word) ? [word] : word.split('.')))
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter((word) => word !== '');

const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** One word with its marks, the tone moved to the end: "hòa" and "hoà" are one key, "hoa" is another. */
export const toneKey = (word: string): string => {
  const parts = word.toLowerCase().normalize('NFD');
  return parts.replace(toneMark, '') + (parts.match(toneMark)?.join('') ?? '');
};

export const markedWordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .map(toneKey);

/** Telex keys typed with the input method off: "ddawng" → "dang", "kys" → "ky". */
export function withoutTelex(word: string): string {
  return word
    .replace(/([aeiouy][a-z]*)[sfrxj]$/, '$1')
    .replace(/dd/g, 'd')
    .replace(/aa|aw/g, 'a')
    .replace(/ee/g, 'e')
    .replace(/oo|ow/g, 'o')
    .replace(/uw/g, 'u')
    .replace(/w/g, 'u');
}

/** Edits (insert, delete, change, swap of neighbours) between two words, or `limit + 1` when more are needed. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
