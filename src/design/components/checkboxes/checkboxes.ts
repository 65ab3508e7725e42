import { type Html, html } from '#platform/html';
import { type ChoiceOption, choice } from '../field/choice.ts';
import type { FieldProps } from '../field/field.ts';
import { fieldset } from '../fieldset/fieldset.ts';

export interface CheckboxesProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly values?: readonly string[] | undefined;
}

/** Any number of answers, each sent under the same name. */
export const checkboxes = (props: CheckboxesProps): Html =>
  fieldset(
    props,
    ({ id }) =>
      html`<div class="mc-choices">${props.options.map((option, index) =>
        choice({
          type: 'checkbox',
          id: index === 0 ? id : `${id}-${index + 1}`,
          name: props.name,
          option,
          checked: props.values?.includes(option.value) ?? false,
        }),
      )}</div>`,
  );
