import { z } from 'zod';
import type { SearchHit } from '#capabilities/catalogue';
import { dossierPermissions } from '#capabilities/dossiers';
import { definePage, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { officeReply } from '../../core/frame.ts';
import { sayIn } from '../../words/say.ts';
import { counterHome, sheetHref } from '../addresses.ts';
import { recall } from '../sheet/kept.ts';
import { chooseView } from './choose.view.ts';

const most = 12;

/** `/mot-cua/quay`: which procedure the person at the counter asks for. */
export const choosePage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: counterHome,
    permission: dossierPermissions['dossiers.receive-at-counter'],
    audit: 'none',
    input: z.object({ q: z.string().max(200).default('') }),
    async handle(ctx, { q }) {
      const typed = q.trim();
      // A whole code leaves no choice to be made.
      if (/^\d\.\d{6}$/.test(typed) && (await doors.catalogue.current(typed)))
        return redirectTo(sheetHref(typed));
      const [recent, found, everyday] = await Promise.all([
        Promise.all(recall(ctx).recent.map((code) => doors.catalogue.current(code))),
        typed === ''
          ? { total: 0, hits: [] as readonly SearchHit[] }
          : doors.catalogue.search(typed, {}, { size: most }),
        doors.catalogue.search('', {}, { size: 200 }),
      ]);
      const say = sayIn(ctx.locale);
      const main = chooseView({
        say,
        typed,
        found: found.hits.map(({ entry }) => entry),
        total: found.total,
        recent: recent.filter((each) => each !== undefined),
        everyday: everyday.hits
          .map(({ entry }) => entry)
          .filter((entry) => entry.live)
          .slice(0, most),
      });
      return officeReply(ctx, doors, { title: say('Nhận tại quầy', 'Receive a walk-in'), main });
    },
  });
