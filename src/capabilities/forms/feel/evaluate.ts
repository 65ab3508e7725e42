import { compileFeel, evaluateFeel, type Feel, holdsFeel } from '#capabilities/rules';
import type { Answers, Facts } from '../answers.ts';

/** What an expression sees: answers by the id of their question, facts under `fact`. */
export const feelContext = (answers: Answers, facts: Facts): Readonly<Record<string, unknown>> => ({
  ...answers,
  fact: facts,
});

const compiled = new Map<string, Feel | undefined>();
/** Texts of all live forms together are some hundreds; what a designer tries out must not pile up. */
const mostKept = 2_000;

function feelFor(text: string): Feel | undefined {
  if (compiled.has(text)) return compiled.get(text);
  if (compiled.size >= mostKept) compiled.clear();
  const outcome = compileFeel(text);
  const feel = outcome.ok ? outcome.value : undefined;
  compiled.set(text, feel);
  return feel;
}

export const isFeel = (text: string): boolean => feelFor(text) !== undefined;

/** Questions that the expression reads; none when it does not compile. */
export const namesInFeel = (text: string): readonly string[] =>
  (feelFor(text)?.variables ?? []).filter((name) => name !== 'fact');

/** Whether the expression is true; one that does not compile never is, and is not published. */
export function holdsInFeel(text: string, answers: Answers, facts: Facts): boolean {
  const feel = feelFor(text);
  return feel !== undefined && holdsFeel(feel, feelContext(answers, facts));
}

/** What the expression gives; undefined when it gives nothing. */
export function valueOfFeel(text: string, answers: Answers, facts: Facts): unknown {
  const feel = feelFor(text);
  return feel === undefined ? undefined : evaluateFeel(feel, feelContext(answers, facts));
}
