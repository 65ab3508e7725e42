import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/outcome';
import { preAuthorized } from './offer.ts';

const request = z.object({
  grant_type: z.literal(preAuthorized),
  'pre-authorized_code': z.string().min(1).max(500),
  tx_code: z.string().max(64).optional(),
});

export interface TokenRequest {
  readonly code: string;
  /** What the holder typed. */
  readonly txCode: string | undefined;
}

/** The fields of a token request (OpenID4VCI 1.0 §6.1); refused with the code of the answer (§6.3). */
export function readTokenRequest(fields: Readonly<Record<string, unknown>>): Outcome<TokenRequest> {
  const grant = fields['grant_type'];
  if (typeof grant === 'string' && grant !== preAuthorized)
    return refused({ code: 'unsupported_grant_type' });
  const read = request.safeParse(fields);
  if (!read.success) return refused({ code: 'invalid_request' });
  return done({ code: read.data['pre-authorized_code'], txCode: read.data.tx_code });
}

export const writeTokenRequest = ({ code, txCode }: TokenRequest): URLSearchParams =>
  new URLSearchParams({
    grant_type: preAuthorized,
    'pre-authorized_code': code,
    ...(txCode !== undefined && { tx_code: txCode }),
  });

export const makeTokenAnswer = (token: string, seconds: number) => ({
  access_token: token,
  token_type: 'Bearer' as const,
  expires_in: seconds,
});

export const tokenAnswer = z.object({
  access_token: z.string().min(1).max(4_000),
  token_type: z.string().regex(/^bearer$/i),
});

/** How all its endpoints say no: `error` of the refusals here (RFC 6749 §5.2). */
export const errorAnswer = z.object({ error: z.string().max(100) });
export const makeErrorAnswer = (error: string) => ({ error });
