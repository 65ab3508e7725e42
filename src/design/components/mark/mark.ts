import { attributes, type Html, html } from '#platform/html';

export interface MarkProps {
  /** Said aloud; leave out when the name stands beside it. */
  readonly label?: string | undefined;
}

/** The mark: a door within a door, two thin gold lines on lacquer. */
export function mark({ label }: MarkProps = {}): Html {
  const spoken = label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label };
  const frame = { class: 'mc-mark', viewBox: '0 0 36 36', width: '36', height: '36', focusable: 'false' };
  return html`<svg${attributes({ ...frame, ...spoken })}><path d="M2 34V9a7 7 0 0 1 7-7h18a7 7 0 0 1 7 7v25z"/><path d="M12 34V19a6 6 0 0 1 12 0v15"/></svg>`;
}

/** The mark as a file of its own, for the browser's tab: serve it as `image/svg+xml`. */
export const markFile = (): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="8" fill="#7d1a14"/><g fill="none" stroke="#f0c877" stroke-width="2.2" stroke-linejoin="round"><path d="M6.5 30.5V12a6 6 0 0 1 6-6h11a6 6 0 0 1 6 6v18.5z"/><path d="M13.5 30.5V20a4.5 4.5 0 0 1 9 0v10.5"/></g></svg>';
