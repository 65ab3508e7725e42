import { z } from 'zod';

/** What a browser brings back from the page of a provider of remote signing (RFC 6749, 4.1.2): a code, or why there is none. */
export const broughtBack = z.object({
  state: z.string().max(100).default(''),
  code: z.string().max(2000).optional(),
  error: z.string().max(200).optional(),
});
