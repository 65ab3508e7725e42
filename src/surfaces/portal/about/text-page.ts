import { z } from 'zod';
import { details } from '#design';
import type { LocalText } from '#kernel/text';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { definePage, htmlReply, type Route } from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { portalPermissions } from '../permissions.ts';
import { back } from '../words/page.ts';
import { sayIn } from '../words/say.ts';

export interface Section {
  readonly title: LocalText;
  readonly text: readonly LocalText[];
  readonly links?: readonly { readonly text: LocalText; readonly href: string }[];
  /** Closed until asked for: answers to questions that only some have. */
  readonly folded?: boolean;
}
export interface TextPage {
  readonly path: string;
  readonly title: LocalText;
  readonly intro?: (doors: Doors) => LocalText;
  readonly sections: (doors: Doors) => readonly Section[];
}

/** A page that only tells: headings, short paragraphs, links. */
export const textPage = (page: TextPage, doors: Doors): Route =>
  definePage({
    method: 'GET',
    path: page.path,
    permission: portalPermissions['portal.read'],
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      const words = (text: LocalText) => inLocale(text, ctx.locale);
      const sectionOf = (section: Section): Html => {
        const content = html`${section.text.map((line) => html`<p>${words(line)}</p>`)}${
          section.links &&
          html`<ul>${section.links.map((link) => html`<li><a href="${link.href}">${words(link.text)}</a></li>`)}</ul>`
        }`;
        return section.folded
          ? details({ summary: words(section.title), content })
          : html`<h2>${words(section.title)}</h2>${content}`;
      };
      const title = words(page.title);
      const main = html`<h1>${title}</h1>${page.intro && html`<p>${words(page.intro(doors))}</p>`}${page.sections(doors).map(sectionOf)}`;
      return htmlReply(citizenPage(ctx, doors, { title, main, before: back('/', say('Trang đầu', 'Home')) }));
    },
  });
