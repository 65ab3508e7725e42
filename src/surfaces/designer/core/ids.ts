import { foldText } from '#kernel/text';

const mostLetters = 32;

/** `Họ, chữ đệm, tên` → `hoChuDemTen`: whole words, as many as stay short; a letter first. */
export function idFromLabel(label: string): string {
  const words = foldText(label)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let id = '';
  for (const word of words) {
    const next = id === '' ? word : id + word.charAt(0).toUpperCase() + word.slice(1);
    if (next.length > mostLetters && id !== '') break;
    id = next.slice(0, mostLetters);
  }
  return /^[a-z]/.test(id) ? id : `muc${id}`;
}

/** The id itself, or with the first number that nobody has: `hoTen`, `hoTen2`. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n++) if (!taken.has(`${wanted}${n}`)) return `${wanted}${n}`;
}

/** An id is the key of an answer: letters and digits, a letter first. */
export const isId = (text: string): boolean => /^[a-zA-Z][a-zA-Z0-9]{0,59}$/.test(text);
/** A person or block begins the ids of its questions: a small letter first, and shorter. */
export const isPrefix = (text: string): boolean => /^[a-z][a-zA-Z0-9]{0,39}$/.test(text);
