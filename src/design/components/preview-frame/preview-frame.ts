import { attributes, type Hole, type Html, html } from '#platform/html';
import { classes } from '../../markup.ts';

export interface PreviewFrameProps {
  /** Names the bar: this is a preview. */
  readonly barLabel: string;
  /** The ways to look at it. */
  readonly bar: Hole;
  /** As wide as a phone. */
  readonly phone?: boolean | undefined;
  readonly page: Hole;
}

/** A page of citizens, shown to those who make it. */
export const previewFrame = ({ barLabel, bar, phone, page }: PreviewFrameProps): Html =>
  html`<div${attributes({ class: classes('mc-preview', phone && 'mc-preview--phone') })}>${page}</div><aside class="mc-preview-bar"${attributes({ 'aria-label': barLabel })}>${bar}</aside>`;
