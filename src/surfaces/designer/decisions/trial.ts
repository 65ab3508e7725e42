import { type DecisionId, factsFor, isDecisionId } from '#capabilities/forms';
import type { DecisionResult, DecisionShape, FeelWorker } from '#capabilities/rules';
import type { Outcome } from '#kernel/outcome';
import { type Fields, textOf } from '../core/fields.ts';

/** Names of the fields of values to try: `v-soTrang`. */
export const valueName = (name: string): string => `v-${name}`;
const fact = 'fact';

/** Names that must be given to decide a table: its own and those of the tables it leans on. */
export function askedBy(shapes: readonly DecisionShape[], id: string): readonly string[] {
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const met = new Set([id]);
  for (const each of met) for (const need of byId.get(each)?.needs ?? []) met.add(need);
  const names = new Set([...met].flatMap((each) => byId.get(each)?.asks ?? []));
  // Under `fact` stand the facts that this table may know.
  if (names.delete(fact)) for (const name of factsFor[ofTable(id)]) names.add(name);
  return [...names].sort();
}
const ofTable = (id: string): DecisionId => (isDecisionId(id) ? id : 'fees');

/** What was typed as a value: a number, yes or no, JSON in brackets, several texts with `;` between, else text. */
export function valueOf(text: string): unknown {
  if (text === '') return null;
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^[[{"]/.test(text))
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return text;
    }
  return text.includes(';')
    ? text
        .split(';')
        .map((part) => part.trim())
        .filter(Boolean)
    : text;
}

export interface Trial {
  readonly names: readonly string[];
  readonly typed: Readonly<Record<string, string>>;
  readonly decided: Outcome<DecisionResult> | undefined;
  readonly expression: string;
  readonly evaluated: Outcome<unknown> | undefined;
  /** Rows of the chosen table that hit, from 1. */
  readonly rows: readonly number[];
}

/** Tries values in the thread of drafts; nothing is stored. */
export async function trialOf(
  tables: FeelWorker,
  file: {
    readonly xml: string;
    readonly shapes: readonly DecisionShape[];
    readonly table: string;
    readonly name: string;
  },
  query: Fields,
): Promise<Trial> {
  const names = askedBy(file.shapes, file.table);
  const typed = Object.fromEntries(names.map((name) => [name, textOf(query, valueName(name))]));
  const expression = textOf(query, 'feel');
  const values = Object.fromEntries(names.map((name) => [name, valueOf(typed[name] ?? '')]));
  const context = { ...values, [fact]: values };
  const asked = textOf(query, 'thu') !== '';
  const decided =
    asked && file.shapes.length > 0 ? await tables.decide(file.xml, file.table, context) : undefined;
  const evaluated = asked && expression !== '' ? await tables.evaluate(expression, context) : undefined;
  const hits = decided?.ok ? decided.value.hits : [];
  return {
    names,
    typed,
    decided,
    expression,
    evaluated,
    rows: hits.filter(({ table }) => table === file.name).flatMap(({ rows }) => rows),
  };
}
