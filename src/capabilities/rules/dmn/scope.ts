import type { Refusal } from '#kernel/outcome';
import { type Callable, compileFeel, type Feel } from '../feel/feel.ts';
import type { Bound } from '../feel/function-bounds.ts';
import { limits } from '../feel/limits.ts';
import { type Dialect, normalName } from '../feel/syntax.ts';
import { type ModdleElement, word } from './parts.ts';
import type { Types } from './types.ts';

export type Context = Readonly<Record<string, unknown>>;

export interface Hits {
  readonly table: string;
  /** Numbers of the rows that hit, from 1. */
  readonly rows: readonly number[];
}

/** What one run leaves behind beside its value. A run is synchronous, so one ledger serves all runs of a file. */
export interface Ledger {
  hits: Hits[];
  refusal: Refusal | undefined;
}

/** What an expression inside a decision can see while it is made ready. */
export interface Scope {
  /** Decision or knowledge model, for sentences. */
  readonly owner: string;
  readonly known: Context;
  readonly callable: ReadonlyMap<string, Callable>;
  readonly types: Types;
  readonly ledger: Ledger;
  readonly problems: Refusal[];
  /** Names that come from outside of the file, gathered while it is made ready. */
  readonly reads: Set<string>;
  /** Inputs that the file declares: they come from outside too. */
  readonly declared: ReadonlySet<string>;
  readonly bounded: boolean;
}

/** A decision's logic made ready. */
export interface Boxed {
  readonly run: (context: Context) => unknown;
  readonly bound: Bound;
}

export const nothing: Boxed = { run: () => null, bound: { cost: 1, count: 1, size: 1 } };

export const problem = (scope: Scope, refusal: Refusal): void => {
  scope.problems.push({ ...refusal, details: { decision: scope.owner, ...refusal.details } });
};

const isFeelLanguage = (language: string | undefined): boolean =>
  language === undefined || /(^|\/)feel\/?$/i.test(language);

/** Text of a cell or expression as FEEL; undefined when it is empty or when a problem was written down. */
export function feelIn(
  element: ModdleElement | undefined,
  scope: Scope,
  where: Readonly<Record<string, string | number>>,
  dialect: Dialect = 'expression',
): Feel | undefined {
  const language = word(element, 'expressionLanguage');
  if (!isFeelLanguage(language)) {
    problem(scope, { code: 'dmn-language', details: { ...where, language: language ?? '' } });
    return undefined;
  }
  const text = word(element, 'text');
  if (text === undefined) return undefined;
  // Anything goes: as if the cell were empty.
  if (dialect === 'tests' && text === '-') return undefined;
  const { callable, bounded } = scope;
  const known = dialect === 'tests' ? { ...scope.known, '?': null } : scope.known;
  const compiled = compileFeel(text, { dialect, known, callable, bounded });
  if (compiled.ok) return noted(compiled.value, scope);
  problem(scope, { ...compiled.refusal, details: { ...where, ...compiled.refusal.details } });
  return undefined;
}

/** Writes down what it reads from outside, and adds what the interpreter's reading costs. */
function noted(feel: Feel, { known, reads, declared }: Scope): Feel {
  if (feel.variables.length > 0) {
    const own = new Set(Object.keys(known).map(normalName));
    for (const name of feel.variables) if (!own.has(name) || declared.has(name)) reads.add(name);
  }
  return feel.interpreted
    ? { ...feel, bound: { ...feel.bound, cost: feel.bound.cost + limits.reading } }
    : feel;
}

export const sumOfBounds = (parts: readonly Bound[]): Bound => ({
  cost: parts.reduce((sum, part) => sum + part.cost, 1),
  count: Math.max(1, parts.length, ...parts.map((part) => part.count)),
  size: parts.reduce((sum, part) => sum + part.size, 1),
});

/** Null for a value too large to be handed on; the run is then refused. */
export const tooLarge = (scope: Pick<Scope, 'owner' | 'ledger'>): null => {
  scope.ledger.refusal ??= { code: 'dmn-value-too-large', details: { decision: scope.owner } };
  return null;
};
