import { attributes, type Hole, type Html, html } from '#platform/html';
import { classes, type HeadingLevel, heading } from '../../markup.ts';
import { type ButtonKind, button } from '../button/button.ts';
import { keyAttributes, keyHint } from '../key-hint/key-hint.ts';

export interface SearchBoxProps {
  readonly id: string;
  /** A GET form: the answer has an address that can be kept and sent. */
  readonly action: string;
  readonly name: string;
  readonly label: string;
  readonly labelHidden?: boolean | undefined;
  /** The label is also the heading of its card. */
  readonly headingLevel?: HeadingLevel | undefined;
  readonly hint?: Hole;
  readonly value?: string | undefined;
  readonly buttonText: string;
  readonly buttonKind?: ButtonKind | undefined;
  readonly placeholder?: string | undefined;
  readonly key?: string | undefined;
  /** Hidden fields that keep a filter. */
  readonly hidden?: Hole;
}

export function searchBox(props: SearchBoxProps): Html {
  const { id, label, labelHidden, headingLevel, hint } = props;
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const given = attributes({
    id,
    class: 'mc-input',
    type: 'search',
    name: props.name,
    value: props.value,
    placeholder: props.placeholder,
    autocomplete: 'off',
    'aria-describedby': hintId,
    ...keyAttributes(props.key),
  });
  const labelled = html`<label${attributes({ for: id, class: classes('mc-label', labelHidden && 'mc-hidden') })}>${label}</label>`;
  return html`<form class="mc-search" role="search"${attributes({ action: props.action, 'aria-label': label })}>${props.hidden}${headingLevel === undefined ? labelled : heading(headingLevel, labelled)}${hintId && html`<div class="mc-hint"${attributes({ id: hintId })}>${hint}</div>`}<div class="mc-search-row"><span class="mc-search-field"><input${given}>${props.key !== undefined && keyHint({ keys: props.key })}</span>${button(
    { text: props.buttonText, kind: props.buttonKind, icon: 'search' },
  )}</div></form>`;
}
