import { z } from 'zod';
import { cataloguePermissions } from '#capabilities/catalogue';
import { foldText } from '#kernel/text';
import { definePage, htmlReply } from '#platform/http';
import { citizenPage, type Doors, placeWords } from '#surfaces/shared';
import { back } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { centresView } from './centres.view.ts';
import { hoursInWords } from './hours.ts';

const mostShown = 30;

export const centresPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/trung-tam',
    permission: cataloguePermissions['catalogue.read'],
    audit: 'none',
    input: z.object({
      q: z.string().max(100).catch('').default(''),
      tat: z.string().optional().catch(undefined),
    }),
    async handle(ctx, { q, tat }) {
      const say = sayIn(ctx.locale);
      const { whereToFile: title, everyCentreReceives } = placeWords(doors.place.kind, ctx.locale);
      const [directory, edition] = await Promise.all([
        doors.units.directory(),
        doors.calendars.currentEdition(),
      ]);
      const words = foldText(q).split(' ').filter(Boolean);
      const found = directory.centres().filter((unit) => {
        const text = foldText(`${unit.name} ${unit.address}`);
        return words.every((word) => text.includes(word));
      });
      const shown = tat === undefined && words.length === 0 ? found.slice(0, mostShown) : found;
      const hours = edition.content.hours;
      const main = centresView({
        say,
        kind: doors.place.kind,
        title,
        lead: everyCentreReceives,
        q,
        total: found.length,
        centres: shown.map((unit) => ({
          id: unit.id,
          name: unit.name,
          address: unit.address,
          hours: hoursInWords(say, hours[unit.hours] ?? hours['office']),
        })),
        helpPhone: doors.place.helpPhone,
      });
      const before = back('/', say('Trang đầu', 'Home'));
      return htmlReply(citizenPage(ctx, doors, { title, main, before }));
    },
  });
