import { attributes, type Hole, type Html, html } from '#platform/html';

export interface ChoiceOption {
  readonly value: string;
  readonly text: string;
  readonly hint?: Hole;
  /** What is asked only when this answer is chosen; without script it is always shown. */
  readonly then?: Html | undefined;
}

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly option: ChoiceOption;
  readonly checked: boolean;
}

/** One radio or tick box with its label: the whole line is the target. */
export function choice({ type, id, name, option, checked }: ChoiceProps): Html {
  const hintId = option.hint === undefined ? undefined : `${id}-note`;
  const given = attributes({ type, id, name, value: option.value, checked, 'aria-describedby': hintId });
  return html`<div class="mc-choice"><input${given}><label${attributes({ for: id })}>${option.text}</label>${
    hintId && html`<div class="mc-hint"${attributes({ id: hintId })}>${option.hint}</div>`
  }</div>${option.then && html`<div class="mc-choice-then">${option.then}</div>`}`;
}
