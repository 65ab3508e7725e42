import { z } from 'zod';
import { cataloguePermissions, closingOf, rollBack, versionsOf } from '#capabilities/catalogue';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { designerReply } from '../core/frame.ts';
import { namesOf } from '../core/names.ts';
import { versionsHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import { closingTargets, closingView } from './closing.view.ts';
import { moveLink } from './move/move-link.view.ts';
import { compareLink, versionsView } from './versions.view.ts';

const path = '/thiet-ke/thu-tuc/:code';
const code = z.string().regex(/^\d\.\d{6}$/);

/** The published versions of a procedure with the work that leans on each, and the way back to an earlier one. */
export const versionsPages = (doors: Doors, deps: DesignerDeps): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    input: z.object({ code }),
    handle: (ctx, input) => versionsReply(ctx, doors, deps, input.code),
  }),
  definePage({
    method: 'POST',
    path,
    permission: cataloguePermissions['catalogue.publish'],
    audit: 'catalogue.publish',
    input: z.object({ code, _ban: z.coerce.number().int().min(1) }),
    async handle(ctx, input) {
      const outcome = await rollBack(ctx, deps.services, input.code, input._ban);
      doors.catalogue.forget();
      return outcome.ok
        ? redirectTo(`${versionsHref(input.code)}?xong=1`)
        : versionsReply(ctx, doors, deps, input.code, outcome.refusal);
    },
  }),
];

export async function versionsReply(
  ctx: PageCtx,
  doors: Doors,
  deps: DesignerDeps,
  procedure: string,
  refusal?: Refusal,
): Promise<Reply> {
  const versions = await versionsOf(ctx, deps.services, procedure);
  const [newest] = versions;
  if (!newest) return problem('not-found');
  const closing = await closingOf(ctx, procedure);
  const nameOf = await namesOf(deps, [closing.asked?.asked_by ?? null]);
  return designerReply(ctx, doors, {
    title: newest.name,
    at: 'versions',
    beside: procedure,
    main: [
      versionsView(ctx, procedure, versions),
      versions.length > 1 && compareLink(sayIn(ctx.locale), procedure),
      moveLink(sayIn(ctx.locale), procedure, versions),
      closingView(ctx, { code: procedure, state: closing, nameOf, refusal }),
    ],
    refusal,
    target: refusal?.field && closingTargets[refusal.field],
  });
}
