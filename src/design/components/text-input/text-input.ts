import { attributes, type Html, html } from '#platform/html';
import { classes } from '../../markup.ts';
import { controlAttributes, type FieldProps, field } from '../field/field.ts';
import { keyAttributes } from '../key-hint/key-hint.ts';

export interface TextInputProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search' | undefined;
  /** Keypad of the phone. Numbers are `text` with `numeric`: a number field eats leading zeros. */
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search' | undefined;
  /** Token of WCAG 1.3.5: `name`, `bday`, `one-time-code`. */
  readonly autocomplete?: string | undefined;
  /** Room for what is expected: s ≈ 4, m ≈ 12, l ≈ 20 characters, else the whole width. */
  readonly width?: 's' | 'm' | 'l' | 'full' | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  /** Codes and numbers: mono figures that line up. */
  readonly code?: boolean | undefined;
  readonly key?: string | undefined;
  readonly list?: string | undefined;
  /** Typing goes here as soon as the page opens, as a scanner does: only where nothing else is read before. */
  readonly focus?: boolean | undefined;
}

export function textInput(props: TextInputProps): Html {
  return field(props, (wiring) => {
    const { width = 'full', prefix, suffix } = props;
    const given = attributes({
      ...controlAttributes(props, wiring),
      class: classes('mc-input', `mc-input--${width}`, props.code && 'mc-code'),
      type: props.type ?? 'text',
      value: props.value,
      inputmode: props.inputMode,
      autocomplete: props.autocomplete,
      maxlength: props.maxLength,
      spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
      readonly: props.readOnly,
      list: props.list,
      'data-focus': props.focus,
      ...keyAttributes(props.key),
    });
    const input = html`<input${given}>`;
    if (prefix === undefined && suffix === undefined) return input;
    return html`<div class="mc-affixed">${affix(prefix)}${input}${affix(suffix)}</div>`;
  });
}

const affix = (text: string | undefined): Html | undefined =>
  text === undefined ? undefined : html`<span class="mc-affix" aria-hidden="true">${text}</span>`;
