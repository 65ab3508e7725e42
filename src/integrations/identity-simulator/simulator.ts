import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type Provider from 'oidc-provider';
import { bodyOf, listen, stop } from '#platform/loopback';
import { type Choice, codeIsRight, codeOf, search } from './people.ts';
import { buildProvider, type ProviderParts } from './provider.ts';
import { choosePage, codePage, sentencePage, style } from './views.ts';

const mostBytes = 10_000;

/** How it misbehaves, for tests and try-outs. */
export interface Behaviour {
  /** Every answer waits this long. */
  readonly slowMs?: number;
  /** Connections are cut without an answer. */
  readonly down?: boolean;
  /** Officers come in by password alone. */
  readonly withoutSecondFactor?: boolean;
}

export interface SimulatedIssuer {
  readonly issuer: string;
  /** Replaces the behaviour; `{}` is good behaviour. Also by POST of the same JSON to `/mo-phong/hanh-vi`. */
  behave(behaviour: Behaviour): void;
  stop(): Promise<void>;
}

export interface SimulatorParts extends Omit<ProviderParts, 'issuer'> {
  /** 0 takes any free port. */
  readonly port: number;
  readonly choices: () => Promise<readonly Choice[]>;
  readonly secondFactor: boolean;
}

/** One issuer on loopback with its page of invented people. */
export async function startSimulator(parts: SimulatorParts): Promise<SimulatedIssuer> {
  let behaviour: Behaviour = {};
  // The issuer's name holds its port, so the pages come once the server listens.
  const site: { handle?: (req: IncomingMessage, res: ServerResponse) => Promise<void> } = {};
  const server = createServer((req, res) => {
    const answer = async () => {
      if (req.url === '/mo-phong/hanh-vi' && req.method === 'POST') {
        // Asked for, so that no other page in the browser can send it without the browser's leave.
        if (req.headers['content-type'] !== 'application/json') return void res.writeHead(415).end();
        behaviour = JSON.parse((await bodyOf(req, mostBytes)).toString('utf8')) as Behaviour;
        return void res.writeHead(204).end();
      }
      if (behaviour.down) return void req.socket.destroy();
      if (behaviour.slowMs) await sleep(behaviour.slowMs);
      await site.handle?.(req, res);
    };
    answer().catch(() => {
      if (!res.headersSent) res.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
      res.end(
        sentencePage(parts.look, 'Không tiếp tục được', 'Lần đăng nhập này đã hết hạn. Hãy bắt đầu lại.'),
      );
    });
  });
  const port = await listen(server, parts.port);
  const issuer = `http://127.0.0.1:${port}`;
  const provider = buildProvider({ ...parts, issuer });
  site.handle = pages(provider, parts, () => behaviour);
  return {
    issuer,
    behave(next) {
      behaviour = next;
    },
    stop: () => stop(server),
  };
}

/** Whoever tries things out changes persons all the time: each sign-in asks anew who it is. */
function forgetWhoIsSignedIn(req: IncomingMessage, name: string): void {
  const kept = (req.headers.cookie ?? '')
    .split('; ')
    .filter((cookie) => !cookie.startsWith(`${name}-session`));
  req.headers.cookie = kept.join('; ');
}

function pages(provider: Provider, parts: SimulatorParts, behaviour: () => Behaviour) {
  const { look, keys } = parts;
  const callback = provider.callback();
  const html = (res: ServerResponse, status: number, body: string): void => {
    res
      .writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
      })
      .end(body);
  };
  const finish = (req: IncomingMessage, res: ServerResponse, subject: string, methods: readonly string[]) =>
    provider.interactionFinished(
      req,
      res,
      {
        login: {
          accountId: subject,
          amr: [...methods],
          acr: methods.length > 1 ? 'urn:motcua:2' : 'urn:motcua:1',
        },
      },
      { mergeWithLastSubmission: false },
    );

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const url = new URL(req.url ?? '/', 'http://simulator');
    if (url.pathname === '/kieu.css')
      return void res.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(style);
    const asked = /^\/chon\/([\w-]+)(?:\/(ma|thoi))?$/.exec(url.pathname);
    if (!asked) {
      if (url.pathname.startsWith('/auth')) forgetWhoIsSignedIn(req, parts.name);
      return callback(req, res);
    }

    // Throws without the cookie of the browser that began.
    const { uid } = await provider.interactionDetails(req, res);
    if (uid !== asked[1]) throw new Error('Another interaction');
    if (req.method !== 'POST') {
      const words = url.searchParams.get('q') ?? '';
      return html(res, 200, choosePage(look, { uid, words, choices: search(await parts.choices(), words) }));
    }
    const form = new URLSearchParams((await bodyOf(req, mostBytes)).toString('utf8'));
    if (asked[2] === 'thoi')
      return provider.interactionFinished(
        req,
        res,
        { error: 'access_denied' },
        { mergeWithLastSubmission: false },
      );
    const choice = await parts.find(form.get('subject') ?? '');
    if (!choice) throw new Error('Nobody');
    if (!parts.secondFactor || behaviour().withoutSecondFactor)
      return finish(req, res, choice.subject, ['pwd']);
    const now = Date.now();
    const code = codeOf(keys.codeKey, choice.subject, now);
    if (asked[2] !== 'ma') return html(res, 200, codePage(look, { uid, choice, code, wrong: false }));
    if (!codeIsRight(keys.codeKey, choice.subject, form.get('code') ?? '', now))
      return html(res, 422, codePage(look, { uid, choice, code, wrong: true }));
    return finish(req, res, choice.subject, ['pwd', 'otp']);
  };
}
