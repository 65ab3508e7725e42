import { z } from 'zod';
import { cataloguePermissions } from '#capabilities/catalogue';
import { localDate } from '#kernel/time';
import { definePage, htmlReply } from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { back } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { historyPath } from './history/paths.ts';
import { lawOf } from './law/law.ts';
import { lawDetails, lawTags, moveNotices, whereDecided } from './law/law.view.ts';
import { underDecisions } from './law/under-decisions.ts';
import { sheetOf } from './make-sheet.ts';
import { closedNotice, procedureView, unknownProcedureView } from './procedure.view.ts';

export const procedurePage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/thu-tuc/:code',
    permission: cataloguePermissions['catalogue.read'],
    audit: 'none',
    input: z.object({ code: z.string().max(40) }),
    async handle(ctx, { code }) {
      const say = sayIn(ctx.locale);
      const before = back('/thu-tuc', say('Danh sách thủ tục', 'All procedures'));
      const published = await doors.catalogue.current(code);
      // Procedures inside the administration are not for the public (catalogue, `isPublic`).
      if (!published?.national.isPublic) {
        const main = unknownProcedureView(say, code);
        return htmlReply(
          citizenPage(ctx, doors, { title: say('Không có mã này', 'Unknown code'), main, before }),
          404,
        );
      }
      const [offer, law] = await Promise.all([doors.catalogue.offer(), lawOf(doors, published)]);
      const asDecided = sheetOf(
        underDecisions(published, offer),
        say,
        ctx.locale,
        doors.place.kind,
        localDate(ctx.clock.now()),
      );
      const sheet = {
        ...asDecided,
        ...(law.now?.toUnit ? { decidedBy: law.now.toUnit } : {}),
        ...(law.onlyWhereDecided ? { place: { ...asDecided.place, ...whereDecided(say) } } : {}),
      };
      return htmlReply(
        citizenPage(ctx, doors, {
          title: sheet.name,
          main: [
            closedNotice(say, published),
            procedureView({
              say,
              sheet,
              history: historyPath(sheet.code),
              decisions: {
                above: [lawTags(say, ctx.locale, law), ...moveNotices(say, ctx.locale, law)],
                below: lawDetails(say, ctx.locale, law),
              },
            }),
          ],
          before,
        }),
      );
    },
  });
