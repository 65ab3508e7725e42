import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Actor, allows, publicActor } from '#kernel/actor';
import type { Locale } from '#kernel/text';
import { DatabaseUnavailable } from '#platform/db';
import { describeError } from '#platform/log';
import type { Session } from '#platform/sessions';
import type { Asset } from './assets.ts';
import type { ServerOptions } from './options.ts';
import { pageCtx, sessionCookie, visitorCookie } from './page-ctx.ts';
import type { PageCtx, Problem, Reply, Route } from './route.ts';
import { securityHeaders } from './security-headers.ts';

const bodyLimit = 256 * 1024;
/** A message of another system is short. */
const mostOfMachine = 16 * 1024;

/** The web server: sessions, anti-forgery, permission, answers and their headers in one place. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 30_000,
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    trustProxy: 'loopback',
  });
  app.server.headersTimeout = 10_000;
  await app.register(cookie);
  await app.register(formbody, { bodyLimit });
  await app.register(multipart, {
    // A file over the limit ends there, and whoever reads it says so in a sentence.
    throwFileSizeLimit: false,
    limits: { fileSize: options.maxFileSize, files: 10, fields: 200, fieldSize: 64 * 1024 },
  });
  await app.register(rateLimit, { global: false });
  await app.register(compress, {
    threshold: 800,
    encodings: ['gzip', 'deflate'],
    zlibOptions: { level: 5 },
    globalDecompression: false,
  });

  const security = securityHeaders(options);
  let inFlight = 0;
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(security);
    const host = request.headers.host ?? '';
    if (!options.hosts.includes(host.replace(/:\d+$/, '').toLowerCase())) {
      return reply.code(421).type('text/plain').send('This host name is not served here.');
    }
    if (inFlight >= options.maxInFlight) {
      return send(reply, request, options.problemPage(undefined, 'unavailable', request.id));
    }
    inFlight++;
    reply.raw.once('close', () => inFlight--);
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    options.observe(route, request.method, reply.statusCode, reply.elapsedTime);
    const fields = {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) options.log.warn(fields, 'request');
    else options.log.debug(fields, 'request');
  });

  app.get('/tai-nguyen/:name', (request, reply) => sendAsset(options.assets, request, reply));
  // Before the machines' own scope, which would otherwise answer in its own words.
  app.setNotFoundHandler((request, reply) =>
    send(reply, request, options.problemPage(undefined, 'not-found', request.id)),
  );
  app.setErrorHandler((error, request, reply) => {
    const which = problemOf(error);
    if (which === 'failed')
      options.log.error(
        { requestId: request.id, route: request.routeOptions.url, error: describeError(error) },
        'request failed',
      );
    return send(reply, request, options.problemPage(undefined, which, request.id));
  });
  await app.register(async (machines) => {
    machines.removeAllContentTypeParsers();
    machines.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostOfMachine }, (_, body, done) =>
      done(null, body),
    );
    for (const route of options.routes) if (route.machine) addRoute(machines, options, route);
  });
  for (const route of options.routes) if (!route.machine) addRoute(app, options, route);
  return app;
}

function addRoute(app: FastifyInstance, options: ServerOptions, route: Route): void {
  app.route({
    method: route.method,
    url: route.path,
    ...(route.perMinute
      ? {
          config: {
            rateLimit: {
              max: route.perMinute,
              timeWindow: '1 minute',
              errorResponseBuilder: () => new TooMany(),
            },
          },
        }
      : {}),
    handler: (request, reply) => serve(options, route, request, reply),
  });
}

class TooMany extends Error {
  readonly statusCode = 429;
}

function problemOf(error: unknown): Problem {
  if (error instanceof DatabaseUnavailable) return 'unavailable';
  if (error instanceof TooMany) return 'too-many';
  const { statusCode: status, message } = error as { statusCode?: number; message?: string };
  if (/^(Unexpected end of|Multipart:|Malformed|Part terminated)/.test(message ?? '')) return 'bad-request';
  return status !== undefined && status >= 400 && status < 500 ? 'bad-request' : 'failed';
}

async function serve(
  options: ServerOptions,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const token = route.machine ? undefined : request.cookies[sessionCookie];
  let session: Session | undefined;
  let actor: Actor = publicActor;
  try {
    session = token ? await options.sessions.find(token, !route.byItself) : undefined;
    actor = session ? await options.actorOf(session) : publicActor;
  } catch (error) {
    // Public pages go on while the database is away; all others wait for it.
    if (!(error instanceof DatabaseUnavailable && route.permission.public && route.method === 'GET'))
      throw error;
  }
  const locale: Locale = request.cookies['mc-lang'] === 'en' ? 'en' : 'vi';
  const ctx = pageCtx({
    options,
    request,
    reply,
    actor,
    session: actor.kind === 'public' && session?.kind !== 'visitor' ? undefined : session,
    locale,
  });

  if (route.method === 'POST' && !route.machine && !(await isOurOwnForm(options, request, ctx))) {
    return send(reply, request, options.problemPage(ctx, 'forbidden', request.id));
  }
  if (!allows(actor, route.permission)) {
    const which =
      actor.kind === 'public' || (actor.kind === 'citizen' && actor.guest) ? 'sign-in' : 'forbidden';
    return send(reply, request, options.problemPage(ctx, which, request.id));
  }
  const input = route.input.safeParse({
    ...(request.query as object),
    ...ctx.fields,
    ...(request.params as object),
  });
  if (!input.success) {
    return send(
      reply,
      request,
      options.problemPage(ctx, route.method === 'GET' ? 'not-found' : 'bad-request', request.id),
    );
  }
  const answer = await route.handle(ctx, input.data);
  const final = answer.kind === 'problem' ? options.problemPage(ctx, answer.problem, request.id) : answer;
  if (actor.kind !== 'public' || route.method === 'POST') reply.header('cache-control', 'no-store');
  return send(reply, request, final);
}

/** Same origin by what the browser says of itself, and the token bound to its cookie. */
async function isOurOwnForm(options: ServerOptions, request: FastifyRequest, ctx: PageCtx): Promise<boolean> {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined && origin !== options.origin) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  const bound = ctx.session ? request.cookies[sessionCookie] : request.cookies[visitorCookie];
  const header = request.headers['x-csrf-token'];
  const query = (request.query as Record<string, unknown>)['_csrf'];
  const given =
    (request.body as Record<string, unknown> | undefined)?.['_csrf'] ??
    header ??
    (request.isMultipart() ? query : undefined);
  return bound !== undefined && typeof given === 'string' && options.sessions.csrfMatches(bound, given);
}

async function send(reply: FastifyReply, _request: FastifyRequest, answer: Reply): Promise<unknown> {
  switch (answer.kind) {
    case 'html':
      reply.headers(answer.headers ?? {});
      if (!reply.getHeader('cache-control')) reply.header('cache-control', 'private, no-cache');
      return reply.code(answer.status).type('text/html; charset=utf-8').send(Buffer.from(answer.body.text));
    case 'redirect':
      return reply.redirect(answer.to, answer.status ?? 303);
    case 'json':
      return reply.code(answer.status).header('cache-control', 'no-store').send(answer.body);
    case 'bytes':
      reply.headers({
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
        ...answer.headers,
      });
      return reply
        .code(answer.status)
        .type(answer.type)
        .send(answer.bytes instanceof Uint8Array ? Buffer.from(answer.bytes) : answer.bytes);
    case 'problem':
      throw new Error('A problem must be worded by its surface before it is sent');
  }
}

function sendAsset(
  assets: ReadonlyMap<string, Asset>,
  request: FastifyRequest,
  reply: FastifyReply,
): unknown {
  const asset = assets.get(request.url.split('?')[0] ?? '');
  if (!asset) return reply.code(404).type('text/plain').send('Not found');
  const accepts = String(request.headers['accept-encoding'] ?? '');
  const [bytes, encoding] = /\bbr\b/.test(accepts)
    ? [asset.brotli, 'br']
    : /\bgzip\b/.test(accepts)
      ? [asset.gzip, 'gzip']
      : [asset.plain, undefined];
  reply.headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' });
  if (encoding) reply.header('content-encoding', encoding);
  return reply.type(asset.type).send(bytes);
}
