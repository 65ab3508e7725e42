import { z } from 'zod';
import { dossierPermissions, saveDraft } from '#capabilities/dossiers';
import { inLocale } from '#kernel/text';
import { definePage, htmlReply, problem, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { sayIn } from '../../words/say.ts';
import { leaveTo } from '../core/leave.ts';
import { type OpenFiling, openFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { documentsKey, isOpen, stopAfter } from '../core/road.ts';
import { submittedOtherwise } from '../otherwise/otherwise.page.ts';
import { documentsView } from './documents.view.ts';

const input = z.object({ draft: z.string(), ve: z.string().optional() });
const common = {
  path: '/nop-ho-so/:draft/giay-to',
  permission: dossierPermissions['dossiers.own'],
  audit: 'none',
  input,
};

export const documentsPages = (doors: Doors): readonly Route[] => [
  definePage({
    ...common,
    method: 'GET',
    async handle(ctx, { draft, ve }) {
      const filing = await openFiling(ctx, doors, draft);
      if (!filing) return problem('not-found');
      if (filing.draft.dossier_id) return redirectTo(paths.done(filing.draft.id));
      if (!isOpen(filing.road, documentsKey)) return redirectTo(filing.road.next.href);
      return htmlReply(documentsView(ctx, doors, { filing, back: ve }));
    },
  }),
  definePage({
    ...common,
    method: 'POST',
    async handle(ctx, { draft, ve }) {
      const filing = await openFiling(ctx, doors, draft);
      if (!filing) return problem('not-found');
      if (ctx.fields['_viec'] === 'thoat') return redirectTo(leaveTo(ctx, draft));
      if (filing.missing.length > 0) {
        const say = sayIn(ctx.locale);
        const errors = filing.missing.map((demand) => {
          const name = inLocale(demand.name, ctx.locale);
          return { text: say(`Hãy thêm: ${name}.`, `Add: ${name}.`), target: `${demand.id}-status` };
        });
        return htmlReply(documentsView(ctx, doors, { filing, errors, back: ve }), 422);
      }
      const saved = await saveDraft(ctx, draft, { typed: { [documentsKey]: {} } });
      if (!saved.ok) return submittedOtherwise(ctx, doors, draft);
      const now: OpenFiling = (await openFiling(ctx, doors, draft)) ?? filing;
      return redirectTo(ve === paths.fromCheck ? now.road.next.href : stopAfter(now.road, documentsKey).href);
    },
  }),
];
