import { attributes, type Html, html } from '#platform/html';
import { wordsOf } from '../../words.ts';
import { controlAttributes, type FieldProps, field } from '../field/field.ts';

export interface SelectOption {
  readonly value: string;
  readonly text: string;
}

export interface SelectProps extends FieldProps {
  readonly options: readonly SelectOption[];
  readonly value?: string | undefined;
  /** First, empty line; "Chọn" by default, `null` for none. */
  readonly emptyText?: string | null | undefined;
  readonly width?: 'm' | 'l' | 'full' | undefined;
  readonly autocomplete?: string | undefined;
}

/** One answer out of many: the browser's own list, which every phone knows how to show. */
export const select = (props: SelectProps): Html =>
  field(props, (wiring) => {
    const empty = props.emptyText === undefined ? wordsOf(props.locale).choose : props.emptyText;
    const given = attributes({
      ...controlAttributes(props, wiring),
      class: `mc-input mc-select mc-input--${props.width ?? 'full'}`,
      autocomplete: props.autocomplete,
    });
    return html`<select${given}>${empty !== null && html`<option value="">${empty}</option>`}${props.options.map(
      ({ value, text }) =>
        html`<option${attributes({ value, selected: value === props.value })}>${text}</option>`,
    )}</select>`;
  });
