import { z } from 'zod';
import {
  approveMassChange,
  cataloguePermissions,
  type MassResult,
  massChange,
  massItems,
  procedureDraft,
  sendMassChange,
} from '#capabilities/catalogue';
import type { Outcome, Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { dateOf, dateParts } from '../core/form.ts';
import { adminReply } from '../core/frame.ts';
import type { ReviewDeps } from '../core/review-deps.ts';
import { sayIn } from '../core/say.ts';
import { massHome, massHref } from './addresses.ts';
import { changeView, seenField } from './change.view.ts';

const input = z.object({ id: z.uuid() });

/** A change of many procedures with its drafts: sent together, approved together by a second person. */
export const massChangePages = (doors: Doors, deps: ReviewDeps): readonly Route[] => [
  definePage({
    method: 'GET',
    path: `${massHome}/:id`,
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    input,
    handle: (ctx, { id }) => changeReply(ctx, doors, id),
  }),
  definePage({
    method: 'POST',
    path: `${massHome}/:id/trinh`,
    permission: cataloguePermissions['catalogue.design'],
    audit: 'catalogue.send-draft',
    input,
    handle: async (ctx, { id }) => answer(ctx, doors, id, await sendMassChange(ctx, deps.design, id)),
  }),
  definePage({
    method: 'POST',
    path: `${massHome}/:id/duyet`,
    permission: cataloguePermissions['catalogue.publish'],
    audit: 'catalogue.approve-mass-change',
    input,
    async handle(ctx, { id }) {
      const effectiveFrom = dateOf(ctx.fields, 'hieu-luc') ?? '';
      const seen = seenField.read(ctx.fields);
      const outcome = await approveMassChange(ctx, deps.design, id, { effectiveFrom, seen });
      doors.catalogue.forget();
      return answer(ctx, doors, id, outcome);
    },
  }),
];

const answer = (
  ctx: PageCtx,
  doors: Doors,
  id: string,
  outcome: Outcome<readonly MassResult[]>,
): Promise<Reply> | Reply => {
  if (!outcome.ok) return changeReply(ctx, doors, id, outcome.refusal);
  return redirectTo(
    massHref(id, outcome.value.some(({ refusal }) => refusal === undefined) ? '?xong=1' : ''),
  );
};

async function changeReply(ctx: PageCtx, doors: Doors, id: string, refusal?: Refusal): Promise<Reply> {
  const change = await massChange(ctx, id);
  if (!change) return problem('not-found');
  const items = await massItems(ctx, id);
  const say = sayIn(ctx.locale);
  const directory = await doors.units.directory();
  // Whoever lends a hand to a draft is an author of it, and so does not approve that one.
  const authors = await Promise.all(
    items
      .filter(({ state }) => state === 'review')
      .map(async ({ draft_id: draft }) =>
        draft === null ? [] : ((await procedureDraft(ctx, draft))?.authors ?? []),
      ),
  );
  return adminReply(ctx, doors, {
    title: change.reason,
    at: 'mass',
    back: { href: massHome, text: say('Các lần sửa', 'All changes') },
    main: changeView(ctx, {
      change,
      items,
      authors: new Set(authors.flat()),
      today: directory.day,
      typed: dateParts(ctx.fields, 'hieu-luc'),
      dateRefused: refusal?.code === 'date-missing',
    }),
    refusal,
    target: refusal?.field === 'effectiveFrom' ? 'hieu-luc' : undefined,
  });
}
