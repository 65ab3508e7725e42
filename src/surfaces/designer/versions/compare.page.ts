import { z } from 'zod';
import { cataloguePermissions, contentOfVersion, versionsOf } from '#capabilities/catalogue';
import { definePage, problem, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { designerReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { differencesBetween } from '../difference/differences-between.ts';
import { compareView } from './compare.view.ts';

const nth = z.coerce.number().int().min(1).optional().catch(undefined);

/** What is other between any two published versions; without a choice, the newest and the one before it. */
export const comparePage = (doors: Doors, deps: DesignerDeps): Route =>
  definePage({
    method: 'GET',
    path: '/thiet-ke/thu-tuc/:code/khac-biet',
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    input: z.object({ code: z.string().regex(/^\d\.\d{6}$/), tu: nth, den: nth }),
    async handle(ctx, { code, tu, den }) {
      const versions = await versionsOf(ctx, deps.services, code);
      const there = (asked: number | undefined) => versions.find(({ version }) => version === asked);
      const to = there(den) ?? versions[0];
      if (!to) return problem('not-found');
      const from = there(tu) ?? versions.find(({ version }) => version < to.version) ?? to;
      const [before, after] = await Promise.all(
        [from, to].map(({ version }) => contentOfVersion(ctx, code, version)),
      );
      return designerReply(ctx, doors, {
        title: sayIn(ctx.locale)('So sánh hai phiên bản', 'Two versions compared'),
        at: 'versions',
        beside: code,
        main: compareView(ctx, {
          code,
          name: to.name,
          versions,
          from,
          to,
          differences: before && after && (await differencesBetween(before, after)),
        }),
      });
    },
  });
