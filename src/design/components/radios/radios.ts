import { attributes, type Html, html } from '#platform/html';
import { classes } from '../../markup.ts';
import { type ChoiceOption, choice } from '../field/choice.ts';
import type { FieldProps } from '../field/field.ts';
import { fieldset } from '../fieldset/fieldset.ts';

export interface RadiosProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly value?: string | undefined;
  /** Side by side when the answers are as short as "Có" and "Không". */
  readonly inline?: boolean | undefined;
}

/** One answer out of few. */
export const radios = (props: RadiosProps): Html =>
  fieldset(
    props,
    ({ id }) =>
      html`<div${attributes({ class: classes('mc-choices', props.inline && 'mc-choices--inline') })}>${props.options.map(
        (option, index) =>
          choice({
            type: 'radio',
            id: index === 0 ? id : `${id}-${index + 1}`,
            name: props.name,
            option,
            checked: option.value === props.value,
          }),
      )}</div>`,
  );
