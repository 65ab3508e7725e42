import { z } from 'zod';
import { cataloguePermissions, type SearchEntry } from '#capabilities/catalogue';
import { inLocale } from '#kernel/text';
import { html } from '#platform/html';
import { definePage, htmlReply, problem } from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { foundOf } from '../search/search.page.ts';
import { foundList } from '../search/search.view.ts';
import { back } from '../words/page.ts';
import { sayIn } from '../words/say.ts';

export const lifeEventPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/su-kien/:id',
    permission: cataloguePermissions['catalogue.read'],
    audit: 'none',
    input: z.object({ id: z.string().max(60) }),
    async handle(ctx, { id }) {
      const event = doors.catalogue.lifeEvents().find((each) => each.id === id);
      if (!event) return problem('not-found');
      const say = sayIn(ctx.locale);
      const answer = await doors.catalogue.search('', { lifeEvent: id }, { size: 100 });
      // The event's own order is the order in which people come to need them.
      const place = (entry: SearchEntry) => {
        const at = event.procedures.indexOf(entry.code);
        return at < 0 ? event.procedures.length : at;
      };
      const entries = answer.hits.map((hit) => hit.entry).sort((a, b) => place(a) - place(b));
      const found = await Promise.all(entries.map((entry) => foundOf(doors, say, entry)));
      const name = inLocale(event.name, ctx.locale);
      const main = html`<h1>${name}</h1><p>${inLocale(event.description, ctx.locale)}</p>${
        found.length > 0
          ? foundList(say, found)
          : html`<p>${say('Chưa có thủ tục nào ở đây.', 'Nothing here yet.')} <a href="/thu-tuc">${say('Xem tất cả thủ tục', 'See all procedures')}</a></p>`
      }`;
      return htmlReply(
        citizenPage(ctx, doors, { title: name, main, before: back('/', say('Trang đầu', 'Home')) }),
      );
    },
  });
