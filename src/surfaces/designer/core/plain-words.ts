const letter = /[\p{L}\p{N}]/u;

/** The text with a word, in whatever case, as another; what begins a sentence keeps its capital. */
function replaced(text: string, word: string, instead: string): string {
  const whole = text.normalize('NFC');
  const lower = whole.toLowerCase();
  const wanted = word.normalize('NFC').toLowerCase();
  let result = '';
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    if (letter.test(lower[at - 1] ?? ' ') || letter.test(lower[end] ?? ' ')) continue;
    const capital = whole[at] !== lower[at];
    result +=
      whole.slice(from, at) + (capital ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead);
    from = end;
  }
  return result + whole.slice(from);
}

/** Every Vietnamese text of a part with a word of the office in everyday words. */
export function withoutWord<T>(part: T, word: string, instead: string): T {
  if (Array.isArray(part)) return part.map((each) => withoutWord(each, word, instead)) as T;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key === 'vi' && typeof value === 'string'
        ? replaced(value, word, instead)
        : withoutWord(value, word, instead),
    ]),
  ) as T;
}
