import { z } from 'zod';

const id = z.string().min(1).max(300);
const bytes = (most: number) =>
  z
    .base64()
    .min(4)
    .max(most)
    .transform((text) => new Uint8Array(Buffer.from(text, 'base64')));

/** `oauth2/token` (CSC v2, 8.4.4). The type of a credential's token is Bearer, or SAD as in version 1. */
export const tokenAnswer = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]{1,4096}$/),
  token_type: z.string().max(20),
  expires_in: z.number().int().positive().optional(),
});

/** `credentials/list` (11.4). */
export const listAnswer = z.object({ credentialIDs: z.array(id).max(100) });

/** `credentials/info` (11.5): what we look at. */
export const infoAnswer = z.object({
  key: z.object({ status: z.string() }),
  cert: z.object({
    status: z.string().optional(),
    certificates: z.array(bytes(32_000)).min(1).max(8),
  }),
  auth: z.object({ mode: z.string() }),
  /** 2: the consent is for the given hashes and no others. */
  SCAL: z.string().optional(),
  /** So many signatures by one consent. */
  multisign: z.number().int().min(1).default(1),
});

/** `credentials/authorize` (11.6), where nobody is asked. */
export const activation = z.object({ SAD: z.string().min(1).max(16_384) });

/** `oauth2/pushed_authorize` (8.4.3, RFC 9126). */
export const pushedAnswer = z.object({ request_uri: z.string().regex(/^[\x21-\x7e]{1,500}$/) });

/** `signatures/signHash` (11.10). */
export const signatures = z.object({ signatures: z.array(bytes(1400)).max(500) });

/** Errors of CSC and OAuth (8.4.5, 11). */
export const errorAnswer = z.object({
  error: z.string().regex(/^[a-z_]{1,60}$/i),
  error_description: z.string().max(1000).optional(),
});
