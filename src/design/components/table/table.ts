import { attributes, type Hole, type Html, html } from '#platform/html';

export interface TableColumn {
  readonly text: string;
  /** Numbers stand right, in figures of one width. */
  readonly numeric?: boolean | undefined;
  /** Whole sentences: on a narrow screen they keep room to be read. */
  readonly long?: boolean | undefined;
}

export interface TableProps {
  /** Unique on the page. */
  readonly id: string;
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Hole[])[];
  /** The first cell names its row. */
  readonly rowHeaders?: boolean | undefined;
}

/** A table that scrolls inside itself on a narrow screen; the region takes the focus so that keys can scroll it. */
export function table({ id, caption, captionHidden, columns, rows, rowHeaders }: TableProps): Html {
  const captionId = `${id}-caption`;
  const region = attributes({ role: 'region', 'aria-labelledby': captionId, tabindex: '0' });
  const cell = (content: Hole, index: number): Html => {
    const column = columns[index];
    const given = attributes({ class: column?.numeric ? 'mc-number' : column?.long && 'mc-words' });
    return rowHeaders && index === 0
      ? html`<th scope="row"${given}>${content}</th>`
      : html`<td${given}>${content}</td>`;
  };
  return html`<div class="mc-scroll"${region}><table class="mc-table"${attributes({ id })}><caption${attributes({ id: captionId })}>${
    captionHidden ? html`<span class="mc-hidden">${caption}</span>` : caption
  }</caption><thead><tr>${columns.map(
    (column) =>
      html`<th scope="col"${attributes({ class: column.numeric && 'mc-number' })}>${column.text}</th>`,
  )}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}</tbody></table></div>`;
}
