import type { DossierView } from '#capabilities/dossiers';
import { rateDossier, ratingOf } from '#capabilities/feedback';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { codeInput, dossierReply, openMine, ownPermission, refOf } from '../dossier/mine.ts';
import { addressOf } from '../tracking/next-action.ts';
import { sayIn } from '../words/say.ts';
import { ratingFields, ratingOfFields, ratingView, type TypedRating } from './rating.view.ts';

const path = '/cua-toi/ho-so/:code/danh-gia';

function show(
  ctx: PageCtx,
  doors: Doors,
  view: DossierView,
  typed: TypedRating = {},
  refusal?: Refusal,
): Reply {
  const say = sayIn(ctx.locale);
  const { code } = view.dossier;
  const action = addressOf(code, '/danh-gia');
  const main = ratingView({ say, locale: ctx.locale, csrf: csrfField(ctx), action, typed, refusal });
  const title = say('Đánh giá việc phục vụ', 'Rate the service');
  return dossierReply(ctx, doors, { code, title, main, errors: refusal !== undefined });
}

/** Rating by the person whose dossier it is. */
export const ownRatingPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: ownPermission,
    audit: 'none',
    input: codeInput,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      const open = view.state.stage === 'returned' && !(await ratingOf(ctx, refOf(view)));
      return open ? show(ctx, doors, view) : redirectTo(addressOf(view.dossier.code));
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission: ownPermission,
    audit: 'dossier.rate',
    input: codeInput.extend(ratingFields.shape),
    async handle(ctx, typed) {
      const view = await openMine(ctx, doors, typed.code);
      if (!view) return problem('not-found');
      const rated = await rateDossier(ctx, refOf(view), ratingOfFields(typed));
      if (!rated.ok) return show(ctx, doors, view, typed, rated.refusal);
      return redirectTo(addressOf(view.dossier.code, '?xong=danh-gia'));
    },
  }),
];
