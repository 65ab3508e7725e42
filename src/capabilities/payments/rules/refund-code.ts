import { isPaymentCode, readPaymentCode } from './code.ts';

/** Stands before the code of a refund in the words of its payment order, as `MC` stands before that of a payment. */
const prefix = 'HP';

/** `HP7K3Q9ZPM2C4E`: 14 letters and digits. */
export const refundWords = (code: string): string => prefix + code;

/** The code that stands in an address or was typed, with or without its prefix. */
export function readRefundCode(typed: string): string | undefined {
  const bare = typed.trim().toUpperCase();
  return readPaymentCode(bare.length > 12 && bare.startsWith(prefix) ? bare.slice(prefix.length) : bare);
}

const inOnePiece = /HP(?=([0-9A-HJKMNP-TV-Z]{12}))/g;

/** The codes of refunds in the words of a transfer, each once; one that was cut is none. */
export function refundCodesInWords(words: string): readonly string[] {
  // Banks put blanks and dots into words; the check character keeps what merely looks like a code out.
  const text = words
    .slice(0, 1000)
    .toUpperCase()
    .replace(/[\s._/-]/g, '');
  const found = new Set<string>();
  for (const [, code = ''] of text.matchAll(inOnePiece)) if (isPaymentCode(code)) found.add(code);
  return [...found];
}

/** The one code of a refund in the words of a transfer; none where two different ones stand. */
export function refundCodeInWords(words: string): string | undefined {
  const [code, other] = refundCodesInWords(words);
  return other === undefined ? code : undefined;
}
