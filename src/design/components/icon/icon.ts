import { attributes, type Html, html, trustedMarkup } from '#platform/html';

const paths = {
  check: '<path d="m4 10.5 4 4 8-9"/>',
  clock: '<circle cx="10" cy="10" r="7.25"/><path d="M10 5.5V10l3 2"/>',
  warning: '<path d="M10 2.8 1.9 17h16.2z"/><path d="M10 8v4.2M10 14.6v.1"/>',
  error: '<circle cx="10" cy="10" r="7.25"/><path d="M10 6v5M10 13.7v.1"/>',
  info: '<circle cx="10" cy="10" r="7.25"/><path d="M10 9.2V14M10 6.3v.1"/>',
  lock: '<rect x="4" y="9" width="12" height="8.2" rx="1.6"/><path d="M6.8 9V6.4a3.2 3.2 0 0 1 6.4 0V9"/>',
  file: '<path d="M5 2.6h6.6L15.4 6.4V17.4H5z"/><path d="M11.4 2.8v3.8h3.8M7.6 10.4h5.2M7.6 13.6h5.2"/>',
  person: '<circle cx="10" cy="6.6" r="3.4"/><path d="M3.4 17.4c.8-3.8 3.4-5.6 6.6-5.6s5.8 1.8 6.6 5.6"/>',
  search: '<circle cx="8.6" cy="8.6" r="5.4"/><path d="m12.6 12.6 4.6 4.6"/>',
  printer: '<path d="M5.6 7.4V2.8h8.8v4.6M5.6 14.4H3V7.6h14v6.8h-2.6"/><path d="M5.6 11.8h8.8v5.4H5.6z"/>',
  arrow: '<path d="M3.6 10h12.4M11 5l5 5-5 5"/>',
  back: '<path d="m12.4 4.4-5.6 5.6 5.6 5.6"/>',
  dot: '<circle cx="10" cy="10" r="6.5" fill="currentColor" stroke="none"/>',
  door: '<path d="M3.4 17.4V6.6a4 4 0 0 1 4-4h5.2a4 4 0 0 1 4 4v10.8z"/><path d="M7.6 17.4V11a2.4 2.4 0 0 1 4.8 0v6.4"/>',
  pause: '<circle cx="10" cy="10" r="7.25"/><path d="M8 7.2v5.6M12 7.2v5.6"/>',
  download: '<path d="M10 2.8v9.6M5.8 8.6l4.2 4.2 4.2-4.2M3.6 16.8h12.8"/>',
  letters: '<path d="m2.4 15 4-10 4 10M3.8 11.6h5.2M12.4 15l2.6-6.4 2.6 6.4M13.2 13h3.6"/>',
} as const;

export type IconName = keyof typeof paths;
export const iconNames = Object.keys(paths) as readonly IconName[];

export interface IconProps {
  readonly name: IconName;
  /** Said aloud; without it the icon is decoration and the words beside it speak. */
  readonly label?: string | undefined;
}

/** A line icon of 20 units that takes the size and colour of its text. */
export function icon({ name, label }: IconProps): Html {
  const spoken = label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label };
  const frame = { class: 'mc-icon', viewBox: '0 0 20 20', width: '20', height: '20', focusable: 'false' };
  return html`<svg${attributes({ ...frame, ...spoken })}>${trustedMarkup(paths[name] ?? '')}</svg>`;
}
