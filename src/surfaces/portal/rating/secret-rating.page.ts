import { z } from 'zod';
import { dossierPermissions, readDossierCode } from '#capabilities/dossiers';
import { rateDossierBySecret } from '#capabilities/feedback';
import type { Refusal } from '#kernel/outcome';
import { definePage, htmlReply, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import { citizenPage, csrfField, type Doors } from '#surfaces/shared';
import { secretFor } from '../look-up/rights.ts';
import { back, titleWith } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { ratingFields, ratingOfFields, ratingView, type TypedRating } from './rating.view.ts';

const path = '/tra-cuu/:code/danh-gia';
const permission = dossierPermissions['dossiers.track'];
const codeInput = z.object({ code: z.string().max(80) });
const trackingOf = (code: string): string => `/tra-cuu/${encodeURIComponent(readDossierCode(code))}`;

function show(ctx: PageCtx, doors: Doors, code: string, typed: TypedRating = {}, refusal?: Refusal): Reply {
  const say = sayIn(ctx.locale);
  const action = `${trackingOf(code)}/danh-gia`;
  const main = ratingView({ say, locale: ctx.locale, csrf: csrfField(ctx), action, typed, refusal });
  const title = titleWith(say, say('Đánh giá việc phục vụ', 'Rate the service'), refusal !== undefined);
  const before = back(trackingOf(code), say('Về hồ sơ', 'Back to the dossier'));
  return htmlReply(citizenPage(ctx, doors, { title, main, before, noindex: true }), refusal ? 422 : 200);
}

/** Rating by whoever holds the code and the secret: people who came to a counter without an account. */
export const secretRatingPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input: codeInput,
    async handle(ctx, { code }) {
      return secretFor(ctx, code) === undefined ? redirectTo(trackingOf(code)) : show(ctx, doors, code);
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission,
    audit: 'dossier.rate',
    input: codeInput.extend(ratingFields.shape),
    perMinute: 20,
    async handle(ctx, typed) {
      const secret = secretFor(ctx, typed.code);
      if (secret === undefined) return redirectTo(trackingOf(typed.code));
      const rated = await rateDossierBySecret(ctx, { code: typed.code, secret }, ratingOfFields(typed));
      if (!rated.ok) return show(ctx, doors, typed.code, typed, rated.refusal);
      return redirectTo(`${trackingOf(typed.code)}?xong=danh-gia`);
    },
  }),
];
