import type { Locale } from '#kernel/text';
import { attributes, type Hole, type Html, html } from '#platform/html';
import { classes } from '../../markup.ts';
import { wordsOf } from '../../words.ts';

export interface SummaryRow {
  readonly label: string;
  readonly value: Hole;
  /** Agreement or disagreement with a register, a tag beside the fact. */
  readonly note?: Hole;
  readonly change?: { readonly href: string; readonly text?: string | undefined } | undefined;
}

export interface SummaryListProps {
  readonly rows: readonly SummaryRow[];
  readonly locale?: Locale | undefined;
}

/** Questions with their answers, each with its own way to change it. */
export function summaryList({ rows, locale }: SummaryListProps): Html {
  const words = wordsOf(locale);
  const noted = rows.some((row) => row.note !== undefined);
  const changed = !noted && rows.some((row) => row.change !== undefined);
  return html`<dl${attributes({ class: classes('mc-facts', noted && 'mc-facts--noted', changed && 'mc-facts--change') })}>${rows.map(
    ({ label, value, note, change }) =>
      html`<div><dt>${label}</dt><dd>${value}</dd>${
        (note !== undefined || change) &&
        html`<dd class="mc-facts-end">${note}${
          change &&
          html`<a${attributes({ href: change.href })}>${change.text ?? words.change}<span class="mc-hidden"> ${label}</span></a>`
        }</dd>`
      }</div>`,
  )}</dl>`;
}
