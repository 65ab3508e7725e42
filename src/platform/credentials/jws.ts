import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/outcome';
import { fromBase64url, fromUtf8 } from './bytes.ts';
import { type JsonObject, strictObject } from './strict-json.ts';

export const publicJwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().length(43),
  y: z.string().length(43),
  kid: z.string().max(200).optional(),
});

const header = z.object({
  alg: z.literal('ES256'),
  typ: z.string(),
  kid: z.string().max(200).optional(),
  x5c: z.array(z.string().max(20_000)).min(1).max(6).optional(),
  jwk: publicJwk.optional(),
  // Extensions that must be understood: there are none.
  crit: z.undefined().optional(),
});
export type JwsHeader = z.output<typeof header>;

export interface Jws {
  readonly header: JwsHeader;
  readonly payload: JsonObject;
  /** What the signature is over. */
  readonly signed: string;
  readonly signature: Uint8Array;
}

/**
 * Takes a signed token apart (RFC 7515, compact); nothing of it may be believed before its signature is. ES256 alone is
 * read, and a token made for something else is refused by its type (RFC 8725 §3.11).
 */
export function readJws(text: string, type: string, code: string): Outcome<Jws> {
  const no = refused({ code });
  const parts = text.split('.');
  const [head = '', body = '', tail = ''] = parts;
  const [headBytes, bodyBytes, signature] = [head, body, tail].map(fromBase64url);
  if (parts.length !== 3 || !headBytes || !bodyBytes || !signature) return no;
  const read = header.safeParse(strictObject(fromUtf8(headBytes)));
  const payload = strictObject(fromUtf8(bodyBytes));
  if (!read.success || read.data.typ !== type || !payload) return no;
  return done({ header: read.data, payload, signed: `${head}.${body}`, signature });
}
