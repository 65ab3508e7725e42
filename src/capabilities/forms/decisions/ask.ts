import { decide } from '#capabilities/rules';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import type { Answers, Facts } from '../answers.ts';
import { caseOf } from '../case-of.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { type DecisionId, factName, factsFor } from './names.ts';
import { decisionsOf } from './ready.ts';

/**
 * A table that cannot decide. It is thrown through the pure rules, for there is no price that could be given instead, and becomes a
 * refusal at the first boundary (`attempt`).
 */
export class Undecided extends Error {
  readonly refusal: Refusal;
  constructor(decision: DecisionId, reason: string, details: Refusal['details'] = {}) {
    super(`The decision ${decision} failed: ${reason} ${JSON.stringify(details)}`);
    this.refusal = { code: 'decision-failed', details: { ...details, decision, reason } };
  }
}

/** The value, or the refusal `decision-failed` (details: `decision`, `reason`) where a table could not decide. */
export function attempt<T>(work: () => T): Outcome<T> {
  try {
    return done(work());
  } catch (thrown) {
    if (thrown instanceof Undecided) return refused(thrown.refusal);
    throw thrown;
  }
}

type Row = Readonly<Record<string, unknown>>;

/** What a table sees: answers by the id of their question, and the facts it may lean on. */
export function decisionContext(
  id: DecisionId,
  answers: Readonly<Record<string, unknown>>,
  facts: Facts,
  chosen: string | undefined,
): Row {
  const known = Object.fromEntries(
    factsFor[id].map((name) => [name, (name === 'case' ? chosen : facts[name]) ?? null]),
  );
  return { ...answers, ...known, [factName]: known };
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Letters of policies that give a list: there no row is an answer too. */
const collecting = new Set(['C', 'R', 'O']);

/**
 * Rows that a decision of the procedure gives; undefined where it has no such decision, null where no row hits in a table that
 * gives one.
 */
export function rowsOfDecision(
  definition: ProcedureDefinition,
  id: DecisionId,
  answers: Readonly<Record<string, unknown>>,
  facts: Facts,
): readonly Row[] | null | undefined {
  const ready = decisionsOf(definition);
  if (!ready) return undefined;
  if ('broken' in ready) throw new Undecided(id, ready.broken.code, ready.broken.details);
  const { decisions } = ready;
  const decision = decisions.byId.get(id);
  if (!decision) return undefined;
  const chosen = caseOf(definition, answers as Answers, facts);
  const outcome = decide(decisions, id, decisionContext(id, answers, facts, chosen));
  if (!outcome.ok) throw new Undecided(id, outcome.refusal.code, outcome.refusal.details);
  const { value } = outcome.value;
  if (value === null) {
    const policy = decisions.tables.find((table) => table.id === id)?.hitPolicy ?? '';
    return collecting.has(policy) ? [] : null;
  }
  const [only] = decision.outputs;
  return (Array.isArray(value) ? value : [value]).map((row: unknown): Row => {
    if (isRow(row)) return row;
    if (only === undefined || decision.outputs.length > 1) throw new Undecided(id, 'value-shape');
    return { [only]: row };
  });
}

/** Reads the columns of a row; what is of the wrong kind is a failure that names the column. */
export function reading(id: DecisionId, row: Row) {
  const wrong = (name: string): Undecided => {
    const value = JSON.stringify(row[name] ?? null).slice(0, 80);
    return new Undecided(id, 'value-wrong', { column: name, value });
  };
  return {
    wrong,
    text(name: string): string | undefined {
      const value = row[name] ?? undefined;
      if (value === undefined || value === '') return undefined;
      if (typeof value !== 'string') throw wrong(name);
      return value;
    },
    number(name: string): number | undefined {
      const value = row[name] ?? undefined;
      if (value === undefined) return undefined;
      if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(name);
      return value;
    },
    flag(name: string): boolean | undefined {
      const value = row[name] ?? undefined;
      if (value === undefined) return undefined;
      if (typeof value !== 'boolean') throw wrong(name);
      return value;
    },
  };
}
