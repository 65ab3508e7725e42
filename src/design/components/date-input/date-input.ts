import { attributes, type Html, html } from '#platform/html';
import { wordsOf } from '../../words.ts';
import type { FieldProps } from '../field/field.ts';
import { fieldset } from '../fieldset/fieldset.ts';

export type DatePart = 'day' | 'month' | 'year';

export interface DateInputProps extends FieldProps {
  /** What was typed, kept as typed, also when it is no date. */
  readonly value?: Readonly<Partial<Record<DatePart, string | undefined>>> | undefined;
  /** The parts to mark when the error concerns only some; all of them by default. */
  readonly errorParts?: readonly DatePart[] | undefined;
  /** The person's own birth date. */
  readonly birthday?: boolean | undefined;
}

const parts = ['day', 'month', 'year'] as const;

/** Three fields dd mm yyyy, sent as `<name>-day`, `<name>-month`, `<name>-year`. */
export function dateInput(props: DateInputProps): Html {
  const words = wordsOf(props.locale);
  return fieldset(props, ({ id, invalid }) => {
    const marked = invalid ? (props.errorParts ?? parts) : [];
    const one = (part: DatePart, index: number): Html => {
      const partId = index === 0 ? id : `${id}-${part}`;
      const given = attributes({
        class: 'mc-input',
        id: partId,
        name: `${props.name}-${part}`,
        type: 'text',
        inputmode: 'numeric',
        maxlength: part === 'year' ? 4 : 2,
        value: props.value?.[part],
        autocomplete: props.birthday ? `bday-${part}` : 'off',
        'aria-invalid': marked.includes(part) && 'true',
        'aria-required': props.required === true && 'true',
      });
      const box = `mc-date-part mc-date-part--${part}`;
      return html`<div${attributes({ class: box })}><label${attributes({ for: partId })}>${words[part]}</label><input${given}></div>`;
    };
    return html`<div class="mc-date">${parts.map(one)}</div>`;
  });
}
