/**
 * The code by which somebody pays: eleven characters of chance and a check character, in Crockford's base 32, whose
 * letters leave out I, L, O and U. It is said on the telephone, typed by strangers, and written into the words of a bank
 * transfer, where banks add and cut; so a code that was misread must be known as no code.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const chance = 11;
const codeShape = new RegExp(`^[${alphabet}]{${chance + 1}}$`);
/** Stands before a code wherever there are other words. */
const prefix = 'MC';

/**
 * One step of the check: the sum so far times α, plus the next character, in the field of 32 elements (α⁵ = α² + 1).
 * α has order 31, so each of twelve places weighs differently: every wrong character and every exchange of two
 * different characters, neighbours or not, changes the sum.
 */
const step = (sum: number, value: number): number => (sum << 1) ^ (sum & 16 ? 0b100101 : 0) ^ value;

const sumOf = (characters: string): number =>
  Array.from(characters, (character) => alphabet.indexOf(character)).reduce(step, 0);

/** A new code, e.g. `7K3Q9ZPM2C4E`: 55 bits of chance. @param random gives so many random bytes. */
export function newPaymentCode(random: (bytes: number) => Uint8Array): string {
  // 32 divides 256, so every character is as likely as any other.
  const drawn = Array.from(random(chance), (byte) => alphabet.charAt(byte & 31)).join('');
  return drawn + alphabet.charAt(step(sumOf(drawn), 0));
}

/** Whether a text is a code in its stored form, with the right check character. */
export const isPaymentCode = (text: string): boolean => codeShape.test(text) && sumOf(text) === 0;

/** What people write for characters that the alphabet leaves out (Crockford). */
const folded = (text: string): string => text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');

/** The code that somebody typed, in its stored form: in any case, grouped or not, with or without the prefix. */
export function readPaymentCode(typed: string): string | undefined {
  if (typed.length > 60) return undefined;
  const bare = folded(typed.replace(/[\s.-]/g, ''));
  const code = bare.length > chance + 1 && bare.startsWith(prefix) ? bare.slice(prefix.length) : bare;
  return isPaymentCode(code) ? code : undefined;
}

/** `7K3Q-9ZPM-2C4E`, as people read it. */
export const formatPaymentCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? '';

/** Words of a transfer that carry the code: 14 letters and digits, of 25 that a transfer may have. */
export const transferWords = (code: string): string => prefix + code;

/** In one piece, whatever stands around it; the look ahead lets one find begin inside another. */
const inOnePiece = /MC(?=([0-9A-TV-Z]{12}))/g;
/** In pieces, as grouped by people or broken by a bank; then it begins and ends where words do. */
const inPieces = /(?<![0-9A-Z])M[\s._/-]{0,3}C(?=((?:[\s._/-]{0,3}[0-9A-TV-Z]){12})(?![0-9A-Z]))/g;

/**
 * The code in the words of a transfer as banks hand them on: in any case, with dots and blanks inside, between numbers
 * and names of the bank. None where it was cut, and none where two different codes stand: a human decides then.
 */
export function codeInWords(words: string): string | undefined {
  const text = words.slice(0, 1000).toUpperCase();
  const found = new Set<string>();
  for (const shape of [inOnePiece, inPieces])
    for (const [, letters = ''] of text.matchAll(shape)) {
      const code = folded(letters.replace(/[^0-9A-Z]/g, ''));
      if (isPaymentCode(code)) found.add(code);
    }
  const [code, other] = found;
  return other === undefined ? code : undefined;
}
