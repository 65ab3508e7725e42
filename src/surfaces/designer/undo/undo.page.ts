import { z } from 'zod';
import { cataloguePermissions, procedureDraft, type StepWay, walkDraftSteps } from '#capabilities/catalogue';
import { inLocale } from '#kernel/text';
import { definePage, problem, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { designerReply } from '../core/frame.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { slugOf, toldBy } from './ways.ts';

/** What an act said when it led to the page that is gone back to. */
const said = ['xong', 'da', 'them', 'moi', ...Object.values(toldBy)];

/** The last step of a draft taken back, or done again; leads to where the button stood. */
const stepPage = (doors: Doors, way: StepWay): Route =>
  definePage({
    method: 'POST',
    path: `/thiet-ke/:draft/${slugOf[way]}`,
    permission: cataloguePermissions['catalogue.design'],
    audit: `catalogue.${way}-draft`,
    input: z.object({
      draft: z.uuid(),
      '_phien-ban': z.coerce.number().int(),
      _ve: z
        .string()
        .regex(/^[a-z-]{1,40}$/)
        .catch(''),
      _trang: z.string().max(300).catch(''),
    }),
    async handle(ctx, { draft: id, '_phien-ban': revision, _ve: part, _trang: query }) {
      const walked = await walkDraftSteps(ctx, id, revision, way);
      if (walked.ok) {
        const there = new URLSearchParams(query);
        for (const name of said) there.delete(name);
        there.set(toldBy[way], '1');
        return redirectTo(`${draftHref(id, part)}?${there.toString()}`);
      }
      const draft = await procedureDraft(ctx, id);
      if (!draft) return problem('not-found');
      return designerReply(ctx, doors, {
        title: inLocale(draft.content.definition.name, ctx.locale) || draft.code,
        draft,
        at: part,
        main: '',
        refusal: walked.refusal,
      });
    },
  });

export const undoPages = (doors: Doors): readonly Route[] => [
  stepPage(doors, 'undo'),
  stepPage(doors, 'redo'),
];
