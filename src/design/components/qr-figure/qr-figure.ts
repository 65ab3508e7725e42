import { attributes, type Hole, type Html, html } from '#platform/html';
import { classes } from '../../markup.ts';

export interface QrFigureProps {
  /** Drawn by the caller's QR library, as inert SVG. */
  readonly svg: Html;
  /** What the code opens, for those who do not see it. */
  readonly label: string;
  /** The same in signs that can be typed. */
  readonly code?: string | undefined;
  readonly caption?: Hole;
  /** To be read from a screen by another phone: as large as it was drawn, the whole width on a phone. */
  readonly large?: boolean | undefined;
}

/** A QR code on white with quiet margins in either scheme, and the same content to read. */
export const qrFigure = ({ svg, label, code, caption, large }: QrFigureProps): Html =>
  html`<figure${attributes({ class: classes('mc-qr', large && 'mc-qr--large') })}><div class="mc-qr-sheet" role="img"${attributes({ 'aria-label': label })}>${svg}</div><figcaption>${
    code && html`<strong class="mc-code">${code}</strong>`
  }${caption}</figcaption></figure>`;
