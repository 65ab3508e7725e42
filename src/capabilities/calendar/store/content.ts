import { z } from 'zod';
import { isPlainDate } from '#kernel/time';
import { noticeKinds } from '../special-days.ts';

const date = z.string().refine(isPlainDate, { error: 'Not a date' });
const minute = z.int().min(0).max(1440);
const intervals = z.array(z.tuple([minute, minute])).max(6);
const week = z.tuple([intervals, intervals, intervals, intervals, intervals, intervals, intervals]);

/** What an edition says. Dates are written out, so that it reads well without a program. */
export const editionContent = z.strictObject({
  /** Days of the yearly notices. */
  days: z.array(z.strictObject({ date, kind: z.enum(noticeKinds), name: z.string() })).max(3000),
  /** Opening hours by key; a unit names its key. */
  hours: z
    .record(z.string().regex(/^[a-z][a-z0-9-]{0,40}$/), z.strictObject({ week, makeUp: intervals }))
    .refine((hours) => 'office' in hours, { error: 'The hours `office` are missing' }),
  /** Days on which one unit opens otherwise, by the key of the unit; no intervals: closed. */
  units: z
    .record(z.string(), z.array(z.strictObject({ date, open: intervals, name: z.string() })))
    .default({}),
});
export type EditionContent = z.output<typeof editionContent>;
