import { z } from 'zod';
import { cataloguePermissions, hindrance, procedureDraft } from '#capabilities/catalogue';
import { inLocale } from '#kernel/text';
import { attributes, html } from '#platform/html';
import { definePage, problem, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { drawingPolicy } from '../core/drawing-policy.ts';
import { designerReply } from '../core/frame.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import { slug } from './props.ts';
import { textView } from './view.ts';

/** The tables in dmn-js, over the text of their file; alone on its page, for its content policy is a wider one. */
export const drawPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: `/thiet-ke/:draft/${slug}/ve`,
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    input: z.object({ draft: z.uuid() }),
    async handle(ctx, { draft: id }) {
      const draft = await procedureDraft(ctx, id);
      if (!draft || draft.content.decisions === undefined) return problem('not-found');
      const say = sayIn(ctx.locale);
      const editable = ctx.actor.kind === 'officer' && hindrance(draft, 'save', ctx.actor) === undefined;
      const { stamp } = doors.islands;
      const reply = await designerReply(ctx, doors, {
        title: inLocale(draft.content.definition.name, ctx.locale) || draft.code,
        draft,
        at: slug,
        main: html`<p><a${attributes({ href: draftHref(id, slug) })}>${say('Về bảng thường', 'Back to the plain tables')}</a></p><div class="mc-row" data-dmn-views hidden></div><div class="mc-dmn"${attributes({ 'data-dmn': 'dmn', hidden: true })}></div>${textView(ctx, say, draft, editable)}`,
        more: {
          stylesheets: [`/thiet-ke/dao/quyet-dinh.css?v=${stamp}`],
          scripts: [`/thiet-ke/dao/quyet-dinh.js?v=${stamp}`],
        },
      });
      return reply.kind === 'html'
        ? { ...reply, headers: { ...reply.headers, 'content-security-policy': drawingPolicy } }
        : reply;
    },
  }),
];
