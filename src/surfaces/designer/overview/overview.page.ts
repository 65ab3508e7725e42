import { z } from 'zod';
import { cataloguePermissions, procedureDraft } from '#capabilities/catalogue';
import { inLocale } from '#kernel/text';
import { definePage, problem, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { findingsOf } from '../core/findings.ts';
import { designerReply, stateTag } from '../core/frame.ts';
import { namesOf } from '../core/names.ts';
import { sayIn } from '../core/say.ts';
import { overviewView } from './overview.view.ts';

/** The parts of a draft with what lint says of each, and who did what. */
export const overviewPage = (doors: Doors, deps: DesignerDeps): Route =>
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft',
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    input: z.object({ draft: z.uuid(), goi: z.string().max(40).optional().catch(undefined) }),
    async handle(ctx, { draft: id, goi: unpacked }) {
      const draft = await procedureDraft(ctx, id);
      if (!draft) return problem('not-found');
      const [findings, nameOf] = await Promise.all([
        findingsOf(deps.services, draft.content),
        namesOf(deps, [...draft.authors, draft.reviewer]),
      ]);
      const say = sayIn(ctx.locale);
      return designerReply(ctx, doors, {
        title: inLocale(draft.content.definition.name, ctx.locale) || draft.code,
        draft,
        at: '',
        beside: stateTag(draft.state, say),
        main: overviewView(ctx, { draft, findings, nameOf }),
        refusal: unpacked === undefined ? undefined : { code: 'draft-unpacked' },
      });
    },
  });
