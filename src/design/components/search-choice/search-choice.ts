import { type Html, html } from '#platform/html';
import { button } from '../button/button.ts';
import type { ChoiceOption } from '../field/choice.ts';
import type { FieldProps } from '../field/field.ts';
import { fieldset } from '../fieldset/fieldset.ts';
import { radios } from '../radios/radios.ts';
import { textInput } from '../text-input/text-input.ts';

export interface SearchChoiceProps extends Omit<FieldProps, 'id'> {
  /** The box to type in; its error stands there. */
  readonly search: {
    readonly name: string;
    readonly label: string;
    readonly hint?: string | undefined;
    readonly value?: string | undefined;
    readonly error?: string | undefined;
  };
  /** Sends the form and comes back with what was found: the way without script. */
  readonly find: { readonly text: string; readonly name: string; readonly value: string };
  /** What was found, and what was chosen before. */
  readonly options: readonly ChoiceOption[];
  readonly value?: string | undefined;
  /** Legend of the options: "Kết quả". */
  readonly optionsLabel: string;
  /** How many were found, or that there were too many; read out when the page comes back. */
  readonly status?: string | undefined;
}

/** One answer out of thousands: type a part of its name, press Find, choose. */
export const searchChoice = (props: SearchChoiceProps): Html => {
  const { name, search, find, options, value, optionsLabel, status, locale, ...rest } = props;
  return fieldset({ ...rest, name, id: `${search.name}-all`, locale }, () => [
    textInput({ ...search, type: 'search', autocomplete: 'off', locale }),
    html`<div class="mc-address-reload">${button({ ...find, icon: 'search' })}</div>`,
    status !== undefined && html`<p role="status">${status}</p>`,
    options.length > 0 && radios({ name, label: optionsLabel, options, value, locale }),
  ]);
};
