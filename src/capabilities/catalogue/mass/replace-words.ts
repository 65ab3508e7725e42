const isWordMark = (mark: string | undefined): boolean =>
  mark !== undefined && /[\p{L}\p{M}\p{N}]/u.test(mark);
const upper = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/**
 * Replaces whole words: `sở` does not touch `cơ sở vật chất` when `sở tư pháp` is sought. With `anyCase` the first letter may
 * be large at the head of a sentence, and stays large.
 */
export function replaceWords(text: string, from: string, to: string, anyCase = false): string {
  const sought = from.normalize('NFC');
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    const hit = next(text, sought, at, anyCase);
    if (hit === -1) break;
    const whole = !isWordMark(text[hit - 1]) && !isWordMark(text[hit + sought.length]);
    const large = anyCase && text.startsWith(upper(sought), hit) && !text.startsWith(sought, hit);
    found.push(text.slice(at, hit), whole ? (large ? upper(to) : to) : text.slice(hit, hit + sought.length));
    at = hit + sought.length;
  }
  return found.join('') + text.slice(at);
}

function next(text: string, sought: string, at: number, anyCase: boolean): number {
  const [plain, large] = [text.indexOf(sought, at), anyCase ? text.indexOf(upper(sought), at) : -1];
  if (plain === -1 || large === -1) return Math.max(plain, large);
  return Math.min(plain, large);
}

type Json = unknown;
const isText = (value: object): value is { readonly vi: string } =>
  'vi' in value && typeof value.vi === 'string';

/** The same value with `change` applied to the Vietnamese of every text in it; keys in `aside` stay as they are. */
export function mapTexts<T>(
  value: T,
  change: (vi: string) => string,
  aside: ReadonlySet<string> = new Set(),
): T {
  const walk = (each: Json): Json => {
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each !== 'object' || each === null) return each;
    if (isText(each)) return { ...each, vi: change(each.vi) };
    return Object.fromEntries(
      Object.entries(each).map(([key, inner]) => [key, aside.has(key) ? inner : walk(inner)]),
    );
  };
  return walk(value) as T;
}
