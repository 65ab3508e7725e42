import { attributes, type Hole, type Html, html } from '#platform/html';
import { classes } from '../../markup.ts';
import { type IconName, icon } from '../icon/icon.ts';
import { keyAttributes, keyHint } from '../key-hint/key-hint.ts';

export type ButtonKind = 'primary' | 'secondary' | 'warning';

interface Looks {
  /** A verb with its object: "Bổ sung giấy chứng sinh". */
  readonly text: string;
  /** At most one primary on a page; secondary unless told. */
  readonly kind?: ButtonKind | undefined;
  readonly icon?: IconName | undefined;
  /** Key of the office: shown on the button, bound by office.browser.ts. */
  readonly key?: string | undefined;
  readonly id?: string | undefined;
}

export interface ButtonProps extends Looks {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly type?: 'submit' | 'button' | undefined;
  readonly form?: string | undefined;
  readonly formAction?: string | undefined;
  /** The button cannot act now; the sentence says why and is read with it. Needs an `id`. */
  readonly disabledReason?: string | undefined;
}

const inside = ({ text, icon: name, key }: Looks): Hole => [
  name && icon({ name }),
  html`<span>${text}</span>`,
  key !== undefined && keyHint({ keys: key }),
];
const looks = ({ kind = 'secondary' }: Looks): string => classes('mc-button', `mc-button--${kind}`);

/** A button that sends its form. */
export function button(props: ButtonProps): Html {
  const { id, name, value, type = 'submit', form, formAction, disabledReason } = props;
  const reasonId = disabledReason === undefined ? undefined : `${id ?? name ?? 'button'}-why`;
  const given = attributes({
    type,
    class: looks(props),
    id,
    name,
    value,
    form,
    formaction: formAction,
    disabled: disabledReason !== undefined,
    'aria-describedby': reasonId,
    ...(disabledReason === undefined ? keyAttributes(props.key) : {}),
  });
  const whole = html`<button${given}>${inside(props)}</button>`;
  if (reasonId === undefined) return whole;
  return html`<div class="mc-button-off">${whole}<p${attributes({ id: reasonId })}>${disabledReason}</p></div>`;
}

export interface ButtonLinkProps extends Looks {
  readonly href: string;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const buttonLink = (props: ButtonLinkProps): Html =>
  html`<a${attributes({ href: props.href, id: props.id, class: looks(props), ...keyAttributes(props.key) })}>${inside(props)}</a>`;

/** Buttons and links in a row that wraps; the first is the main one. */
export const buttonGroup = (items: readonly Html[]): Html => html`<div class="mc-buttons">${items}</div>`;
