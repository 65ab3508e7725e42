import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#kernel/time';
import { bodyOf, listen, nothing, page, send, sendHalf, stop } from '#platform/loopback';
import { answerMethod } from './api.ts';
import { type Behaviour, behaviour as behaviourShape } from './behaviour.ts';
import { answerConsent, beginConsent, type ConsentParts } from './consent.ts';
import { type Certify, CredentialShelf } from './credentials.ts';
import { Grants } from './grants.ts';
import { answerPushed, answerToken, type Client } from './oauth.ts';
import { PinPad } from './pin-pad.ts';
import { fault, garbled, type Reply } from './reply.ts';
import { style } from './style.ts';
import { sentencePage } from './views.ts';

export interface RemoteSigningSimulatorOptions extends Client {
  /** 0 takes any free port. */
  readonly port: number;
  /** Keys of invented people are kept here. */
  readonly folder: string;
  readonly clock: Clock;
  /** The authority that answers for its keys. */
  readonly certify: Certify;
}

export interface RemoteSigningSimulator {
  /** For `openRemoteSigning`. */
  readonly url: string;
  /** Replaces the behaviour; `{}` is good behaviour. Also by POST of the same JSON to `/mo-phong/hanh-vi`. */
  behave(behaviour: Behaviour): void;
  stop(): Promise<void>;
}

const formMethods: Readonly<Record<string, typeof answerToken>> = {
  '/oauth2/token': answerToken,
  '/oauth2/pushed_authorize': answerPushed,
};

/** A provider of remote signing on loopback, "SimCA", with the page of consent. Never for real people. */
export async function startRemoteSigningSimulator(
  options: RemoteSigningSimulatorOptions,
): Promise<RemoteSigningSimulator> {
  const { clock } = options;
  let behaviour: Behaviour = {};
  let origin = '';
  const stopped = new AbortController();
  const grants = new Grants(clock);
  const shelf = new CredentialShelf(options);
  const consents: ConsentParts = { client: options, shelf, grants, pins: new PinPad(clock) };

  function visit(req: IncomingMessage, url: URL, body: string): Reply {
    const method = req.method === 'HEAD' ? 'GET' : (req.method ?? 'GET');
    if (url.pathname === '/kieu.css')
      return { ...nothing(200), headers: { 'content-type': 'text/css; charset=utf-8' }, body: style };
    if (url.pathname === '/oauth2/authorize')
      return method === 'GET' ? beginConsent(consents, url.searchParams) : nothing(405);
    const [, consent] = /^\/dong-y\/([\w-]+)$/.exec(url.pathname) ?? [];
    if (consent !== undefined) return answerConsent(consents, method, consent, new URLSearchParams(body));
    return page(sentencePage('Không có trang này', 'Hãy bắt đầu từ nơi nộp hồ sơ.'), 404);
  }

  async function answerCall(req: IncomingMessage, url: URL, body: string): Promise<Reply> {
    const type = (req.headers['content-type'] ?? '').split(';')[0];
    if (req.method !== 'POST') return nothing(405);
    const form = formMethods[url.pathname];
    if (form)
      return type === 'application/x-www-form-urlencoded'
        ? form(new URLSearchParams(body), options, grants)
        : nothing(415);
    if (type !== 'application/json') return nothing(415);
    const [, token = ''] = /^Bearer (\S+)$/.exec(req.headers.authorization ?? '') ?? [];
    const asked = { method: url.pathname.slice('/csc/v2/'.length), token, behaviour };
    let read: unknown;
    try {
      read = JSON.parse(body === '' ? '{}' : body);
    } catch {
      return fault('invalid_request', 'The body is not JSON');
    }
    return answerMethod({ shelf, grants, origin: () => origin }, { ...asked, body: read });
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', 'http://simulator');
    if (url.pathname === '/mo-phong/hanh-vi') {
      // Asked for, so that no other page in the browser can send it without the browser's leave.
      if (req.method !== 'POST' || req.headers['content-type'] !== 'application/json')
        return send(res, nothing(415));
      behaviour = behaviourShape.parse(JSON.parse((await bodyOf(req)).toString('utf8')));
      return send(res, nothing(204));
    }
    // As it was when the call came: what is set meanwhile is for the next.
    const now = behaviour;
    if (now.down) return void req.socket.destroy();
    const called = url.pathname.startsWith('/csc/v2/') || url.pathname in formMethods;
    const body = (await bodyOf(req)).toString('utf8');
    if (called && now.errors) return send(res, nothing(now.errors === true ? 503 : now.errors));
    const reply = called ? await answerCall(req, url, body) : visit(req, url, body);
    if (now.slowMs) await sleep(now.slowMs, undefined, { signal: stopped.signal });
    if (!called) return send(res, reply);
    const shown = now.garbage ? garbled(now.garbage) : reply;
    return now.halfAnswer ? sendHalf(res, shown) : send(res, shown);
  }

  const server = createServer((req, res) => {
    answer(req, res).catch(() => {
      if (stopped.signal.aborted || res.headersSent) return void req.socket.destroy();
      send(res, page(sentencePage('Không đọc được', 'Yêu cầu này không đúng định dạng.'), 400));
    });
  });
  server.requestTimeout = 10_000;
  server.headersTimeout = 5000;
  server.maxConnections = 200;
  origin = `http://127.0.0.1:${await listen(server, options.port)}`;

  return {
    url: origin,
    behave(next) {
      behaviour = behaviourShape.parse(next);
    },
    stop() {
      stopped.abort();
      return stop(server);
    },
  };
}
