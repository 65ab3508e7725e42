import { z } from 'zod';
import { cataloguePermissions, type ProcedureDraft, procedureDraft } from '#capabilities/catalogue';
import { renderPaper } from '#capabilities/papers';
import { inLocale } from '#kernel/text';
import { localDate } from '#kernel/time';
import { definePage, type PageCtx, problem, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { designerReply, stateTag } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { type FormOnPaper, formOnPaper } from './form-on-paper.ts';
import { invented } from './invented.ts';
import { paperView } from './paper.view.ts';

const permission = cataloguePermissions['catalogue.design'];
const input = z.object({
  draft: z.uuid(),
  lan: z.coerce.number().int().min(1).max(99).catch(1),
  /** To be filled in with a pen. */
  trong: z.enum(['1']).optional().catch(undefined),
});
type Asked = z.output<typeof input>;

/** The form as it is printed, answered by an invented person or empty for the pen: on the screen, and as its PDF. */
export const paperPreviewPages = (doors: Doors, deps: DesignerDeps): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/xem/giay',
    permission,
    audit: 'none',
    input,
    async handle(ctx, asked) {
      const draft = await procedureDraft(ctx, asked.draft);
      if (!draft) return problem('not-found');
      const say = sayIn(ctx.locale);
      const paper = await onPaper(ctx, doors, deps, draft, asked);
      const name = inLocale(draft.content.definition.name, ctx.locale) || draft.code;
      return designerReply(ctx, doors, {
        title: say(`Trên giấy: ${name}`, `On paper: ${name}`),
        draft,
        at: 'to-khai',
        looks: true,
        beside: stateTag(draft.state, say),
        main: paperView(ctx, {
          draft,
          paper,
          at: ctx.clock.now(),
          round: asked.lan,
          blank: asked.trong !== undefined,
        }),
      });
    },
  }),
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/xem/to-khai.pdf',
    permission,
    audit: 'none',
    perMinute: 120,
    input,
    async handle(ctx, asked) {
      const draft = await procedureDraft(ctx, asked.draft);
      if (!draft) return problem('not-found');
      const { template, values } = await onPaper(ctx, doors, deps, draft, asked);
      const drawn = await renderPaper(template, { at: ctx.clock.now(), values });
      if (!drawn.ok) return problem('not-found');
      return {
        kind: 'bytes',
        status: 200,
        type: 'application/pdf',
        bytes: drawn.value,
        headers: { 'content-disposition': `inline; filename="${draft.code}-to-khai.pdf"` },
      };
    },
  }),
];

async function onPaper(
  ctx: PageCtx,
  doors: Doors,
  { services }: DesignerDeps,
  draft: ProcedureDraft,
  { lan, trong }: Asked,
): Promise<FormOnPaper> {
  const { definition, answers, facts } = await invented(ctx, doors, services, { draft, round: lan });
  return formOnPaper(definition, {
    answers,
    facts,
    lists: doors.services.lists,
    blank: trong !== undefined,
    place: doors.place.seat,
    today: localDate(ctx.clock.now()),
  });
}
