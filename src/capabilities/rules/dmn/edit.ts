import { DmnModdle } from 'dmn-moddle';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type HitPolicy, hitPolicyOf, wordsOf } from './hit-policies.ts';
import { kindOf, type ModdleElement, many, one, put, putList, word } from './parts.ts';
import type { DmnModel } from './read.ts';

export interface ColumnEdit {
  readonly label: string;
  /** Expression of an input, name of an output. */
  readonly text: string;
  readonly type: string;
  /** Values it may take, as FEEL; empty for any. */
  readonly values: string;
  /** Of an output: where no row hits; empty for nothing. */
  readonly otherwise: string;
}
export interface RowEdit {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly note: string;
}
type Side = 'input' | 'output';
type Column = { readonly decision: string; readonly side: Side; readonly at: number };

/** One change of a file of tables. Tables are called by the id of their decision; columns and rows count from 0. */
export type TableEdit =
  | {
      readonly kind: 'add-table';
      readonly decision: string;
      readonly name: string;
      readonly policy: HitPolicy;
    }
  | {
      readonly kind: 'set-table';
      readonly decision: string;
      readonly name: string;
      readonly policy: HitPolicy;
    }
  | { readonly kind: 'remove-table'; readonly decision: string }
  | ({ readonly kind: 'set-column'; readonly column: ColumnEdit } & Column)
  | ({ readonly kind: 'move-column'; readonly by: 1 | -1 } & Column)
  | ({ readonly kind: 'remove-column' } & Column)
  | { readonly kind: 'set-rows'; readonly decision: string; readonly rows: readonly RowEdit[] };

const namespaces = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
/** A file without tables yet. */
export const emptyDmn = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${namespaces}" id="quyet-dinh" name="Bảng quyết định" namespace="urn:motcua:quyet-dinh" />
`;

const moddle = new DmnModdle();
const make = (type: string, properties: Readonly<Record<string, unknown>> = {}): ModdleElement =>
  moddle.create(`dmn:${type}`, properties);
const moved = <T>(list: readonly T[], at: number, by: number): readonly T[] => {
  const to = at + by;
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one === undefined || to < 0 || to >= list.length) return list;
  next.splice(to, 0, one);
  return next;
};

type Fresh = (begin: string) => string;

/** Ids that no element of the file has. */
function freshIds(model: DmnModel): Fresh {
  const taken = new Set<unknown>();
  const visit = (element: ModdleElement): void => {
    taken.add(element['id']);
    for (const property of ['drgElement', 'input', 'output', 'rule', 'inputEntry', 'outputEntry'])
      for (const kid of many(element, property)) visit(kid);
    for (const property of ['decisionLogic', 'inputExpression']) {
      const kid = one(element, property);
      if (kid) visit(kid);
    }
  };
  visit(model.definitions);
  return (begin) => {
    for (let n = 1; ; n += 1) {
      const id = `${begin}_${n}`;
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
}

const entriesOf: Readonly<Record<Side, string>> = { input: 'inputEntry', output: 'outputEntry' };
const cellTypes: Readonly<Record<Side, string>> = { input: 'UnaryTests', output: 'LiteralExpression' };

/** The rows' cells of one side, changed as their columns were. */
function changeCells(
  table: ModdleElement,
  side: Side,
  change: (cells: readonly ModdleElement[]) => readonly ModdleElement[],
): void {
  for (const rule of many(table, 'rule')) putList(rule, entriesOf[side], change(many(rule, entriesOf[side])));
}

function setColumn(
  fresh: Fresh,
  table: ModdleElement,
  edit: Extract<TableEdit, { kind: 'set-column' }>,
): void {
  const { side, at, column } = edit;
  const columns = many(table, side);
  const isNew = columns[at] === undefined;
  const owner = columns[at] ?? make(side === 'input' ? 'InputClause' : 'OutputClause', { id: fresh(side) });
  put(owner, 'label', column.label || undefined);
  if (side === 'input') {
    const expression =
      one(owner, 'inputExpression') ?? make('LiteralExpression', { id: fresh('expression') });
    put(expression, 'text', column.text);
    put(expression, 'typeRef', column.type || undefined);
    put(owner, 'inputExpression', expression);
  } else {
    put(owner, 'name', column.text || undefined);
    put(owner, 'typeRef', column.type || undefined);
    put(
      owner,
      'defaultOutputEntry',
      column.otherwise ? make('LiteralExpression', { text: column.otherwise }) : undefined,
    );
  }
  put(owner, `${side}Values`, column.values ? make('UnaryTests', { text: column.values }) : undefined);
  if (!isNew) return;
  putList(table, side, [...columns, owner]);
  changeCells(table, side, (cells) => [
    ...cells,
    make(cellTypes[side], side === 'input' ? { text: '-' } : {}),
  ]);
}

/** A row keeps its element, and with it what other tools said there. */
function setRow(
  fresh: Fresh,
  table: ModdleElement,
  rule: ModdleElement | undefined,
  row: RowEdit,
): ModdleElement {
  const owner = rule ?? make('DecisionRule', { id: fresh('row') });
  for (const side of ['input', 'output'] as const) {
    const before = many(owner, entriesOf[side]);
    const texts = side === 'input' ? row.inputs : row.outputs;
    putList(
      owner,
      entriesOf[side],
      many(table, side).map((_, at) => {
        const text = texts[at]?.trim() || (side === 'input' ? '-' : '');
        const cell = before[at] ?? make(cellTypes[side]);
        put(cell, 'text', text || undefined);
        return cell;
      }),
    );
  }
  const annotation = many(owner, 'annotationEntry')[0];
  if (annotation) put(annotation, 'text', row.note || undefined);
  else put(owner, 'description', row.note || undefined);
  return owner;
}

function setRows(fresh: Fresh, table: ModdleElement, rows: readonly RowEdit[]): void {
  const left = [...many(table, 'rule')];
  const says = (rule: ModdleElement, { inputs, outputs }: RowEdit): boolean =>
    inputs.every(
      (text, at) => (word(many(rule, 'inputEntry')[at], 'text') ?? '-') === (text.trim() || '-'),
    ) && outputs.every((text, at) => (word(many(rule, 'outputEntry')[at], 'text') ?? '') === text.trim());
  // A row that only moved is found again by what it says; the others take the places that are left.
  const found = rows.map((row) => {
    const index = left.findIndex((rule) => says(rule, row));
    return index < 0 ? undefined : left.splice(index, 1)[0];
  });
  putList(
    table,
    'rule',
    rows.map((row, at) => setRow(fresh, table, found[at] ?? left.shift(), row)),
  );
}

function addTable(
  fresh: Fresh,
  model: DmnModel,
  { decision, name, policy }: Extract<TableEdit, { kind: 'add-table' }>,
): void {
  const table = make('DecisionTable', { id: fresh('table') });
  const element = make('Decision', { id: decision, name: name || decision, decisionLogic: table });
  putList(model.definitions, 'drgElement', [...many(model.definitions, 'drgElement'), element]);
  setPolicy(table, policy);
}

function setPolicy(table: ModdleElement, policy: HitPolicy): void {
  const { hitPolicy, aggregation } = wordsOf(policy);
  put(table, 'hitPolicy', hitPolicy);
  put(table, 'aggregation', aggregation);
}

/** Also from the drawing, and from the needs of others. */
function removeTable({ definitions }: DmnModel, id: string): void {
  const pointsHere = (element: ModdleElement | undefined): boolean =>
    word(element, 'href')?.endsWith(`#${id}`) === true;
  const rest = many(definitions, 'drgElement').filter((element) => word(element, 'id') !== id);
  for (const element of rest)
    putList(
      element,
      'informationRequirement',
      many(element, 'informationRequirement').filter((need) => !pointsHere(one(need, 'requiredDecision'))),
    );
  putList(definitions, 'drgElement', rest);
  const drawing = one(definitions, 'dmnDI');
  for (const diagram of many(drawing, 'diagrams'))
    putList(
      diagram,
      'diagramElements',
      many(diagram, 'diagramElements').filter((shape) => one(shape, 'dmnElementRef')?.['id'] !== id),
    );
}

const idShape = /^[A-Za-z_][A-Za-z0-9_.-]{0,59}$/;

/**
 * Changes a file as it was just read. Refusals: `table-gone`, `table-id`, `table-exists`, `column-gone`.
 */
export function editTables(model: DmnModel, edit: TableEdit): Outcome<DmnModel> {
  const element = many(model.definitions, 'drgElement').find((one) => word(one, 'id') === edit.decision);
  if (edit.kind === 'add-table') {
    if (!idShape.test(edit.decision)) return refused({ code: 'table-id' });
    if (element) return refused({ code: 'table-exists', details: { id: edit.decision } });
    addTable(freshIds(model), model, edit);
    return done(model);
  }
  const table = one(element, 'decisionLogic');
  if (!element || !table || kindOf(table) !== 'DecisionTable') return refused({ code: 'table-gone' });
  switch (edit.kind) {
    case 'set-table':
      put(element, 'name', edit.name || edit.decision);
      if (hitPolicyOf(word(table, 'hitPolicy'), word(table, 'aggregation')) !== edit.policy)
        setPolicy(table, edit.policy);
      break;
    case 'remove-table':
      removeTable(model, edit.decision);
      break;
    case 'set-rows':
      setRows(freshIds(model), table, edit.rows);
      break;
    case 'set-column':
      setColumn(freshIds(model), table, edit);
      break;
    default: {
      const { side, at } = edit;
      if (many(table, side)[at] === undefined) return refused({ code: 'column-gone' });
      const change = <T>(list: readonly T[]): readonly T[] =>
        edit.kind === 'move-column' ? moved(list, at, edit.by) : list.filter((_, index) => index !== at);
      putList(table, side, change(many(table, side)));
      changeCells(table, side, change);
    }
  }
  return done(model);
}
