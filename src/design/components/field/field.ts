import type { Locale } from '#kernel/text';
import { attributes, type Hole, type Html, html } from '#platform/html';
import { classes } from '../../markup.ts';
import { wordsOf } from '../../words.ts';
import { icon } from '../icon/icon.ts';

/** What every control of a form has. */
export interface FieldProps {
  readonly name: string;
  /** Of the first control, so that `#id` in an error summary always lands on something to type in. Default: the name. */
  readonly id?: string | undefined;
  readonly label: string;
  /** The label is the page's `h1`: one question per page. */
  readonly pageHeading?: boolean | undefined;
  readonly hint?: Hole;
  /** Same words as in the error summary; says how to mend. */
  readonly error?: string | undefined;
  /** `false` adds "(không bắt buộc)" to the label; `true` is told to screen readers. */
  readonly required?: boolean | undefined;
  /** Other words than "(không bắt buộc)". */
  readonly optionalText?: string | undefined;
  readonly locale?: Locale | undefined;
}

/** What a control needs to be joined to its label, hint and error. */
export interface Wiring {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

export function wiringOf(props: FieldProps): Wiring {
  const id = props.id ?? props.name;
  const invalid = props.error !== undefined;
  const described = classes(props.hint !== undefined && `${id}-hint`, invalid && `${id}-error`);
  return { id, describedBy: described || undefined, invalid };
}

/** Attributes shared by input, select and textarea. */
export const controlAttributes = (props: FieldProps, wiring: Wiring) => ({
  id: wiring.id,
  name: props.name,
  'aria-describedby': wiring.describedBy,
  'aria-invalid': wiring.invalid && 'true',
  'aria-required': props.required === true && 'true',
});

/** The label's words with the mark of an optional answer. */
export function labelText({ label, required, optionalText, locale }: FieldProps): Hole {
  if (required !== false && optionalText === undefined) return label;
  return html`${label} <span class="mc-optional">${optionalText ?? wordsOf(locale).optional}</span>`;
}

export const hintOf = ({ hint }: FieldProps, { id }: Wiring): Html | undefined =>
  hint === undefined
    ? undefined
    : html`<div class="mc-hint"${attributes({ id: `${id}-hint` })}>${hint}</div>`;

export const errorOf = ({ error, locale }: FieldProps, { id }: Wiring): Html | undefined =>
  error === undefined
    ? undefined
    : html`<p class="mc-error"${attributes({ id: `${id}-error` })}>${icon({ name: 'error' })}<span><span class="mc-hidden">${wordsOf(locale).errorPrefix} </span>${error}</span></p>`;

/** Label, hint, error, then the control: read in the order in which it is needed. */
export function field(props: FieldProps, control: (wiring: Wiring) => Html): Html {
  const wiring = wiringOf(props);
  const label = html`<label class="mc-label"${attributes({ for: wiring.id })}>${labelText(props)}</label>`;
  return html`<div${attributes({ class: classes('mc-field', wiring.invalid && 'mc-field--error') })}>${
    props.pageHeading ? html`<h1 class="mc-label-heading">${label}</h1>` : label
  }${hintOf(props, wiring)}${errorOf(props, wiring)}${control(wiring)}</div>`;
}
