import { RE2JS } from 're2js';
import { spelledForRe2 } from './ecma-pattern.ts';

/** A regular expression that costs at most time linear in the text. */
export interface LinearPattern {
  test(text: string): boolean;
  /** The pattern: Ajv tells patterns apart by it. */
  toString(): string;
}
const compiled = new Map<string, LinearPattern | undefined>();
/** Patterns of all forms together are some hundreds; what a designer tries out must not pile up. */
const mostKept = 1_000;
/** Longer ones are programs; counted repetition multiplies, so the size of the program is bounded too. */
const longest = 500;
const largestProgram = 5_000;

/**
 * A pattern in ECMAScript's spelling, without what needs backtracking (look-around, references back).
 * Undefined when there is no such pattern.
 */
export function linearPattern(text: string): LinearPattern | undefined {
  if (compiled.has(text)) return compiled.get(text);
  if (compiled.size >= mostKept) compiled.clear();
  const pattern = text.length > longest ? undefined : compile(text);
  compiled.set(text, pattern);
  return pattern;
}

function compile(text: string): LinearPattern | undefined {
  try {
    const pattern = RE2JS.compile(spelledForRe2(text));
    return pattern.programSize() > largestProgram
      ? undefined
      : { test: (value) => pattern.test(value), toString: () => text };
  } catch {
    return undefined;
  }
}
