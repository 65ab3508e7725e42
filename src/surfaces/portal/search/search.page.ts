import { cataloguePermissions, type SearchEntry } from '#capabilities/catalogue';
import type { ProcedureDefinition } from '#capabilities/forms';
import { inLocale } from '#kernel/text';
import { definePage, htmlReply } from '#platform/http';
import { citizenPage, type Doors, placeWords } from '#surfaces/shared';
import { back } from '../words/page.ts';
import { type Say, sayIn } from '../words/say.ts';
import {
  essentialList,
  essentialOptions,
  filtersOf,
  levelOptions,
  searchInput,
  subjects,
} from './filters.ts';
import { type Found, searchView } from './search.view.ts';

const size = 20;

const levelNames = (say: Say) => ({
  commune: say('cấp xã', 'commune'),
  province: say('cấp tỉnh', 'province'),
  ministry: say('cấp bộ', 'ministry'),
  other: say('cơ quan khác', 'other'),
});

/** A live procedure may still be closed to online filing: its definition says so. */
export async function foundOf(doors: Doors, say: Say, entry: SearchEntry): Promise<Found> {
  const current = entry.live ? await doors.catalogue.current(entry.code) : undefined;
  const levels = entry.levels.map((level) => levelNames(say)[level]).join(', ');
  return {
    code: entry.code,
    name: entry.name,
    note: [entry.field, levels].filter(Boolean).join(' · '),
    online: current?.definition != null && (await servedOnline(doors, current.definition)),
  };
}

async function servedOnline(doors: Doors, { code, online }: ProcedureDefinition): Promise<boolean> {
  const level = (await doors.catalogue.offer()).serviceLevel(code, online.level);
  return level === 'full' || level === 'partial';
}

const sameText = (values: readonly string[]) => values.map((value) => ({ value, text: value }));

export const searchPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/thu-tuc',
    permission: cataloguePermissions['catalogue.read'],
    audit: 'none',
    input: searchInput,
    async handle(ctx, input) {
      const say = sayIn(ctx.locale);
      const { catalogue } = doors;
      const essential = essentialList(input);
      const codes = essential && (await catalogue.offer()).essentialCodes(essential);
      const [answer, facets] = await Promise.all([
        catalogue.search(
          input.q,
          { ...filtersOf(input), ...(codes ? { codes } : {}) },
          { from: (input.trang - 1) * size, size },
        ),
        catalogue.facets(),
      ]);
      const main = searchView({
        say,
        locale: ctx.locale,
        input,
        total: answer.total,
        size,
        found: await Promise.all(answer.hits.map((hit) => foundOf(doors, say, hit.entry))),
        options: {
          'linh-vuc': sameText(facets.fields),
          // All that a ministry decides is of one level.
          cap: doors.place.kind === 'province' ? levelOptions(say) : [],
          'doi-tuong': sameText(subjects),
          'co-quan': sameText(facets.agencies),
          'su-kien': catalogue
            .lifeEvents()
            .map((event) => ({ value: event.id, text: inLocale(event.name, ctx.locale) })),
          'thiet-yeu': catalogue.essentialServices().services.length > 0 ? essentialOptions(say) : [],
        },
        examples: placeWords(doors.place.kind, ctx.locale).searchExamples,
        helpPhone: doors.place.helpPhone,
      });
      const title = input.q
        ? say(`Tìm “${input.q}”`, `Search “${input.q}”`)
        : say('Danh sách thủ tục', 'All procedures');
      return htmlReply(
        citizenPage(ctx, doors, {
          title,
          main,
          before: back('/', say('Trang đầu', 'Home')),
          noindex: input.q !== '',
        }),
      );
    },
  });
