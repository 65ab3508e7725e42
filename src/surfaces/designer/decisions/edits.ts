import { isDecisionId, outputsOf } from '#capabilities/forms';
import {
  type ColumnEdit,
  emptyDmn,
  type FeelWorker,
  type HitPolicy,
  hitPolicies,
  type RowEdit,
  type TableEdit,
  type TableText,
} from '#capabilities/rules';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Fields, textOf } from '../core/fields.ts';

/** Names of the fields of a row's cells: `o-<row>-<column>`, the note behind the last column. */
export const cellName = (row: number, column: number | 'note'): string => `o-${row}-${column}`;

const policyOf = (fields: Fields): HitPolicy =>
  hitPolicies.find((policy) => policy === textOf(fields, '_cach')) ?? 'U';
const placeOf = (fields: Fields) => ({
  side: textOf(fields, '_phia') === 'output' ? ('output' as const) : ('input' as const),
  at: Number(textOf(fields, '_thu')) || 0,
});
const columnOf = (fields: Fields): ColumnEdit => ({
  label: textOf(fields, '_nhan'),
  text: textOf(fields, '_bieu-thuc'),
  type: textOf(fields, '_kieu'),
  values: textOf(fields, '_gia-tri'),
  otherwise: textOf(fields, '_mac-dinh'),
});
const emptyColumn: ColumnEdit = { label: '', text: '', type: '', values: '', otherwise: '' };

/** Cells as they were posted, in the shape of the table that was shown. */
function rowsIn(fields: Fields, { inputs, outputs, rows }: TableText): readonly RowEdit[] {
  return rows.map((_, row) => ({
    inputs: inputs.map((_column, at) => textOf(fields, cellName(row, at))),
    outputs: outputs.map((_column, at) => textOf(fields, cellName(row, inputs.length + at))),
    note: textOf(fields, cellName(row, 'note')),
  }));
}

/** What an act on the chosen row makes of the rows; at the edge nothing moves. */
function changedRows(
  act: string,
  at: number,
  rows: readonly RowEdit[],
  table: TableText,
): readonly RowEdit[] {
  const row = rows[at];
  const fresh: RowEdit = {
    inputs: table.inputs.map(() => '-'),
    outputs: table.outputs.map(() => ''),
    note: '',
  };
  switch (act) {
    case 'them-dong':
      return [...rows, fresh];
    case 'bo-dong':
      return rows.filter((_, index) => index !== at);
    case 'chep-dong':
      return row ? rows.toSpliced(at + 1, 0, row) : rows;
    case 'len':
    case 'xuong': {
      const to = at + (act === 'len' ? -1 : 1);
      return row && to >= 0 && to < rows.length ? rows.toSpliced(at, 1).toSpliced(to, 0, row) : rows;
    }
    default:
      return rows;
  }
}

/** A new table of a known id has the columns that are understood there. */
function newTable(fields: Fields): readonly TableEdit[] {
  const decision = textOf(fields, '_ma') || textOf(fields, '_ma-khac');
  const columns = isDecisionId(decision)
    ? outputsOf[decision].filter(({ required, name }) => required || name === 'id' || name === 'ground')
    : [];
  return [
    { kind: 'add-table', decision, name: textOf(fields, '_ten'), policy: policyOf(fields) },
    ...columns.map(
      ({ name, type }, at): TableEdit => ({
        kind: 'set-column',
        decision,
        side: 'output',
        at,
        column: { ...emptyColumn, text: name, type },
      }),
    ),
  ];
}

/** What was posted, as changes of the file. */
export function editsOf(act: string, fields: Fields, table: TableText | undefined): readonly TableEdit[] {
  if (act === 'them-bang') return newTable(fields);
  if (!table) return [];
  const decision = table.id;
  const { side, at } = placeOf(fields);
  switch (act) {
    case 'bang':
      return [{ kind: 'set-table', decision, name: textOf(fields, '_ten'), policy: policyOf(fields) }];
    case 'bo-bang':
      return [{ kind: 'remove-table', decision }];
    case 'them-cot':
    case 'luu-cot': {
      const count = side === 'input' ? table.inputs.length : table.outputs.length;
      const place = act === 'them-cot' ? count : at;
      return [{ kind: 'set-column', decision, side, at: place, column: columnOf(fields) }];
    }
    case 'cot-truoc':
    case 'cot-sau':
      return [{ kind: 'move-column', decision, side, at, by: act === 'cot-truoc' ? -1 : 1 }];
    case 'bo-cot':
      return [{ kind: 'remove-column', decision, side, at }];
    default:
      return [
        {
          kind: 'set-rows',
          decision,
          rows: changedRows(act, Number(textOf(fields, '_dong')), rowsIn(fields, table), table),
        },
      ];
  }
}

/** The file after the changes, each made in the thread of drafts. */
export async function edited(
  tables: FeelWorker,
  xml: string | undefined,
  edits: readonly TableEdit[],
): Promise<Outcome<string>> {
  if (edits.length === 0) return refused({ code: 'table-gone' });
  let now = xml ?? emptyDmn;
  for (const edit of edits) {
    const next = await tables.edit(now, edit);
    if (!next.ok) return next;
    now = next.value;
  }
  return done(now);
}
