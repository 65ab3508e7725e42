import { compileFeel, type Feel } from '../feel/feel.ts';
import { hitPolicyOf } from './hit-policies.ts';
import { kindOf, type ModdleElement, many, nameOf, one, word } from './parts.ts';
import type { DmnModel } from './read.ts';
import { pointsIn, type Sample, samplesOf } from './samples.ts';

export type TableFinding =
  /** No row is there for these values. */
  | { readonly code: 'table-gap'; readonly values: readonly string[] }
  /** Two rows hit at once where only one may. */
  | {
      readonly code: 'table-overlap';
      readonly rows: readonly [number, number];
      readonly values: readonly string[];
    }
  /** The row can never be the one that counts. */
  | { readonly code: 'table-row-unreachable'; readonly row: number }
  /** The column's cells (or the table's size) are beyond what is checked; gaps and overlaps are then not known. */
  | { readonly code: 'table-not-checked'; readonly column: number };

/** Combinations that are tried; a fee table of 5 columns with 6 borders each has some 60,000. */
const mostCombinations = 100_000;
const mostFindings = 20;

interface Column {
  readonly cells: readonly (Feel | undefined)[];
  readonly samples: readonly Sample[];
}

const compiled = (text: string | undefined): Feel | undefined => {
  if (text === undefined) return undefined;
  const feel = compileFeel(text, { dialect: 'tests', known: { '?': null } });
  return feel.ok ? feel.value : undefined;
};

/** The values of a column that matter: each border, and one value on either side of it; undefined when cells are not simple. */
function columnOf(input: ModdleElement, cells: readonly (string | undefined)[]): Column | undefined {
  const type = word(one(input, 'inputExpression'), 'typeRef');
  const allowed = word(one(input, 'inputValues'), 'text');
  const points = [...cells, allowed].map((text) => pointsIn(text));
  if (!points.every((found) => found !== undefined)) return undefined;
  const within = compiled(allowed);
  const samples = samplesOf(points.flat(), type).filter(
    ({ value }) => within === undefined || within.run({ '?': value }) === true,
  );
  return { cells: cells.map(compiled), samples };
}

function* combinations(columns: readonly Column[]): Generator<readonly Sample[]> {
  const [first, ...rest] = columns;
  if (!first) return yield [];
  for (const sample of first.samples) for (const others of combinations(rest)) yield [sample, ...others];
}

function lintTable(table: ModdleElement): readonly TableFinding[] {
  const inputs = many(table, 'input');
  const rules = many(table, 'rule');
  const policy = hitPolicyOf(word(table, 'hitPolicy'), word(table, 'aggregation'));
  const cellAt = (rule: ModdleElement, at: number) => word(many(rule, 'inputEntry')[at], 'text');
  const columns: Column[] = [];
  for (const [at, input] of inputs.entries()) {
    const column = columnOf(
      input,
      rules.map((rule) => cellAt(rule, at)),
    );
    if (!column) return [{ code: 'table-not-checked', column: at + 1 }];
    columns.push(column);
  }
  const size = columns.reduce((product, column) => product * column.samples.length, 1);
  if (size * Math.max(1, rules.length) > mostCombinations * 10 || size > mostCombinations)
    return [{ code: 'table-not-checked', column: columns.length }];

  // Which rows a sample satisfies, once per column instead of once per combination.
  const matching = columns.map(
    ({ cells, samples }) =>
      new Map(
        samples.map((sample) => [sample, cells.map((cell) => cell?.run({ '?': sample.value }) !== false)]),
      ),
  );
  const defaults = many(table, 'output').some((output) => one(output, 'defaultOutputEntry'));
  const counted = new Set<number>();
  const overlaps = new Map<string, TableFinding>();
  const gaps: TableFinding[] = [];
  for (const values of combinations(columns)) {
    const hits = [...rules.keys()].filter((row) =>
      values.every((sample, at) => matching[at]?.get(sample)?.[row] === true),
    );
    const [first, second, ...rest] = hits.map((row) => row + 1);
    const said = values.map((sample) => sample.said);
    if (first === undefined) {
      if (!defaults && gaps.length < mostFindings) gaps.push({ code: 'table-gap', values: said });
      continue;
    }
    counted.add(first);
    if (policy !== 'F') for (const row of [second, ...rest]) if (row !== undefined) counted.add(row);
    if (policy === 'U' && second !== undefined && !overlaps.has(`${first}/${second}`))
      overlaps.set(`${first}/${second}`, { code: 'table-overlap', rows: [first, second], values: said });
  }
  const idle = [...rules.keys()].map((row) => row + 1).filter((row) => !counted.has(row));
  return [
    ...gaps,
    ...[...overlaps.values()].slice(0, mostFindings),
    ...idle.map((row) => ({ code: 'table-row-unreachable', row }) as const),
  ];
}

/**
 * Finds gaps, overlaps (under U) and rows that never count (also under F) in a table whose cells are literals, lists, intervals and
 * comparisons with numbers. Exact for these: rows answer alike between two borders, so one value between them is enough.
 */
export const lintTables = (model: DmnModel): readonly (TableFinding & { readonly decision: string })[] =>
  many(model.definitions, 'drgElement').flatMap((element) => {
    const table = one(element, 'decisionLogic');
    if (!table || kindOf(table) !== 'DecisionTable') return [];
    return lintTable(table).map((finding) => ({ ...finding, decision: nameOf(element) }));
  });
