/** Codes of procedures that somebody typed or pasted, in their order; what is no code comes back to be named. */
export function codesIn(text: string): {
  readonly codes: readonly string[];
  readonly strange: readonly string[];
} {
  const words = text.split(/[\s,;]+/u).filter(Boolean);
  const isCode = (word: string) => /^\d\.\d{6}$/.test(word);
  return {
    codes: [...new Set(words.filter(isCode))],
    strange: words.filter((word) => !isCode(word)),
  };
}
