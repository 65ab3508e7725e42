import { z } from 'zod';
import { type DossierRef, readDossierCode, readSecret } from '#capabilities/dossiers';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { type Ctx, scopeOf } from '#platform/context';
import { json } from '#platform/db';
import { findRating, findRatingBySecret, rate, rateBySecret } from './queries/index.ts';

/** Questions beside the stars; the wording is the surface's, the answers are kept by these names. */
export const ratingQuestions = ['attitude', 'time', 'clarity'] as const;
export const ratingAnswers = ['good', 'fair', 'poor'] as const;

const input = z.object({
  stars: z.coerce
    .number('stars-missing')
    .int('stars-missing')
    .min(1, 'stars-missing')
    .max(5, 'stars-missing'),
  answers: z.partialRecord(z.enum(ratingQuestions), z.enum(ratingAnswers)).default({}),
  comment: z
    .string()
    .max(4000, 'too-long')
    .transform(cleanText)
    .pipe(z.string().max(2000, 'too-long'))
    .default(''),
});
export type Rating = z.input<typeof input>;

function parse(ctx: Ctx, raw: unknown) {
  const parsed = input.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join('.') ?? '';
    return refused({ code: issue?.message ?? 'input', field });
  }
  const now = ctx.clock.now();
  const { stars, answers, comment } = parsed.data;
  return done({ stars, answers: json(answers), comment, now, audit: uuidv7(now), request: ctx.requestId });
}

const answer = (outcome: string): Outcome<undefined> =>
  outcome === 'done' ? done(undefined) : refused({ code: outcome });

/** The person whose dossier it is says how it went: once, when there is a result. */
export async function rateDossier(ctx: Ctx, ref: DossierRef, raw: Rating): Promise<Outcome<undefined>> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return refused({ code: 'not-yours' });
  const said = parse(ctx, raw);
  if (!said.ok) return said;
  const { outcome } = await ctx.db.transact(scopeOf(actor), (transactor) =>
    transactor.get(rate, { ...said.value, home_unit: ref.homeUnit, id: ref.id, person: actor.person }),
  );
  return answer(outcome);
}

/** The same for whoever holds the code and the secret of the receipt. A wrong pair gives `not-found`. */
export async function rateDossierBySecret(
  ctx: Ctx,
  key: { readonly code: string; readonly secret: string },
  raw: Rating,
): Promise<Outcome<undefined>> {
  const said = parse(ctx, raw);
  if (!said.ok) return said;
  const { outcome } = await ctx.db.direct.get(rateBySecret, {
    ...said.value,
    code: readDossierCode(key.code),
    secret: readSecret(key.secret),
  });
  return answer(outcome);
}

/** The rating of a dossier that the actor can see. */
export const ratingOf = (ctx: Ctx, ref: DossierRef) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.find(findRating, { home_unit: ref.homeUnit, id: ref.id }),
  );

/** Whether the holder of code and secret has rated, and how. */
export const ratingBySecret = (ctx: Ctx, key: { readonly code: string; readonly secret: string }) =>
  ctx.db.direct.find(findRatingBySecret, {
    code: readDossierCode(key.code),
    secret: readSecret(key.secret),
  });
