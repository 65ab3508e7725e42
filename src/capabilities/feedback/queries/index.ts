import { z } from 'zod';
import { params, query } from '#platform/db';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
type Said = { stars: number; answers: string; comment: string; now: number; audit: string; request: string };
const outcome = z.object({ outcome: z.enum(['done', 'not-found', 'not-returned', 'rated-already']) });
const rating = z.object({
  stars: z.number(),
  answers: z.record(z.string(), z.string()),
  comment: z.string(),
  at: z.number(),
});

export const rate = query({
  file: file('rate'),
  params: params<Said & { home_unit: string; id: string; person: string }>(),
  row: outcome,
});
export const rateBySecret = query({
  file: file('rate-by-secret'),
  params: params<Said & { code: string; secret: string }>(),
  row: outcome,
});
export const findRating = query({
  file: file('rating'),
  params: params<{ home_unit: string; id: string }>(),
  row: rating,
});
export const findRatingBySecret = query({
  file: file('rating-by-secret'),
  params: params<{ code: string; secret: string }>(),
  row: rating,
});
