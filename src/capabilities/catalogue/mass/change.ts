import { z } from 'zod';

const words = z.string().trim().min(2).max(400);
const channel = z.enum(['online', 'direct', 'post']).optional();
const value = z.int().min(1).max(1000);

/** One thing to change in many procedures. Every member says from what to what, so that nothing else can be hit. */
export const massChangeShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fee-amount'),
    /** Whole đồng; only fees of this amount change. */
    from: z.int().min(0).max(1_000_000_000),
    to: z.int().min(0).max(1_000_000_000),
    /** The instrument that sets the new amount. */
    ground: words,
  }),
  z.strictObject({ kind: z.literal('fee-ground'), from: words, to: words }),
  /** Wherever an instrument is cited: the bases, and the grounds of fees, times and steps. */
  z.strictObject({ kind: z.literal('basis'), from: words, to: words }),
  z.strictObject({
    kind: z.literal('deadline'),
    channel,
    unit: z.enum(['working_day', 'day', 'hour', 'month']),
    from: value,
    to: value,
    ground: words,
  }),
  /** All times in days or hours, rounded up, never to nothing (programmes such as "cut 30 %"). */
  z.strictObject({
    kind: z.literal('deadline-cut'),
    channel,
    percent: z.int().min(1).max(90),
    ground: words,
  }),
  z.strictObject({ kind: z.literal('agency-name'), from: words, to: words }),
  /** An official's word and the plain one; citations keep the word, for they quote. */
  z.strictObject({ kind: z.literal('word'), from: words, to: words }),
  z.strictObject({
    kind: z.literal('template'),
    use: z.enum(['receipt', 'supplement', 'refusal']),
    from: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
    to: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  }),
]);
export type MassChange = z.output<typeof massChangeShape>;

/** Which procedures: all that hold. `codes` goes first; a field, a level and a state narrow. */
export const massSelectionShape = z.strictObject({
  codes: z
    .array(z.string().regex(/^\d\.\d{6}$/))
    .max(500)
    .optional(),
  field: z.string().min(1).max(200).optional(),
  level: z.enum(['commune', 'province', 'commune-police', 'provincial-police', 'ministry']).optional(),
  online: z.enum(['full', 'partial', 'none']).optional(),
  internal: z.boolean().optional(),
});
export type MassSelection = z.output<typeof massSelectionShape>;
