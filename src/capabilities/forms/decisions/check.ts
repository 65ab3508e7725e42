import type { DecisionShape, TableText } from '#capabilities/rules';
import type { ProcedureDefinition } from '../definition.ts';
import {
  type ColumnType,
  competenceLevels,
  type DecisionId,
  decisionIds,
  factName,
  factsFor,
  isDecisionId,
  outputsOf,
  replyName,
  timeUnits,
} from './names.ts';

type Code =
  | 'decision-unknown'
  | 'decision-input'
  | 'decision-name-clash'
  | 'decision-output'
  | 'decision-output-missing'
  | 'decision-output-type'
  | 'decision-value'
  | 'decision-silent';

/** Where a file of tables and its procedure do not fit together. */
export interface DecisionProblem {
  readonly level: 'error' | 'warning';
  readonly code: Code;
  /** Id of the decision. */
  readonly decision: string;
  readonly details: Readonly<Record<string, string | number>>;
}

type File = { readonly shapes: readonly DecisionShape[]; readonly tables: readonly TableText[] };

/** Unknown decisions, inputs and columns, columns of a wrong type, and values that name nothing in the procedure. */
export function checkDecisionNames(
  definition: ProcedureDefinition,
  { shapes, tables }: File,
): readonly DecisionProblem[] {
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const leaningOn = new Map<string, Set<DecisionId>>();
  for (const id of decisionIds) {
    if (!byId.has(id)) continue;
    const met = new Set<string>([id]);
    for (const each of met) for (const need of byId.get(each)?.needs ?? []) met.add(need);
    for (const each of met) leaningOn.set(each, (leaningOn.get(each) ?? new Set()).add(id));
  }
  return shapes.flatMap((shape) => {
    const users = leaningOn.get(shape.id);
    if (!users) return [error('decision-unknown', shape.id, { known: decisionIds.join(', ') })];
    return [
      ...[...users].flatMap((user) => inputProblems(definition, shape, user)),
      ...(isDecisionId(shape.id)
        ? tables
            .filter((table) => table.id === shape.id)
            .flatMap((table) => tableProblems(definition, table, shape.id as DecisionId))
        : []),
    ];
  });
}

const problem =
  (level: DecisionProblem['level']) =>
  (code: Code, decision: string, details: DecisionProblem['details'] = {}): DecisionProblem => ({
    level,
    code,
    decision,
    details,
  });
const error = problem('error');
const warning = problem('warning');

function inputProblems(
  definition: ProcedureDefinition,
  { id, asks }: DecisionShape,
  user: DecisionId,
): readonly DecisionProblem[] {
  const questions = definition.form.pages.flatMap((page) => page.questions.map((question) => question.id));
  const answers =
    user === 'eligibility' ? definition.eligibility.map((each) => replyName(each.id)) : questions;
  const facts = [...factsFor[user], factName];
  return asks.flatMap((name) => {
    // `case` is the chosen case, whichever question chooses it.
    if (facts.includes(name))
      return name !== 'case' && answers.includes(name) ? [error('decision-name-clash', id, { name })] : [];
    return answers.includes(name)
      ? []
      : [error('decision-input', id, { name, facts: factsFor[user].join(', ') })];
  });
}

const typeWords: Readonly<Record<ColumnType, readonly string[]>> = {
  string: ['string'],
  number: ['number', 'integer', 'long', 'double'],
  boolean: ['boolean'],
};

function tableProblems(
  definition: ProcedureDefinition,
  table: TableText,
  id: DecisionId,
): readonly DecisionProblem[] {
  const known = outputsOf[id];
  const columns = table.outputs.map((column) => known.find(({ name }) => name === column.text));
  const needed = known.filter(
    ({ name, required }) => required || (id === 'fees' && name === 'id' && definition.fees.length !== 1),
  );
  return [
    ...needed
      .filter(({ name }) => !table.outputs.some((column) => column.text === name))
      .map(({ name }) => error('decision-output-missing', id, { column: name })),
    ...table.outputs.flatMap((column, at) => {
      const wanted = columns[at];
      if (!wanted) {
        const names = known.map(({ name }) => name).join(', ');
        return [error('decision-output', id, { column: column.text || at + 1, known: names })];
      }
      const { name, type } = wanted;
      const given = column.type?.replace(/^.*:/, '');
      const wrong = given !== undefined && !typeWords[type].includes(given);
      return [
        ...(wrong ? [error('decision-output-type', id, { column: name, type, given })] : []),
        ...valueProblems(definition, table, id, { name, type, at }),
      ];
    }),
    ...silentProblems(definition, table, id),
  ];
}

const quoted = /^"([^"\\]*)"$/;
const number = /^-?\d+(\.\d+)?$/;

/** Values that a written word may be; undefined where any will do. */
function wordsFor(
  definition: ProcedureDefinition,
  id: DecisionId,
  column: string,
): readonly string[] | undefined {
  switch (`${id}.${column}`) {
    case 'fees.id':
      return definition.fees.map((fee) => fee.id);
    case 'fees.exemption':
      return definition.fees.flatMap((fee) => fee.exemptions.map((each) => each.id));
    case 'documents.id':
      return definition.documents.map((rule) => rule.id);
    case 'eligibility.reason':
      return definition.eligibility.map((question) => question.id);
    case 'deadline.unit':
      return timeUnits;
    case 'competence.level':
      return competenceLevels;
    default:
      return undefined;
  }
}

/** Cells that are written out; what is reckoned is judged when it is decided. */
function valueProblems(
  definition: ProcedureDefinition,
  { rows, outputs }: TableText,
  id: DecisionId,
  { name, type, at }: { readonly name: string; readonly type: ColumnType; readonly at: number },
): readonly DecisionProblem[] {
  const words = wordsFor(definition, id, name);
  const cells = [
    ...rows.map((row, index) => ({ text: row.outputs[at] ?? '', row: index + 1 })),
    { text: outputs[at]?.otherwise ?? '', row: 0 },
  ];
  return cells.flatMap(({ text, row }) => {
    const word = quoted.exec(text)?.[1];
    const amount = number.test(text) ? Number(text) : undefined;
    const wrong =
      (word !== undefined && (type !== 'string' || (words !== undefined && !words.includes(word)))) ||
      (amount !== undefined &&
        (type !== 'number' || amount < 0 || (name === 'amount' && !Number.isInteger(amount))));
    return wrong
      ? [error('decision-value', id, { column: name, row, value: text, known: (words ?? [type]).join(', ') })]
      : [];
  });
}

/** Fees and papers that no row speaks of are never owed, never asked for. */
function silentProblems(
  definition: ProcedureDefinition,
  { rows, outputs }: TableText,
  id: DecisionId,
): readonly DecisionProblem[] {
  if (id !== 'fees' && id !== 'documents') return [];
  const at = outputs.findIndex((column) => column.text === 'id');
  if (at < 0) return [];
  const said = [...rows.map((row) => row.outputs[at] ?? ''), outputs[at]?.otherwise ?? '""'].map(
    (text) => quoted.exec(text)?.[1],
  );
  if (said.includes(undefined)) return [];
  return (wordsFor(definition, id, 'id') ?? [])
    .filter((word) => !said.includes(word))
    .map((word) => warning('decision-silent', id, { id: word }));
}
