import type { Feel } from '../feel/feel.ts';
import { choose, type Hit, hitPolicyOf } from './hit-policies.ts';
import { type ModdleElement, many, nameOf, one, word } from './parts.ts';
import { type Boxed, type Context, feelIn, nothing, problem, type Scope, sumOfBounds } from './scope.ts';

interface Row {
  readonly tests: readonly (Feel | undefined)[];
  readonly outputs: readonly (Feel | undefined)[];
}

/** Values that a list of tests such as `"a", "b"` names, in their order. */
export function listed(
  element: ModdleElement | undefined,
  scope: Scope,
  where: Record<string, string | number>,
) {
  const text = word(element, 'text');
  if (!element || text === undefined || text === '-') return [];
  const feel = feelIn({ $type: element.$type, text: `[${text}]` }, scope, where);
  const values = feel?.run({});
  return Array.isArray(values) ? values : [];
}

/** Makes a decision table ready: every cell is compiled and bounded; problems name row and column. */
export function compileTable(table: ModdleElement, scope: Scope): Boxed {
  const policy = hitPolicyOf(word(table, 'hitPolicy'), word(table, 'aggregation'));
  if (!policy) {
    problem(scope, { code: 'dmn-hit-policy', details: { policy: word(table, 'hitPolicy') ?? '' } });
    return nothing;
  }
  const columns = many(table, 'input').map((input, index) => {
    const expression = one(input, 'inputExpression');
    const where = { column: index + 1 };
    const allowed = one(input, 'inputValues');
    return {
      label: word(input, 'label') ?? word(expression, 'text') ?? '',
      type: word(expression, 'typeRef'),
      value: feelIn(expression, scope, where),
      allowed: allowed && feelIn(allowed, scope, where, 'tests'),
    };
  });
  const outputs = many(table, 'output');
  const names = outputs.map(
    (output, index) => word(output, 'name') ?? word(output, 'label') ?? `${index + 1}`,
  );
  const types = outputs.map((output) => word(output, 'typeRef'));
  const priorities = outputs.map((output) => listed(one(output, 'outputValues'), scope, {}));
  if ((policy === 'P' || policy === 'O') && priorities.every((list) => list.length === 0))
    problem(scope, { code: 'dmn-priority-without-values' });
  if (/^C./.test(policy) && outputs.length > 1) problem(scope, { code: 'dmn-aggregate-of-many' });
  const defaults = outputs.map((output) => feelIn(one(output, 'defaultOutputEntry'), scope, { row: 0 }));
  const rows: Row[] = many(table, 'rule').map((rule, index) => ({
    tests: many(rule, 'inputEntry').map((cell, at) =>
      feelIn(cell, scope, { row: index + 1, column: at + 1 }, 'tests'),
    ),
    outputs: many(rule, 'outputEntry').map((cell, at) =>
      feelIn(cell, scope, { row: index + 1, column: columns.length + at + 1 }),
    ),
  }));

  const shaped = (values: readonly unknown[]): unknown =>
    outputs.length === 1
      ? (values[0] ?? null)
      : Object.fromEntries(names.map((name, at) => [name, values[at] ?? null]));
  const valuesOf = (cells: readonly (Feel | undefined)[], context: Context): unknown[] =>
    types.map((type, at) => scope.types.conform(cells[at]?.run(context) ?? null, type));

  /** One context per column, with the column's value as `?`; undefined when a value is not one of those allowed. */
  function asked(context: Context): Context[] | undefined {
    const contexts: Context[] = [];
    for (const column of columns) {
      const value = scope.types.conform(column.value?.run(context) ?? null, column.type);
      const inner = { ...context, '?': value };
      if (value !== null && column.allowed && column.allowed.run(inner) !== true) {
        scope.ledger.refusal ??= {
          code: 'dmn-input-not-allowed',
          details: { decision: scope.owner, column: column.label },
        };
        return undefined;
      }
      contexts.push(inner);
    }
    return contexts;
  }

  function run(context: Context): unknown {
    const contexts = asked(context);
    if (!contexts) return null;
    const hits: Hit[] = [];
    for (const [index, row] of rows.entries()) {
      if (!contexts.every((inner, at) => row.tests[at] === undefined || row.tests[at].run(inner) === true))
        continue;
      hits.push({ row: index + 1, outputs: valuesOf(row.outputs, context) });
      if (policy === 'F') break;
    }
    const chosen = policy && choose(policy, hits, priorities);
    if (!chosen) return null;
    if ('clash' in chosen) {
      const details = { decision: scope.owner, rows: hits.map((hit) => hit.row).join(', ') };
      scope.ledger.refusal ??= { code: chosen.clash, details };
      return null;
    }
    scope.ledger.hits.push({ table: scope.owner, rows: chosen.hits.map((hit) => hit.row) });
    if (hits.length === 0 && defaults.some(Boolean)) return shaped(valuesOf(defaults, context));
    if (chosen.value !== undefined) return chosen.value;
    if (hits.length === 0) return null;
    const results = chosen.hits.map((hit) => shaped(hit.outputs));
    return chosen.many ? results : (results[0] ?? null);
  }

  const cells = [
    ...columns.flatMap((column) => [column.value, column.allowed]),
    ...rows.flatMap((row) => [...row.tests, ...row.outputs]),
  ];
  return { run, bound: sumOfBounds(cells.flatMap((cell) => (cell ? [cell.bound] : []))) };
}

export const outputNames = (table: ModdleElement): readonly string[] =>
  many(table, 'output').flatMap((output) => (word(output, 'name') ? [nameOf(output)] : []));
