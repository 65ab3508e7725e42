import type { Locale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';

export type Theme = 'light' | 'dark';

export interface DocumentProps {
  readonly locale: Locale;
  /** Begins with "Lỗi: " while the page shows an error summary. */
  readonly title: string;
  /** Addresses with the content's hash in them. */
  readonly stylesheets: readonly string[];
  readonly scripts?: readonly string[] | undefined;
  /** Absent: as the person's device says. */
  readonly theme?: Theme | undefined;
  readonly large?: boolean | undefined;
  /** Address of `markFile()`. */
  readonly icon?: string | undefined;
  readonly robots?: 'noindex' | undefined;
  /** A frame. */
  readonly body: Html;
}

/** The document around a frame; styles and scripts are files of their own, for the CSP allows nothing inline. */
export function htmlDocument(props: DocumentProps): Html {
  const { locale, title, stylesheets, scripts = [], theme, large, icon, robots, body } = props;
  const root = attributes({ lang: locale, 'data-theme': theme, 'data-large': large === true });
  return html`<!doctype html>
<html${root}><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme"${attributes(
    { content: theme ?? 'light dark' },
  )}><meta name="theme-color" content="#7d1a14"><meta name="format-detection" content="telephone=no">${
    robots && html`<meta name="robots"${attributes({ content: robots })}>`
  }${icon && html`<link rel="icon"${attributes({ href: icon })}>`}${stylesheets.map(
    (href) => html`<link rel="stylesheet"${attributes({ href })}>`,
  )}${scripts.map((src) => html`<script${attributes({ src })} defer></script>`)}</head><body>${body}</body></html>`;
}
