import { z } from 'zod';
import { cataloguePermissions, contentOfVersion, procedureDraft, versionsOf } from '#capabilities/catalogue';
import { inLocale } from '#kernel/text';
import { definePage, problem, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { designerReply, stateTag } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { differenceView } from './difference.view.ts';
import { differencesBetween } from './differences-between.ts';

/** What this draft changes of the version in force (once published: of the one before it), and the open work on each. */
export const differencePage = (doors: Doors, deps: DesignerDeps): Route =>
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/khac-biet',
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    input: z.object({ draft: z.uuid() }),
    async handle(ctx, { draft: id }) {
      const draft = await procedureDraft(ctx, id);
      if (!draft) return problem('not-found');
      const say = sayIn(ctx.locale);
      const versions = await versionsOf(ctx, deps.services, draft.code);
      const { version: own } = draft;
      const other = versions.find((each) =>
        own === null ? each.standing === 'in-force' : each.version < own,
      )?.version;
      const before = other === undefined ? undefined : await contentOfVersion(ctx, draft.code, other);
      return designerReply(ctx, doors, {
        title: `${say('Khác biệt', 'Differences')}: ${inLocale(draft.content.definition.name, ctx.locale) || draft.code}`,
        draft,
        at: 'khac-biet',
        beside: stateTag(draft.state, say),
        main: differenceView(ctx, {
          differences: before ? await differencesBetween(before, draft.content) : undefined,
          version: other,
          versions,
        }),
      });
    },
  });
