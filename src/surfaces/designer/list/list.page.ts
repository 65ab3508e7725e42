import { z } from 'zod';
import {
  cataloguePermissions,
  closingRequests,
  type ProcedureDraftHead,
  procedureDrafts,
  startProcedureDraft,
} from '#capabilities/catalogue';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { textOf } from '../core/fields.ts';
import { designerReply } from '../core/frame.ts';
import { namesOf } from '../core/names.ts';
import { draftHref, home } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import { listView } from './list.view.ts';

const permission = cataloguePermissions['catalogue.design'];
const isOpen = ({ state }: ProcedureDraftHead): boolean => state === 'draft' || state === 'review';
const size = 20;

/** Drafts and published procedures, and the way to a new draft. */
export const listPages = (doors: Doors, deps: DesignerDeps): readonly Route[] => [
  definePage({
    method: 'GET',
    path: home,
    permission,
    audit: 'none',
    input: z.object({ q: z.string().max(200).default('') }),
    handle: (ctx, { q }) => listReply(ctx, doors, deps, q),
  }),
  definePage({
    method: 'POST',
    path: home,
    permission,
    audit: 'catalogue.start-draft',
    input: z.object({ _tu: z.enum(['current', 'national', 'empty']).default('national') }),
    async handle(ctx, { _tu: from }) {
      const begun = await startProcedureDraft(ctx, deps.services, {
        code: textOf(ctx.fields, '_ma'),
        from,
        ...(doors.place.kind === 'ministry' ? { level: 'ministry' } : {}),
      });
      if (begun.ok) return redirectTo(draftHref(begun.value));
      const { refusal } = begun;
      const open = refusal.code === 'draft-exists' ? refusal.details?.['draft'] : undefined;
      return open === undefined
        ? listReply(ctx, doors, deps, '', { field: '_ma', ...refusal })
        : redirectTo(draftHref(String(open)));
    },
  }),
];

export async function listReply(
  ctx: PageCtx,
  doors: Doors,
  deps: DesignerDeps,
  q: string,
  refusal?: Refusal,
): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const [drafts, closings, found] = await Promise.all([
    procedureDrafts(ctx),
    closingRequests(ctx),
    q === '' ? undefined : doors.catalogue.search(q, {}, { size }),
  ]);
  const nameOf = await namesOf(
    deps,
    drafts.filter(isOpen).flatMap(({ authors }) => authors),
  );
  return designerReply(ctx, doors, {
    title: say('Thiết kế thủ tục', 'Designing procedures'),
    at: 'list',
    main: listView(ctx, { drafts, closings, found, q, nameOf, refusal }),
    refusal,
    target: refusal?.field,
  });
}
