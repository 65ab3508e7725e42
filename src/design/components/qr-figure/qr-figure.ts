import { attributes, type Hole, type Html, html } from '#platform/html';

export interface QrFigureProps {
  /** Drawn by the caller's QR library, as inert SVG. */
  readonly svg: Html;
  /** What the code opens, for those who do not see it. */
  readonly label: string;
  /** The same in signs that can be typed. */
  readonly code?: string | undefined;
  readonly caption?: Hole;
}

/** A QR code on white with quiet margins in either scheme, and the same content to read. */
export const qrFigure = ({ svg, label, code, caption }: QrFigureProps): Html =>
  html`<figure class="mc-qr"><div class="mc-qr-sheet" role="img"${attributes({ 'aria-label': label })}>${svg}</div><figcaption>${
    code && html`<strong class="mc-code">${code}</strong>`
  }${caption}</figcaption></figure>`;
