import { attributes, type Hole, type Html, html } from '#platform/html';
import { type HeadingLevel, heading } from '../../markup.ts';
import { icon } from '../icon/icon.ts';

export interface DocumentPage {
  readonly src: string;
  /** What the page is: "Giấy chứng sinh, trang 1 trên 2". */
  readonly alt: string;
  /** Pixels of the drawn image, so that the page does not jump while it loads. */
  readonly width: number;
  readonly height: number;
  /** Opens the page alone, large. */
  readonly href?: string | undefined;
}

export interface DocumentViewerProps {
  readonly title: string;
  readonly headingLevel?: HeadingLevel | undefined;
  readonly pages: readonly DocumentPage[];
  readonly download?: { readonly href: string; readonly text: string } | undefined;
  /** "đã đối chiếu bản chính tại Long Xuyên, 20/11 07:40" */
  readonly note?: Hole;
  /** Other papers of the same file. */
  readonly others?: Hole;
  readonly emptyText?: string | undefined;
}

/** A paper as images of its pages; the raw file is only ever a download. */
export function documentViewer(props: DocumentViewerProps): Html {
  const { title, headingLevel = 2, pages, download, note, others, emptyText } = props;
  const bar = html`<div class="mc-viewer-bar">${heading(headingLevel, title)}${
    download &&
    html`<a${attributes({ href: download.href })} download>${icon({ name: 'download' })}${download.text}</a>`
  }</div>`;
  const page = ({ src, alt, width, height, href }: DocumentPage, index: number): Html => {
    const loading = index === 0 ? 'eager' : 'lazy';
    const image = html`<img${attributes({ src, alt, width, height, loading, decoding: 'async' })}>`;
    return html`<li>${href === undefined ? image : html`<a${attributes({ href })}>${image}</a>`}</li>`;
  };
  const sheets =
    pages.length === 0 ? html`<p class="mc-quiet">${emptyText}</p>` : html`<ol>${pages.map(page)}</ol>`;
  return html`<section class="mc-viewer"${attributes({ 'aria-label': title })}>${bar}${others}${sheets}${
    note !== undefined && html`<div class="mc-viewer-note">${note}</div>`
  }</section>`;
}
