import { z } from 'zod';
import { publicJwk } from './jws.ts';
import { seconds } from './moments.ts';
import type { JsonObject } from './strict-json.ts';

export const credentialType = 'dc+sd-jwt';

/** Claims that are about the credential, not about what it tells (draft-ietf-oauth-sd-jwt-vc §3.2.2.2). */
export const technicalShape = z.object({
  vct: z.string().min(1).max(2_000),
  iss: z.string().max(2_000).optional(),
  iat: seconds.optional(),
  nbf: seconds.optional(),
  exp: seconds.optional(),
  cnf: z.object({ jwk: publicJwk }).optional(),
  status: z
    .object({ status_list: z.object({ idx: z.number().int().min(0), uri: z.string().max(2_000) }) })
    .optional(),
});
export type Technical = z.output<typeof technicalShape>;

const names = Object.keys(technicalShape.shape);
/** These must stand open, for they decide whether it counts. */
export const neverDisclosed: readonly string[] = [...names, 'vct#integrity', 'aud', 'sub'];

export const withoutTechnical = (claims: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));
