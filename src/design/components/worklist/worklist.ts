import type { Locale } from '#kernel/text';
import { attributes, type Hole, type Html, html } from '#platform/html';
import { wordsOf } from '../../words.ts';
import { type DeadlineTagProps, deadlineTag } from '../deadline-tag/deadline-tag.ts';
import { type TagProps, tag } from '../tag/tag.ts';

export interface WorklistRow {
  /** Sent when the row is ticked. */
  readonly value: string;
  readonly code: string;
  readonly href: string;
  /** Two lines: what it is, whose it is. */
  readonly title: string;
  readonly subtitle: string;
  readonly deadline?: DeadlineTagProps | undefined;
  readonly step: string;
  readonly stepNote?: string | undefined;
  readonly tags?: readonly TagProps[] | undefined;
  /** The row come from: marked, and first for the keys. */
  readonly current?: boolean | undefined;
  readonly ticked?: boolean | undefined;
}

export interface WorklistProps {
  /** Unique on the page. */
  readonly id: string;
  readonly caption: string;
  readonly columns: {
    readonly code: string;
    readonly title: string;
    readonly deadline: string;
    readonly step: string;
    readonly tags: string;
  };
  readonly rows: readonly WorklistRow[];
  /** Name of the tick boxes; they belong to the form with the id `form`. */
  readonly select?: { readonly name: string; readonly form: string } | undefined;
  readonly locale?: Locale | undefined;
}

/** A list of work, two lines a row, sorted by its caller; J and K walk it, X ticks (office.browser.ts). */
export function worklist({ id, caption, columns, rows, select, locale }: WorklistProps): Html {
  const words = wordsOf(locale);
  const box = (row: WorklistRow): Hole =>
    select &&
    html`<td class="mc-work-tick"><input type="checkbox"${attributes({
      name: select.name,
      form: select.form,
      value: row.value,
      checked: row.ticked,
      'aria-label': words.select(`${row.code}, ${row.subtitle}`),
    })}></td>`;
  const line = (row: WorklistRow): Html =>
    html`<tr data-row${attributes({ class: row.current && 'mc-work--current' })}>${box(row)}<td class="mc-work-code"><a class="mc-code"${attributes(
      { href: row.href },
    )}>${row.code}</a></td><th scope="row" class="mc-work-title">${row.title}<span>${row.subtitle}</span></th><td class="mc-work-due">${
      row.deadline && deadlineTag(row.deadline)
    }</td><td class="mc-work-step">${row.step}${row.stepNote && html`<span>${row.stepNote}</span>`}</td><td class="mc-work-tags">${row.tags?.map(
      tag,
    )}</td></tr>`;
  return html`<table class="mc-work" data-rows${attributes({ id })}><caption class="mc-hidden">${caption}</caption><thead><tr>${
    select && html`<td></td>`
  }<th scope="col">${columns.code}</th><th scope="col">${columns.title}</th><th scope="col">${columns.deadline}</th><th scope="col">${columns.step}</th><th scope="col"><span class="mc-hidden">${columns.tags}</span></th></tr></thead><tbody>${rows.map(line)}</tbody></table>`;
}
