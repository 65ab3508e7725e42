import { z } from 'zod';
import { cataloguePermissions, procedureDraft } from '#capabilities/catalogue';
import { inLocale } from '#kernel/text';
import { definePage, problem, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { designerReply, stateTag } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { invented } from './invented.ts';
import { officerView } from './officer.view.ts';

/** What the office sees of the form: the answers as facts, the papers to check, what is owed and until when. */
export const officerPreviewPage = (doors: Doors, deps: DesignerDeps): Route =>
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/xem/can-bo',
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    input: z.object({ draft: z.uuid(), lan: z.coerce.number().int().min(1).max(99).catch(1) }),
    async handle(ctx, { draft: id, lan: round }) {
      const draft = await procedureDraft(ctx, id);
      if (!draft) return problem('not-found');
      const say = sayIn(ctx.locale);
      const person = await invented(ctx, doors, deps.services, { draft, round });
      const name = inLocale(person.definition.name, ctx.locale) || draft.code;
      return designerReply(ctx, doors, {
        title: say(`Cán bộ thấy: ${name}`, `The officer sees: ${name}`),
        draft,
        at: 'to-khai',
        looks: true,
        beside: stateTag(draft.state, say),
        main: officerView(ctx, { draft, person, round, lists: doors.services.lists }),
      });
    },
  });
