import { attributes, type Html, html } from '#platform/html';
import { type TagProps, tag } from '../tag/tag.ts';

export interface TaskListItem {
  /** Unique on the page. */
  readonly id: string;
  readonly text: string;
  /** Absent while the task cannot be started. */
  readonly href?: string | undefined;
  readonly hint?: string | undefined;
  readonly status: TagProps;
}

export interface TaskListProps {
  readonly items: readonly TaskListItem[];
}

/** Parts of a long form with the state of each. */
export const taskList = ({ items }: TaskListProps): Html =>
  html`<ul class="mc-tasks">${items.map(({ id, text, href, hint, status }) => {
    const described = hint === undefined ? `${id}-status` : `${id}-hint ${id}-status`;
    return html`<li><div>${
      href === undefined
        ? html`<span class="mc-quiet">${text}</span>`
        : html`<a${attributes({ href, 'aria-describedby': described })}>${text}</a>`
    }${hint && html`<div class="mc-hint"${attributes({ id: `${id}-hint` })}>${hint}</div>`}</div><div${attributes({ id: `${id}-status` })}>${tag(status)}</div></li>`;
  })}</ul>`;
