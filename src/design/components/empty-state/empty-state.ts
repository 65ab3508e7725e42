import { type Hole, type Html, html } from '#platform/html';
import { type HeadingLevel, heading } from '../../markup.ts';
import { type IconName, icon } from '../icon/icon.ts';

export interface EmptyStateProps {
  readonly title: string;
  readonly headingLevel?: HeadingLevel | undefined;
  /** Why it is empty and what to do. */
  readonly text?: Hole;
  readonly action?: Hole;
  readonly icon?: IconName | undefined;
}

/** Nothing here, said as a fact and with a way on. */
export const emptyState = ({
  title,
  headingLevel = 2,
  text,
  action,
  icon: name = 'door',
}: EmptyStateProps): Html =>
  html`<div class="mc-empty">${icon({ name })}${heading(headingLevel, title)}${text !== undefined && html`<div class="mc-quiet">${text}</div>`}${action}</div>`;
