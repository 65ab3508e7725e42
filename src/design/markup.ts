import { attributes, type Hole, type Html, html } from '#platform/html';

/** Joins class names, leaving out what is false. */
export const classes = (...names: readonly (string | false | undefined)[]): string =>
  names.filter((name) => name).join(' ');

export type HeadingLevel = 1 | 2 | 3 | 4;

/** `h1` to `h4`: the level belongs to the page, so it is always asked for, never guessed by a component's looks. */
export const heading = (level: HeadingLevel, content: Hole, className?: string): Html =>
  html`<h${level}${attributes({ class: className })}>${content}</h${level}>`;

/** Goes somewhere by a link, or changes something by a form post with its hidden fields (the CSRF token). */
export type Move =
  | { readonly href: string }
  | { readonly action: string; readonly hidden?: Hole; readonly name?: string; readonly value?: string };

/** A link or a button that looks like one; without script both work. */
export function moveLink(
  move: Move,
  text: Hole,
  extra: Record<string, string | boolean | undefined> = {},
): Html {
  if ('href' in move) return html`<a${attributes({ href: move.href, ...extra })}>${text}</a>`;
  const { class: className, ...others } = extra;
  const button = attributes({
    class: classes('mc-link-button', typeof className === 'string' && className),
    name: move.name,
    value: move.value,
    ...others,
  });
  return html`<form method="post"${attributes({ action: move.action })}>${move.hidden}<button type="submit"${button}>${text}</button></form>`;
}
