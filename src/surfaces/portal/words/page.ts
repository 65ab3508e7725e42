import { backLink } from '#design';
import { type Html, html } from '#platform/html';
import type { Say } from './say.ts';

/** A title while its page shows an error summary. */
export const titleWith = (say: Say, title: string, hasError: boolean): string =>
  hasError ? `${say('Lỗi', 'Error')}: ${title}` : title;

export const back = (href: string, text: string): Html => backLink({ href, text });

/** Text of the national list with its own line breaks, as paragraphs and list items; nothing of it is markup. */
export function sourceText(text: string): Html {
  const lines = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const bullets = lines.length > 1 && lines.every((line) => /^[-+*•]/.test(line));
  if (bullets) return html`<ul>${lines.map((line) => html`<li>${line.replace(/^[-+*•]\s*/, '')}</li>`)}</ul>`;
  return html`${lines.map((line) => html`<p>${line}</p>`)}`;
}
