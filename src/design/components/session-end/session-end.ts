import { attributes, type Html, html } from '#platform/html';
import { button } from '../button/button.ts';

export interface SessionEndProps {
  /** Until nobody has done anything for too long, in ms from now. */
  readonly left?: number | undefined;
  /** Until the longest a session may last, whatever is done, in ms from now. */
  readonly most?: number | undefined;
  /** Asking here keeps the session; answers `{"left": ms}`. */
  readonly keep: string;
  readonly words: {
    readonly title: string;
    /** `{time}` becomes the time of the end. */
    readonly text: string;
    readonly stay: string;
    readonly kept: string;
    readonly failed: string;
    readonly over: string;
    /** Read without script, beside a form that may take long: the time itself stands in it. */
    readonly plain: string | undefined;
  };
  /** Stands open: for the gallery. */
  readonly open?: boolean | undefined;
}

/** Five minutes before a session ends of idleness, session-end.ts asks whether to keep it (WCAG 2.2.1, 2.2.6). */
export function sessionEnd({ left, most, keep, words, open }: SessionEndProps): Html {
  const given = attributes({
    class: 'mc-session',
    'aria-labelledby': 'phien-ten',
    'aria-describedby': 'phien-loi',
    open: open === true,
    'data-session-keep': keep,
    'data-left': left === undefined ? undefined : String(Math.max(0, Math.round(left))),
    'data-most': most === undefined ? undefined : String(Math.max(0, Math.round(most))),
    'data-text': words.text,
    'data-kept': words.kept,
    'data-failed': words.failed,
    'data-over': words.over,
  });
  return html`<dialog${given}><div class="mc-stack"><h2 id="phien-ten">${words.title}</h2><p id="phien-loi" role="status">${
    open === true && words.text
  }</p>${button({ text: words.stay, type: 'button', id: 'phien-giu' })}</div></dialog><p class="mc-hidden" role="status" data-session-said></p>${
    words.plain !== undefined &&
    html`<noscript><p class="mc-session-plain mc-quiet mc-small">${words.plain}</p></noscript>`
  }`;
}
