import { z } from 'zod';

/** How the simulator misbehaves, for tests and try-outs. Each is independent of the others; `{}` is good behaviour. */
export const behaviour = z.strictObject({
  /** Every answer waits so long; what was asked for has happened by then. */
  slowMs: z.number().int().min(0).max(600_000).optional(),
  /** Connections are cut without an answer, and nothing happens. */
  down: z.boolean().optional(),
  /** Calls are answered by this status (true: 503), and nothing happens. */
  errors: z.union([z.boolean(), z.number().int().min(500).max(599)]).optional(),
  /** Answers to calls are nonsense: another page, other JSON, no end, a redirect, nothing. */
  garbage: z.enum(['html', 'json', 'huge', 'redirect', 'empty']).optional(),
  /** Answers to calls end in the middle. */
  halfAnswer: z.boolean().optional(),
  /** `pair`: r and s side by side instead of DER; `others`: of other bytes; `fewer`: one too few; `noise`: no signatures. */
  signatures: z.enum(['pair', 'others', 'fewer', 'noise']).optional(),
  /** Tokens of the service are forgotten after each call. */
  forgetful: z.boolean().optional(),
  /** Nobody has a credential. */
  nobody: z.boolean().optional(),
  /** Keys are suspended. */
  suspended: z.boolean().optional(),
});
export type Behaviour = z.infer<typeof behaviour>;
