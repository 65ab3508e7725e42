/** Escaped-by-default HTML: a tagged template whose holes are text unless they are themselves `Html`. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Hole = Html | string | number | boolean | null | undefined | readonly Hole[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const special = /[&<>"']/;

export const escapeHtml = (text: string): string =>
  special.test(text) ? text.replace(/[&<>"']/g, (char) => entities[char] ?? char) : text;

function fill(hole: Hole): string {
  if (hole instanceof Html) return hole.text;
  if (typeof hole === 'string') return escapeHtml(hole);
  if (hole === null || hole === undefined || hole === false || hole === true) return '';
  if (typeof hole === 'number') return String(hole);
  let all = '';
  for (const part of hole) all += fill(part);
  return all;
}

/** `html\`<p>${name}</p>\`` — every hole is escaped; arrays are joined; false, null and undefined are nothing. */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let all = strings[0] ?? '';
  for (let i = 0; i < holes.length; i++) all += fill(holes[i]) + (strings[i + 1] ?? '');
  return new Html(all);
}

/** Markup made by ourselves or by a library that promises inert output (an SVG of a QR code). Never user input. */
export const trustedMarkup = (markup: string): Html => new Html(markup);

/** Attributes from an object: true → bare name, false/undefined/null → absent. */
export function attributes(values: Record<string, string | number | boolean | null | undefined>): Html {
  let all = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === false || value === null || value === undefined) continue;
    all += value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`;
  }
  return new Html(all);
}
