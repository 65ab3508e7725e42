import { odd } from '../fault.ts';
import { type Budget, limits } from '../limits.ts';
import { isDelimiter, isRegular, isWhite } from './letters.ts';
import { readLiteral } from './strings.ts';
import { type PdfDict, type PdfName, type PdfRef, type PdfText, type PdfValue, ref } from './values.ts';

const numberShape = /^[+-]?(?:\d{1,12}(?:\.\d*)?|\.\d+)$/;
const words: Readonly<Record<string, null | boolean>> = { null: null, true: true, false: false };
const latin = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');

/** Reads values from bytes, strictly and within a budget; whatever has two readings is refused as `pdf-odd`. */
export class Reader {
  readonly bytes: Uint8Array;
  at: number;
  readonly #budget: Budget;

  constructor(bytes: Uint8Array, at: number, budget: Budget) {
    this.bytes = bytes;
    this.at = at;
    this.#budget = budget;
  }

  /** Steps over white space and comments. */
  skip(): void {
    const from = this.at;
    for (let byte = this.bytes[this.at]; byte !== undefined; byte = this.bytes[this.at]) {
      if (isWhite(byte)) this.at++;
      else if (byte === 0x25) this.#skipComment();
      else break;
    }
    this.#walk(this.at - from);
  }

  #skipComment(): void {
    for (let byte = this.bytes[this.at]; byte !== undefined && byte !== 10 && byte !== 13; )
      byte = this.bytes[++this.at];
  }

  #walk(octets: number): void {
    if (!this.#budget.walk(octets)) odd('too much to read');
  }

  /** The word that stands here, such as `obj`; it stays there. No word is longer than 32 letters: such a one is none. */
  peekWord(): string {
    let end = this.at;
    while (end < this.at + 32 && isRegular(this.bytes[end])) end++;
    return isRegular(this.bytes[end]) ? '' : latin(this.bytes, this.at, end);
  }

  /** Takes a word after white space, or refuses. */
  word(wanted: string): void {
    this.skip();
    if (this.peekWord() !== wanted) odd(`no ${wanted}`);
    this.at += wanted.length;
  }

  /** A whole number, not negative. */
  count(): number {
    this.skip();
    const word = this.peekWord();
    if (!/^\d{1,10}$/.test(word)) odd('no number');
    this.at += word.length;
    return Number(word);
  }

  value(depth = 0): PdfValue {
    if (depth > limits.depth) odd('too deep');
    if (!this.#budget.token()) odd('too much to read');
    this.skip();
    const byte = this.bytes[this.at];
    if (byte === 0x2f) return this.#name();
    if (byte === 0x28) return this.#literal();
    if (byte === 0x5b) return this.#array(depth);
    if (byte === 0x3c) return this.bytes[this.at + 1] === 0x3c ? this.#dict(depth) : this.#hex();
    return this.#bare();
  }

  #name(): PdfName {
    let end = this.at + 1;
    while (isRegular(this.bytes[end])) end++;
    if (end - this.at > 256) odd('a long name');
    const raw = latin(this.bytes, this.at + 1, end);
    this.at = end;
    const decoded = raw.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
    if (decoded.includes('\0') || /#(?![0-9A-Fa-f]{2})/.test(raw)) odd('an odd name');
    return { is: 'name', name: decoded };
  }

  #literal(): PdfText {
    const start = this.at;
    const { bytes, end } = readLiteral(this.bytes, start);
    this.at = end;
    this.#walk(end - start);
    return { is: 'text', bytes, hex: false, start, end };
  }

  #hex(): PdfText {
    const start = this.at;
    const end = this.bytes.indexOf(0x3e, start);
    if (end < 0) odd('a string without end');
    this.at = end + 1;
    this.#walk(this.at - start);
    let digits = latin(this.bytes, start + 1, end);
    if (/[^0-9A-Fa-f]/.test(digits)) digits = digits.replace(/[\0\t\n\f\r ]/g, '');
    if (/[^0-9A-Fa-f]/.test(digits)) odd('an odd string');
    const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
    return { is: 'text', bytes, hex: true, start, end: this.at };
  }

  #array(depth: number): PdfValue[] {
    this.at++;
    const values: PdfValue[] = [];
    for (this.skip(); this.bytes[this.at] !== 0x5d; this.skip()) values.push(this.value(depth + 1));
    this.at++;
    return values;
  }

  #dict(depth: number): PdfDict {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (this.skip(); this.bytes[this.at] !== 0x3e; this.skip()) {
      if (this.bytes[this.at] !== 0x2f) odd('a key that is no name');
      const { name } = this.#name();
      if (entries.has(name)) odd(`${name.slice(0, 40)} stands twice`);
      entries.set(name, this.value(depth + 1));
    }
    if (this.bytes[this.at + 1] !== 0x3e) odd('a dictionary without end');
    this.at += 2;
    return { is: 'dict', entries };
  }

  #bare(): PdfValue {
    const word = this.peekWord();
    if (Object.hasOwn(words, word)) {
      this.at += word.length;
      return words[word] ?? null;
    }
    if (!numberShape.test(word)) odd('no value');
    this.at += word.length;
    return /^\d{1,10}$/.test(word) ? (this.#reference(Number(word)) ?? Number(word)) : Number(word);
  }

  /** `12 0 R`, when that is what follows the number. */
  #reference(number: number): PdfRef | undefined {
    const back = this.at;
    this.skip();
    const generation = this.peekWord();
    if (/^\d{1,5}$/.test(generation)) {
      this.at += generation.length;
      this.skip();
      if (
        this.bytes[this.at] === 0x52 &&
        (isWhite(this.bytes[this.at + 1]) || isDelimiter(this.bytes[this.at + 1]))
      ) {
        this.at++;
        return ref(number, Number(generation));
      }
    }
    this.at = back;
    return undefined;
  }
}
