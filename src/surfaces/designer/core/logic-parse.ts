import type { Condition } from '#capabilities/forms';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';

/** Longer than any condition that a person can still read. */
const longest = 2000;
const deepest = 20;
const word = /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)|(>=|<=|!=|[=<>(),])|([\p{L}_][\p{L}\p{N}_.]*))/uy;

interface Token {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'sign' | 'name' | 'end';
  /** Counted from 1, as the person sees it. */
  readonly at: number;
}

class Stuck extends Error {
  readonly refusal: Refusal;
  constructor(code: string, { text, at }: Token) {
    super(code);
    this.refusal = { code, details: { at, near: text } };
  }
}

function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  let from = 0;
  while (text.slice(from).trim() !== '') {
    word.lastIndex = from;
    const match = word.exec(text);
    const at = from + (/\S/.exec(text.slice(from))?.index ?? 0) + 1;
    if (!match) throw new Stuck('logic-letter', { text: text.charAt(at - 1), kind: 'sign', at });
    const [whole, quoted, number, sign] = match;
    const kind = quoted ? 'text' : number ? 'number' : sign ? 'sign' : 'name';
    found.push({ text: whole.trim(), kind, at });
    from = word.lastIndex;
  }
  return [...found, { text: '', kind: 'end', at: text.length + 1 }];
}

type Scalar = string | number | boolean;
const bounds = { '>': 'gt', '>=': 'gte', '<': 'lt', '<=': 'lte' } as const;
const measures = { 'age on': 'age', 'days since': 'days' } as const;

/** Reads what `logicText` writes, and what people type like it. Nothing typed means no condition. */
export function parseLogic(text: string): Outcome<Condition | undefined> {
  if (text.trim() === '') return done(undefined);
  if (text.length > longest) return refused({ code: 'logic-long', details: { most: longest } });
  try {
    return done(new Reader(tokens(text)).whole());
  } catch (stuck) {
    if (stuck instanceof Stuck) return refused(stuck.refusal);
    throw stuck;
  }
}

class Reader {
  #next = 0;
  readonly #tokens: readonly Token[];
  constructor(all: readonly Token[]) {
    this.#tokens = all;
  }

  whole(): Condition {
    const condition = this.#any(0);
    if (this.#peek().kind !== 'end') throw new Stuck('logic-rest', this.#peek());
    return condition;
  }
  #peek(): Token {
    return this.#tokens[this.#next] ?? { text: '', kind: 'end', at: 0 };
  }
  #take(): Token {
    const token = this.#peek();
    this.#next++;
    return token;
  }
  #when(text: string): boolean {
    const token = this.#peek();
    const met = token.text === text && token.kind !== 'text';
    if (met) this.#next++;
    return met;
  }
  #must(text: string): void {
    if (!this.#when(text)) throw new Stuck(text === ')' ? 'logic-bracket' : 'logic-sign', this.#peek());
  }

  #any(depth: number): Condition {
    const parts = [this.#all(depth)];
    while (this.#when('or')) parts.push(this.#all(depth));
    const [only] = parts;
    return parts.length === 1 && only ? only : { any: parts };
  }
  #all(depth: number): Condition {
    const parts = [this.#one(depth)];
    while (this.#when('and')) parts.push(this.#one(depth));
    const [only] = parts;
    return parts.length === 1 && only ? only : { all: parts };
  }
  #one(depth: number): Condition {
    if (depth > deepest) throw new Stuck('logic-deep', this.#peek());
    const negated = this.#when('not');
    if (negated || this.#peek().text === '(') {
      this.#must('(');
      const inner = this.#any(depth + 1);
      this.#must(')');
      return negated ? { not: inner } : inner;
    }
    return this.#comparison();
  }

  #comparison(): Condition {
    const name = this.#take();
    if (name.kind !== 'name') throw new Stuck('logic-name', name);
    const measure = `${name.text} ${this.#peek().text}`;
    if (measure in measures) return this.#measured(measures[measure as keyof typeof measures]);
    const fact = name.text.startsWith('fact.') ? name.text.slice('fact.'.length) : undefined;
    if (this.#when('in')) {
      this.#must('(');
      const values = [this.#scalar()];
      while (this.#when(',')) values.push(this.#scalar());
      this.#must(')');
      return fact === undefined ? { q: name.text, in: values } : { fact, in: values };
    }
    const sign = this.#take();
    if (sign.text === '=' || sign.text === '!=') {
      const equal = sign.text === '=';
      if (fact === undefined && this.#when('null')) return { q: name.text, answered: !equal };
      const is = this.#scalar();
      const same: Condition = fact === undefined ? { q: name.text, is } : { fact, is };
      return equal ? same : { not: same };
    }
    if (!(sign.text in bounds) || fact !== undefined) throw new Stuck('logic-sign', sign);
    const bound = bounds[sign.text as keyof typeof bounds];
    const other = this.#peek();
    if (other.kind === 'name') return { q: name.text, [bound]: { q: this.#take().text } };
    const value = this.#scalar();
    if (typeof value === 'boolean') throw new Stuck('logic-value', other);
    return { q: name.text, [bound]: value };
  }

  #measured(what: 'age' | 'days'): Condition {
    this.#take();
    this.#must('(');
    const name = this.#take();
    if (name.kind !== 'name') throw new Stuck('logic-name', name);
    this.#must(',');
    this.#must('fact.today');
    this.#must(')');
    const sign = this.#take();
    if (!(sign.text in bounds)) throw new Stuck('logic-sign', sign);
    const number = this.#take();
    if (number.kind !== 'number') throw new Stuck('logic-value', number);
    const bound = { [bounds[sign.text as keyof typeof bounds]]: Number(number.text) };
    return what === 'age' ? { q: name.text, age: bound } : { q: name.text, days: bound };
  }

  #scalar(): Scalar {
    const token = this.#take();
    if (token.kind === 'text') return token.text.slice(1, -1).replace(/\\(.)/g, '$1');
    if (token.kind === 'number') return Number(token.text);
    if (token.text === 'true' || token.text === 'false') return token.text === 'true';
    throw new Stuck('logic-value', token);
  }
}
