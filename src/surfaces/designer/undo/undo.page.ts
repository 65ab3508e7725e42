import { z } from 'zod';
import { cataloguePermissions, procedureDraft, undoDraftSave } from '#capabilities/catalogue';
import { inLocale } from '#kernel/text';
import { definePage, problem, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { designerReply } from '../core/frame.ts';
import { draftHref } from '../core/paths-of-pages.ts';

/** What an act said when it led to the page that is gone back to. */
const said = ['xong', 'da', 'lui', 'them', 'moi'];

/** The last step of a draft taken back; leads to where the button stood. */
export const undoPage = (doors: Doors): Route =>
  definePage({
    method: 'POST',
    path: '/thiet-ke/:draft/hoan-tac',
    permission: cataloguePermissions['catalogue.design'],
    audit: 'catalogue.undo-draft',
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
      const undone = await undoDraftSave(ctx, id, revision);
      if (undone.ok) {
        const there = new URLSearchParams(query);
        for (const name of said) there.delete(name);
        there.set('lui', '1');
        return redirectTo(`${draftHref(id, part)}?${there.toString()}`);
      }
      const draft = await procedureDraft(ctx, id);
      if (!draft) return problem('not-found');
      return designerReply(ctx, doors, {
        title: inLocale(draft.content.definition.name, ctx.locale) || draft.code,
        draft,
        at: part,
        main: '',
        refusal: undone.refusal,
      });
    },
  });
