import { z } from 'zod';
import { cataloguePermissions, nationalList, nationalRemarks } from '#capabilities/catalogue';
import { definePage, problem, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { adminReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { nationalHome, nationalHref } from './addresses.ts';
import { reportView } from './report.view.ts';

const size = 50;

/** What reading a list corrected, kept or set aside: figures, then row by row. */
export const reportPage = (doors: Doors): Route =>
  definePage({
    method: 'GET',
    path: `${nationalHome}/:id/bao-cao`,
    permission: cataloguePermissions['catalogue.publish'],
    audit: 'none',
    input: z.object({
      id: z.uuid(),
      loai: z
        .string()
        .regex(/^[a-z-]{1,40}$/)
        .optional()
        .catch(undefined),
      tu: z.coerce.number().int().min(0).max(1_000_000).default(0).catch(0),
    }),
    async handle(ctx, { id, loai: reason, tu: skip }) {
      const list = await nationalList(ctx, id);
      if (!list) return problem('not-found');
      const say = sayIn(ctx.locale);
      const rows = await nationalRemarks(ctx, id, { reason, skip, size: size + 1 });
      return adminReply(ctx, doors, {
        title: say(`Báo cáo đọc: ${list.name}`, `Report of the reading: ${list.name}`),
        at: 'national',
        back: { href: nationalHref(id), text: say('Các khác biệt', 'The differences') },
        main: reportView(ctx, {
          list,
          reason,
          rows: rows.slice(0, size),
          skip,
          size,
          more: rows.length > size,
        }),
      });
    },
  });
