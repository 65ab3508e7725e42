import { ageOn, daysAgo } from './ages.ts';
import { type Answers, type AnswerValue, type Facts, isAddress } from './answers.ts';
import { holdsInFeel, namesInFeel } from './feel/evaluate.ts';
import { renamedFeel } from './feel/names.ts';

export type Scalar = string | number | boolean;
type Operand = number | string | { readonly q: string };
/** Bounds of a measured number: all that are given must hold. */
export interface Bounds<T> {
  readonly gt?: T;
  readonly gte?: T;
  readonly lt?: T;
  readonly lte?: T;
}
/**
 * A question to the answers and facts, answered yes or no. An absent answer makes every comparison false (so `not`
 * of it is true). `q` may look into an address (`noiCuTru.commune`). `feel` says it as a FEEL expression over the answers
 * by id and `fact`; what is not true does not hold.
 */
export type Condition =
  | { readonly q: string; readonly is: Scalar }
  | { readonly q: string; readonly in: readonly Scalar[] }
  | { readonly q: string; readonly answered: boolean }
  | ({ readonly q: string } & Bounds<Operand>)
  | { readonly q: string; readonly age: Bounds<number> }
  | { readonly q: string; readonly days: Bounds<number> }
  | { readonly fact: string; readonly is: Scalar }
  | { readonly fact: string; readonly in: readonly Scalar[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly feel: string };

/** The answer at a key, or at a part of an address. */
export function answerAt(answers: Answers, key: string): AnswerValue | undefined {
  const own = Object.hasOwn(answers, key) ? answers[key] : undefined;
  if (own !== undefined) return own;
  const dot = key.indexOf('.');
  if (dot < 0) return undefined;
  const whole = Object.hasOwn(answers, key.slice(0, dot)) ? answers[key.slice(0, dot)] : undefined;
  if (!isAddress(whole)) return undefined;
  return (whole as unknown as Answers)[key.slice(dot + 1)];
}

const equals = (value: AnswerValue | undefined, wanted: Scalar): boolean =>
  Array.isArray(value) ? (value as readonly unknown[]).includes(wanted) : value === wanted;

/** Dates of different precision are compared as far as both are known. */
function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== 'string' || typeof b !== 'string') return Number.NaN;
  const length = Math.min(a.length, b.length);
  const [x, y] = [a.slice(0, length), b.slice(0, length)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function within<T>(bounds: Bounds<T>, against: (bound: T) => number): boolean {
  if (bounds.gt !== undefined && !(against(bounds.gt) > 0)) return false;
  if (bounds.gte !== undefined && !(against(bounds.gte) >= 0)) return false;
  if (bounds.lt !== undefined && !(against(bounds.lt) < 0)) return false;
  return bounds.lte === undefined || against(bounds.lte) <= 0;
}

function measured(
  value: AnswerValue | undefined,
  facts: Facts,
  measure: (date: string, today: string) => number,
  bounds: Bounds<number>,
): boolean {
  if (typeof value !== 'string' || typeof facts['today'] !== 'string') return false;
  const number = measure(value, facts['today']);
  return Number.isFinite(number) && within(bounds, (bound) => number - bound);
}

function holdsForAnswer(
  condition: Extract<Condition, { q: string }>,
  answers: Answers,
  facts: Facts,
): boolean {
  const value = answerAt(answers, condition.q);
  if ('is' in condition) return equals(value, condition.is);
  if ('in' in condition) return condition.in.some((wanted) => equals(value, wanted));
  if ('answered' in condition) return (value !== undefined) === condition.answered;
  if ('age' in condition) return measured(value, facts, ageOn, condition.age);
  if ('days' in condition) return measured(value, facts, daysAgo, condition.days);
  if (typeof value !== 'number' && typeof value !== 'string') return false;
  return within(condition, (operand) => {
    const other = typeof operand === 'object' ? answerAt(answers, operand.q) : operand;
    return typeof other === 'number' || typeof other === 'string' ? compare(value, other) : Number.NaN;
  });
}

/** Whether the condition holds; an absent condition always does. */
export function holds(condition: Condition | undefined, answers: Answers, facts: Facts = {}): boolean {
  if (condition === undefined) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, answers, facts));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers, facts));
  if ('not' in condition) return !holds(condition.not, answers, facts);
  if ('feel' in condition) return holdsInFeel(condition.feel, answers, facts);
  if ('fact' in condition) {
    const value = facts[condition.fact];
    return 'is' in condition
      ? equals(value, condition.is)
      : condition.in.some((wanted) => equals(value, wanted));
  }
  return holdsForAnswer(condition, answers, facts);
}

/** Keys of all questions that a condition looks at, without the part of an address. */
export function questionsIn(condition: Condition | undefined): readonly string[] {
  if (condition === undefined || 'fact' in condition) return [];
  if ('all' in condition) return condition.all.flatMap(questionsIn);
  if ('any' in condition) return condition.any.flatMap(questionsIn);
  if ('not' in condition) return questionsIn(condition.not);
  if ('feel' in condition) return namesInFeel(condition.feel);
  const others = Object.values(condition).flatMap((part) =>
    typeof part === 'object' && part !== null && 'q' in part ? [String(part.q)] : [],
  );
  return [condition.q, ...others].map((key) => key.split('.')[0] ?? key);
}

/** The condition with its questions under other names; the part of an address stays. */
export function renamedQuestions(condition: Condition, rename: (id: string) => string): Condition {
  const each = (part: Condition) => renamedQuestions(part, rename);
  if ('all' in condition) return { all: condition.all.map(each) };
  if ('any' in condition) return { any: condition.any.map(each) };
  if ('not' in condition) return { not: each(condition.not) };
  if ('feel' in condition) return { feel: renamedFeel(condition.feel, rename) };
  if ('fact' in condition) return condition;
  const key = (q: string) => q.replace(/^[^.]*/, rename);
  const bounds = Object.entries(condition).map(([name, part]) => [
    name,
    typeof part === 'object' && part !== null && 'q' in part ? { q: key(String(part.q)) } : part,
  ]);
  return { ...Object.fromEntries(bounds), q: key(condition.q) } as Condition;
}
