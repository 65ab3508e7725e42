import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#kernel/actor';
import type { Locale } from '#kernel/text';
import type { Session } from '#platform/sessions';
import type { ServerOptions } from './options.ts';
import type { PageCtx, PostedFile } from './route.ts';

export const sessionCookie = '__Host-mc';
export const visitorCookie = '__Host-mc-visitor';
/** Lax, because the way back from VNeID is a cross-site navigation; forms carry a token besides. */
const cookieFlags = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

interface Parts {
  readonly options: ServerOptions;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly actor: Actor;
  readonly session: Session | undefined;
  readonly locale: Locale;
}

export function pageCtx({ options, request, reply, actor, session, locale }: Parts): PageCtx {
  const { sessions } = options;
  const fields = textFields(request.body);
  let cookie = session ? request.cookies[sessionCookie] : request.cookies[visitorCookie];
  let log: PageCtx['log'] | undefined;
  let bound: { readonly cookie: string; readonly token: string } | undefined;
  const setSession = (token: string) => {
    cookie = token;
    reply.setCookie(sessionCookie, token, cookieFlags);
  };
  return {
    clock: options.clock,
    actor,
    locale,
    db: options.db,
    // Few requests write a line: whoever does pays for it.
    get log() {
      log ??= options.log.child({ requestId: request.id });
      return log;
    },
    requestId: request.id,
    path: request.url.split('?')[0] ?? '/',
    url: withoutToken(request.url),
    session,
    ip: request.ip,
    agent: request.headers['user-agent'] ?? '',
    fields,
    raw: rawBody(request),
    cookies: request.cookies,
    get csrf() {
      if (!cookie) {
        cookie = randomBytes(18).toString('base64url');
        reply.setCookie(visitorCookie, cookie, cookieFlags);
      }
      if (bound?.cookie !== cookie) bound = { cookie, token: sessions.csrfFor(cookie) };
      return bound.token;
    },
    async *files(): AsyncIterable<PostedFile> {
      for await (const part of request.parts()) {
        if (part.type === 'file') {
          yield {
            field: part.fieldname,
            name: part.filename ?? '',
            declaredType: part.mimetype,
            stream: part.file,
          };
        } else if (part.fieldname !== '_csrf') {
          const before = fields[part.fieldname];
          const value = String(part.value);
          fields[part.fieldname] = before === undefined ? value : [before, value].flat();
        }
      }
    },
    async signIn(kind, subject, data) {
      const old = request.cookies[sessionCookie];
      setSession(await sessions.start(kind, subject, data, request.headers['user-agent'] ?? ''));
      if (old) await sessions.finish(old);
    },
    async signOut() {
      const old = request.cookies[sessionCookie];
      reply.clearCookie(sessionCookie, cookieFlags);
      if (old) await sessions.finish(old);
    },
    async changeSession(data) {
      const token = request.cookies[sessionCookie];
      if (token) await sessions.change(token, data);
    },
  };
}

const rawBody = ({ headers, body }: FastifyRequest): PageCtx['raw'] => ({
  contentType: headers['content-type'] ?? '',
  contentEncoding: headers['content-encoding'] ?? '',
  authorization: headers.authorization ?? '',
  bytes: Buffer.isBuffer(body) ? body : new Uint8Array(),
});

function textFields(body: unknown): Record<string, string | readonly string[]> {
  const fields: Record<string, string | readonly string[]> = Object.create(null);
  if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return fields;
  for (const [name, value] of Object.entries(body)) {
    if (name === '_csrf') continue;
    if (typeof value === 'string') fields[name] = value;
    else if (Array.isArray(value) && value.every((each) => typeof each === 'string')) fields[name] = value;
  }
  return fields;
}

/** A multipart form carries its token in the address; no link made from the address may. */
const withoutToken = (url: string): string => url.replace(/([?&])_csrf=[^&]*&?/, '$1').replace(/[?&]$/, '');
