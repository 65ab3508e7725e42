import type { Condition } from '#capabilities/forms';
import { compileFeel } from '#capabilities/rules';
import { done, type Outcome, refused } from '#kernel/outcome';
import { parseLogic } from './logic-parse.ts';

/**
 * A typed condition. What the plain words of conditions can say becomes one that lint looks through; other FEEL is kept as
 * it stands, when it compiles within its bounds.
 */
export function readLogic(text: string): Outcome<Condition | undefined> {
  const plain = parseLogic(text);
  if (plain.ok) return plain;
  return compileFeel(text.trim()).ok ? done({ feel: text.trim() }) : plain;
}

/** A typed formula, when it compiles within its bounds. */
export function readFormula(text: string): Outcome<string | undefined> {
  const typed = text.trim();
  if (typed === '') return done(undefined);
  return compileFeel(typed).ok ? done(typed) : refused({ code: 'formula-wrong' });
}
