import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import type { Callable } from '../feel/feel.ts';
import { limits } from '../feel/limits.ts';
import { normalName } from '../feel/syntax.ts';
import { toJson } from '../feel/temporal.ts';
import { fits } from '../feel/values.ts';
import { compileBoxed, compileFunction } from './boxed.ts';
import { kindOf, type ModdleElement, many, nameOf, one, target, variableOf, word } from './parts.ts';
import type { DmnModel } from './read.ts';
import { type Boxed, type Context, type Hits, type Ledger, problem, type Scope, tooLarge } from './scope.ts';
import { outputNames } from './table.ts';
import { readTables, type TableText } from './table-text.ts';
import { type Types, typesOf } from './types.ts';

interface Input {
  readonly name: string;
  readonly type: string | undefined;
}
interface Decision {
  readonly id: string;
  readonly name: string;
  readonly variable: string;
  readonly type: string | undefined;
  readonly needs: readonly string[];
  /** Names it reads that nothing in the file gives. */
  readonly reads: readonly string[];
  readonly inputs: readonly Input[];
  /** Names of its output columns; older files read a decision by them. */
  readonly outputs: readonly string[];
  readonly logic: Boxed;
}

/** A file of decisions made ready. */
export interface Decisions {
  readonly names: readonly string[];
  /** Declared inputs; others may be read too. */
  readonly inputs: readonly string[];
  readonly byId: ReadonlyMap<string, Decision>;
  /** Its tables as text, for whoever shows them. */
  readonly tables: readonly TableText[];
  readonly types: Types;
  readonly ledger: Ledger;
}

export interface DecisionResult {
  /** JSON: one value, a context of the output columns, or a list of either; null when nothing hit. */
  readonly value: unknown;
  /** Tables that were asked, in order, with the rows that hit. */
  readonly hits: readonly Hits[];
}

const executed = new Set(['Decision', 'InputData', 'BusinessKnowledgeModel', 'KnowledgeSource']);

/** All problems of a file at once, for whoever is drawing it; none means that `compileDecisions` succeeds. */
export const checkDecisions = (model: DmnModel): readonly Refusal[] => build(model, true).problems;

/**
 * Makes all decisions of a file ready. Refused by name: elements that we do not execute (`dmn-not-executed`), other languages than
 * FEEL (`dmn-language`), circles (`dmn-circle`), every cell that FEEL refuses, with decision, row and column, and what all its
 * cells together make too dear (`dmn-too-costly`).
 * `bounded` false leaves costs to a clock.
 */
export function compileDecisions(model: DmnModel, { bounded = true } = {}): Outcome<Decisions> {
  const { decisions, problems } = build(model, bounded);
  return problems[0] ? refused(problems[0]) : done(decisions);
}

function build(model: DmnModel, bounded: boolean): { decisions: Decisions; problems: readonly Refusal[] } {
  const { definitions } = model;
  const types = typesOf(definitions);
  const ledger: Ledger = { hits: [], refusal: undefined };
  const problems: Refusal[] = [];
  const elements = new Map(
    many(definitions, 'drgElement').map((one) => [word(one, 'id') ?? nameOf(one), one]),
  );
  const byId = new Map<string, Decision>();
  const models = new Map<string, Callable>();
  const open = new Set<string>();

  const bare: Scope = {
    owner: '',
    known: {},
    callable: new Map(),
    types,
    ledger,
    problems,
    reads: new Set(),
    declared: new Set(),
    bounded,
  };
  for (const element of many(definitions, 'import'))
    problem(bare, { code: 'dmn-not-executed', details: { element: `import ${nameOf(element)}` } });

  const required = (of: ModdleElement, list: string, property: string): readonly ModdleElement[] =>
    many(of, list).flatMap((requirement) => {
      const id = target(one(requirement, property));
      if (id === undefined) return [];
      const element = elements.get(id);
      if (!element) problem({ ...bare, owner: nameOf(of) }, { code: 'dmn-reference', details: { id } });
      return element ? [element] : [];
    });

  /** Knowledge models that an element may call, each made ready first. */
  function callables(of: ModdleElement): Map<string, Callable> {
    const found = new Map<string, Callable>();
    for (const element of required(of, 'knowledgeRequirement', 'requiredKnowledge')) {
      make(element);
      const callable = models.get(word(element, 'id') ?? '');
      if (callable) found.set(variableOf(element), callable);
    }
    return found;
  }

  function makeDecision(element: ModdleElement, id: string): void {
    const inputs = required(element, 'informationRequirement', 'requiredInput').map((input) => ({
      name: variableOf(input),
      type: word(one(input, 'variable'), 'typeRef'),
    }));
    const needed = required(element, 'informationRequirement', 'requiredDecision');
    for (const need of needed) make(need);
    const needs = needed.map((need) => word(need, 'id') ?? nameOf(need));
    const known = Object.fromEntries([
      ...inputs.map(({ name, type }) => [name, types.shape(type)] as const),
      ...needs.flatMap((need) => {
        const before = byId.get(need);
        return before ? namesFor(before).map((name) => [name, types.shape(before.type)] as const) : [];
      }),
    ]);
    const logicOf = one(element, 'decisionLogic');
    const reads = new Set<string>();
    const scope = {
      ...bare,
      owner: nameOf(element),
      known,
      reads,
      declared: new Set(inputs.map(({ name }) => normalName(name))),
      callable: callables(element),
    };
    const logic = compileBoxed(logicOf, scope);
    byId.set(id, {
      id,
      name: nameOf(element),
      variable: variableOf(element),
      type: word(one(element, 'variable'), 'typeRef') ?? word(logicOf, 'typeRef'),
      needs,
      reads: [...reads].sort(),
      inputs,
      outputs: logicOf && kindOf(logicOf) === 'DecisionTable' ? outputNames(logicOf) : [],
      logic,
    });
  }

  function make(element: ModdleElement): void {
    const id = word(element, 'id') ?? nameOf(element);
    if (byId.has(id) || models.has(id)) return;
    const scope = { ...bare, owner: nameOf(element) };
    if (open.has(id)) return problem(scope, { code: 'dmn-circle' });
    open.add(id);
    const kind = kindOf(element);
    if (kind === 'Decision') makeDecision(element, id);
    else if (kind === 'BusinessKnowledgeModel') {
      const logic = one(element, 'encapsulatedLogic');
      const made = logic && compileFunction(logic, { ...scope, callable: callables(element) });
      if (made) models.set(id, made);
    } else if (!executed.has(kind)) problem(scope, { code: 'dmn-not-executed', details: { element: kind } });
    open.delete(id);
  }

  for (const element of elements.values()) make(element);
  if (bounded)
    for (const decision of byId.values())
      if (costOf(decision, byId) > limits.decision)
        problem(
          { ...bare, owner: decision.name },
          { code: 'dmn-too-costly', details: { limit: limits.decision } },
        );
  const inputs = [...elements.values()].filter((one) => kindOf(one) === 'InputData').map(variableOf);
  const names = [...byId.values()].map((decision) => decision.name);
  return { decisions: { names, inputs, byId, tables: readTables(model), types, ledger }, problems };
}

/** Steps of a decision and of all that it needs, each decided once. */
function costOf(decision: Decision, byId: ReadonlyMap<string, Decision>): number {
  const met = new Set([decision.id]);
  for (const id of met) for (const need of byId.get(id)?.needs ?? []) met.add(need);
  return [...met].reduce((sum, id) => sum + (byId.get(id)?.logic.bound.cost ?? 0), 0);
}

export interface DecisionShape {
  readonly id: string;
  readonly name: string;
  /** Ids of decisions it leans on. */
  readonly needs: readonly string[];
  /** Names that its cells read and that must be handed in. */
  readonly asks: readonly string[];
  /** Columns of a table; empty for other logic. */
  readonly outputs: readonly string[];
}

/** What each decision leans on and gives, without deciding anything. */
export const shapesOf = ({ byId }: Decisions): readonly DecisionShape[] =>
  [...byId.values()].map(({ id, name, needs, reads, outputs }) => ({
    id,
    name,
    needs,
    asks: reads,
    outputs,
  }));

const namesFor = (decision: Decision): readonly string[] => [
  ...new Set([decision.variable, decision.name, decision.id, ...decision.outputs]),
];

/** How a decision is read by those that need it: by its own names, and by those of its output columns. */
function readings(decision: Decision, value: unknown): Context {
  const columns = decision.outputs.map((name) => {
    const cell = (of: unknown): unknown =>
      decision.outputs.length === 1 ? of : ((of as Context | null)?.[name] ?? null);
    return [name, Array.isArray(value) ? value.map(cell) : cell(value)] as const;
  });
  const own = [decision.id, decision.name, decision.variable].map((name) => [name, value] as const);
  return Object.fromEntries([...columns, ...own]);
}

/**
 * Decides by name (or id) from a context of JSON values; decisions that it needs are decided first. Refusals: `dmn-no-decision`,
 * `dmn-overlap` and `dmn-any-differs` (with the rows), `dmn-input-not-allowed` (with the column), `dmn-value-too-large`.
 */
export function decide(decisions: Decisions, name: string, context: Context): Outcome<DecisionResult> {
  const wanted = decisions.byId.get(name) ?? [...decisions.byId.values()].find((one) => one.name === name);
  if (!wanted) return refused({ code: 'dmn-no-decision', details: { name } });
  const { types, ledger } = decisions;
  ledger.hits = [];
  ledger.refusal = undefined;
  const known = new Map<string, unknown>();
  const valueOf = (decision: Decision): unknown => {
    if (known.has(decision.id)) return known.get(decision.id);
    const inner: Record<string, unknown> = { ...context };
    for (const input of decision.inputs)
      inner[input.name] = types.conform(context[input.name] ?? null, input.type);
    for (const need of decision.needs) {
      const before = decisions.byId.get(need);
      if (before) Object.assign(inner, readings(before, valueOf(before)));
    }
    const value = types.conform(decision.logic.run(inner), decision.type);
    const kept = fits(value) ? value : tooLarge({ owner: decision.name, ledger });
    known.set(decision.id, kept);
    return kept;
  };
  const value = toJson(valueOf(wanted));
  return ledger.refusal ? refused(ledger.refusal) : done({ value, hits: ledger.hits });
}
