import { z } from 'zod';

/** How the simulator misbehaves, for tests and try-outs. Each is independent of the others; `{}` is good behaviour. */
export const behaviour = z.strictObject({
  /** Every answer waits so long; what was asked for has happened by then. */
  slowMs: z.number().int().min(0).max(600_000).optional(),
  /** Connections are cut without an answer, and nothing happens. */
  down: z.boolean().optional(),
  /** Everything is answered by this status (true: 503), and nothing happens. */
  errors: z.union([z.boolean(), z.number().int().min(500).max(599)]).optional(),
  /** INIT and the payer's button do their work, then the connection is cut: the outcome is unknown outside. */
  cutAfterCharging: z.boolean().optional(),
  /** Answers of the API are nonsense: another page, other JSON, no end, a redirect, nothing. */
  garbage: z.union([z.boolean(), z.enum(['html', 'json', 'huge', 'redirect', 'empty', 'gzip'])]).optional(),
  /** Answers of the API end in the middle. */
  halfAnswer: z.boolean().optional(),
  /** Answers of the API are about something else, or not under our seal. */
  answers: z
    .enum(['forged', 'otherTenant', 'wrongMerchant', 'wrongOrder', 'wrongAmount', 'wrongQuestion'])
    .optional(),
  /** `duplicate`: `copies` of each at once. `reordered`: all news of an order, the newest first. `late`: after `lateMs`. */
  notices: z.enum(['none', 'duplicate', 'reordered', 'late']).optional(),
  copies: z.number().int().min(1).max(1000).optional(),
  lateMs: z.number().int().min(0).max(600_000).optional(),
  /** What notices say, though the truth is another: rightly sealed, but for the two in the middle. */
  wrongAmount: z.boolean().optional(),
  wrongMerchant: z.boolean().optional(),
  forged: z.boolean().optional(),
  otherTenant: z.boolean().optional(),
  oldTime: z.boolean().optional(),
  reencoded: z.boolean().optional(),
});
export type Behaviour = z.infer<typeof behaviour>;
