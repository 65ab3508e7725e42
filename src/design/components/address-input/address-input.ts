import { type Html, html } from '#platform/html';
import { wordsOf } from '../../words.ts';
import { button } from '../button/button.ts';
import type { FieldProps } from '../field/field.ts';
import { fieldset } from '../fieldset/fieldset.ts';
import { type SelectOption, select } from '../select/select.ts';
import { textInput } from '../text-input/text-input.ts';

export type AddressPart = 'province' | 'commune' | 'detail';

export interface AddressInputProps extends FieldProps {
  readonly value?: Readonly<Partial<Record<AddressPart, string | undefined>>> | undefined;
  readonly errors?: Readonly<Partial<Record<AddressPart, string | undefined>>> | undefined;
  readonly provinces: readonly SelectOption[];
  /** Communes of the chosen province; empty until one is chosen. */
  readonly communes: readonly SelectOption[];
  /** Sends the form to fetch the communes of the chosen province: the way without script. */
  readonly reload?: { readonly text: string; readonly name: string; readonly value: string } | undefined;
}

/** Two levels as since 01/07/2025, then the detail; sent as `<name>-province`, `-commune`, `-detail`. */
export function addressInput(props: AddressInputProps): Html {
  const { name, locale, value, errors, reload } = props;
  const words = wordsOf(locale);
  return fieldset(props, ({ id }) => [
    select({
      name: `${name}-province`,
      id,
      label: words.province,
      options: props.provinces,
      value: value?.province,
      error: errors?.province,
      autocomplete: 'address-level1',
      locale,
    }),
    reload && html`<div class="mc-address-reload">${button(reload)}</div>`,
    select({
      name: `${name}-commune`,
      id: `${id}-commune`,
      label: words.commune,
      options: props.communes,
      value: value?.commune,
      error: errors?.commune,
      autocomplete: 'address-level2',
      locale,
    }),
    textInput({
      name: `${name}-detail`,
      id: `${id}-detail`,
      label: words.addressDetail,
      hint: words.addressDetailHint,
      value: value?.detail,
      error: errors?.detail,
      autocomplete: 'street-address',
      locale,
    }),
  ]);
}
