import { done, type Outcome, refused } from '#kernel/outcome';

/** Proofs are a few kB; what is longer is none. */
const mostLetters = 1_000_000;
const lineLetters = 76;
const word = '%motcua-proof ';
/** Letters from the end in which a block stands whole, and those in which `startxref` stands with its number. */
const blockTail = mostLetters + (mostLetters / lineLetters) * (word.length + 2);
const endTail = 256;
/** How a finished PDF ends (ISO 32000-2, 7.5.5), with one end of line behind it at most. */
const ending = /startxref[\r\n \t]+(\d{1,10})[\r\n \t]+%%EOF(?:\r\n|\n|\r)?$/;
const endingOfBlock = /\n%motcua-proof [^\n]*\nstartxref\n\d{1,10}\n%%EOF\n$/;

/** Octets as letters, one each, and back. */
function lettersOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
const octetsOf = (letters: string): Uint8Array => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
const tailOf = (bytes: Uint8Array, letters: number): string =>
  lettersOf(bytes.subarray(Math.max(0, bytes.length - letters)));

/** @param before how the file ends to which the block is put. */
function blockAfter(before: string, text: string): string | undefined {
  const start = ending.exec(before.slice(-endTail))?.[1];
  const letters = btoa(lettersOf(new TextEncoder().encode(text)));
  if (start === undefined || letters === '' || letters.length > mostLetters) return undefined;
  const lines = letters.match(/.{1,76}/g) ?? [];
  return `\n${lines.map((line) => `${word}${line}\n`).join('')}startxref\n${start}\n%%EOF\n`;
}

/**
 * Puts a text at the end of a finished PDF, as comments which no program shows. The block begins with an end of line of its
 * own, whatever the file ends with, so that the file is found again octet by octet. Refused as `carry-odd` when the file does
 * not end as a PDF does, or the text is empty or too long; as `carry-twice` when a proof stands there.
 */
export function carryProof(pdf: Uint8Array, text: string): Outcome<Uint8Array> {
  const before = tailOf(pdf, endTail);
  if (endingOfBlock.test(before)) return refused({ code: 'carry-twice' });
  const block = blockAfter(before, text);
  if (block === undefined) return refused({ code: 'carry-odd' });
  const whole = new Uint8Array(pdf.length + block.length);
  whole.set(pdf);
  whole.set(octetsOf(block), pdf.length);
  return done(whole);
}

export interface Carried {
  /** Of the file without the block. */
  readonly octets: number;
  readonly text: string;
}

/**
 * The text at the end of a PDF. Only what `carryProof` would have written counts, to the octet: nothing else behind a file is
 * passed over.
 */
export function carriedProof(bytes: Uint8Array): Carried | undefined {
  if (!endingOfBlock.test(tailOf(bytes, endTail))) return undefined;
  const tail = tailOf(bytes, blockTail + 2 * endTail);
  let at = tail.lastIndexOf('\nstartxref\n') + 1;
  const lines: string[] = [];
  for (;;) {
    const from = tail.lastIndexOf('\n', at - 2) + 1;
    if (!tail.startsWith(word, from)) break;
    lines.push(tail.slice(from + word.length, at - 1));
    at = from;
  }
  const before = tail.slice(0, at - 1);
  const text = textIn(lines.toReversed().join(''));
  if (text === undefined || endingOfBlock.test(before.slice(-endTail))) return undefined;
  const block = tail.slice(at - 1);
  return blockAfter(before, text) === block ? { octets: bytes.length - block.length, text } : undefined;
}

function textIn(letters: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octetsOf(atob(letters)));
  } catch {
    return undefined;
  }
}
