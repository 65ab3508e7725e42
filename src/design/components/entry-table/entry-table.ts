import { attributes, type Hole, type Html, html } from '#platform/html';
import { classes } from '../../markup.ts';
import { wordsOf } from '../../words.ts';
import { errorOf, type FieldProps, type Wiring, wiringOf } from '../field/field.ts';
import { fieldset } from '../fieldset/fieldset.ts';
import type { SelectOption } from '../select/select.ts';

/** One cell to write in. Its column and row say what it asks, so it has no label of its own to see. */
export interface EntryCell {
  readonly name: string;
  readonly value?: string | undefined;
  readonly error?: string | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | undefined;
  /** A cell to choose in. */
  readonly options?: readonly SelectOption[] | undefined;
  /** A cell that only shows: what is calculated from the others. */
  readonly shown?: string | undefined;
}
export interface EntryColumn {
  readonly text: string;
  readonly numeric?: boolean | undefined;
  /** Room for a phrase, where the others hold a word. */
  readonly wide?: boolean | undefined;
}
export interface EntryTableProps extends FieldProps {
  readonly columns: readonly EntryColumn[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly EntryCell[];
    /** A button that takes the row away. */
    readonly after?: Html | undefined;
  }[];
  /** Heading of the numbers of rows: "Dòng". */
  readonly rowHeading: string;
  /** Button that adds a row. */
  readonly more?: Hole;
}

function control(cell: EntryCell, label: string, props: EntryTableProps, wiring: Wiring): Hole {
  if (cell.shown !== undefined) return cell.shown;
  const common = {
    id: wiring.id,
    name: cell.name,
    'aria-label': label,
    'aria-describedby': wiring.describedBy,
    'aria-invalid': wiring.invalid && 'true',
    autocomplete: 'off',
  };
  if (!cell.options)
    return html`<input${attributes({ ...common, class: 'mc-input', type: 'text', value: cell.value, inputmode: cell.inputMode })}>`;
  return html`<select${attributes({ ...common, class: 'mc-input mc-select' })}><option value="">${wordsOf(props.locale).choose}</option>${cell.options.map(
    ({ value, text }) =>
      html`<option${attributes({ value, selected: value === cell.value })}>${text}</option>`,
  )}</select>`;
}

/** Rows of a few short answers as a table that scrolls inside itself on a narrow screen. */
export function entryTable(props: EntryTableProps): Html {
  const { columns, rows, rowHeading, more, name } = props;
  const number = (at: number) =>
    attributes({
      class: classes(columns[at]?.numeric && 'mc-number', columns[at]?.wide && 'mc-entry-wide') || undefined,
    });
  const draw = (cell: EntryCell, at: number, row: string): Html => {
    const label = `${row}: ${columns[at]?.text ?? ''}`;
    const field = { name: cell.name, label, error: cell.error, locale: props.locale };
    const wiring = wiringOf(field);
    return html`<td${number(at)}>${errorOf(field, wiring)}${control(cell, label, props, wiring)}</td>`;
  };
  const removes = rows.some(({ after }) => after !== undefined);
  return fieldset(
    { ...props, id: `${name}-table` },
    () =>
      html`<div class="mc-scroll mc-entry-table" role="region" tabindex="0"${attributes({ 'aria-label': props.label })}><table class="mc-table"><thead><tr><th scope="col">${rowHeading}</th>${columns.map(
        ({ text }, at) => html`<th scope="col"${number(at)}>${text}</th>`,
      )}${removes && html`<td></td>`}</tr></thead><tbody>${rows.map(
        ({ label, cells, after }) =>
          html`<tr><th scope="row">${label}</th>${cells.map((cell, at) => draw(cell, at, label))}${removes && html`<td>${after}</td>`}</tr>`,
      )}</tbody></table></div>${more}`,
  );
}
