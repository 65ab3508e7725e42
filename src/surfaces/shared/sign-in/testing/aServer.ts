import {
  type CitizenIdentityProvider,
  type OfficerIdentityProvider,
  openActors,
} from '#capabilities/identity';
import { openUnits } from '#capabilities/organisations';
import { done, refused } from '#kernel/outcome';
import { asPlainDate, SetClock } from '#kernel/time';
import type { Database } from '#platform/db';
import { html } from '#platform/html';
import { buildServer, htmlReply } from '#platform/http';
import { createLog } from '#platform/log';
import { Sessions } from '#platform/sessions';
import { aWorkingMorning } from '#test/database';
import { type SignInDeps, signInRoutes } from '../index.ts';

/** A provider that says what a test tells it to say. */
export interface Scripted {
  /** Answer to the next steps; `undefined` is a good one. */
  refusal: string | undefined;
  subject: string;
}

function providers(said: Scripted): Pick<SignInDeps, 'citizen' | 'officer'> {
  const both = (name: string) => ({
    async begin(returnTo: string) {
      if (said.refusal) return refused({ code: said.refusal });
      const keep = { state: 's', nonce: 'n', verifier: 'v', startedAt: aWorkingMorning, returnTo };
      return done({ url: `https://${name}.example.vn/auth`, keep });
    },
    signOutUrl: () => `https://${name}.example.vn/out`,
  });
  const citizen: CitizenIdentityProvider = {
    ...both('vneid'),
    async finish() {
      if (said.refusal) return refused({ code: said.refusal });
      const personalNumber = `0891900000${said.subject.padStart(2, '0')}`;
      const birthDate = asPlainDate('1990-05-17');
      return done({
        subject: said.subject,
        personalNumber,
        name: `Người ${said.subject}`,
        birthDate,
        loa: 2,
        provider: 'vneid',
      });
    },
  };
  const officer: OfficerIdentityProvider = {
    ...both('province'),
    async finish() {
      if (said.refusal) return refused({ code: said.refusal });
      return done({ subject: said.subject, name: '', provider: 'province' });
    },
  };
  return { citizen, officer };
}

export type Answer = {
  status: number;
  location: string;
  body: string;
  cookies: Readonly<Record<string, string>>;
};

/** The sign-in pages behind the real server; a browser is a jar of cookies. */
export async function aServer(db: Database) {
  const clock = new SetClock(aWorkingMorning);
  const said: Scripted = { refusal: undefined, subject: '1' };
  const sessions = new Sessions(db, clock, '11'.repeat(32));
  const actors = openActors({ db, clock, units: openUnits(db, clock) });
  const bound: string[] = [];
  const app = await buildServer({
    routes: signInRoutes({
      place: 'province',
      ...providers(said),
      sessions,
      frame: (ctx, { title, body }) =>
        html`<!doctype html><title>${title}</title><i data-actor="${ctx.actor.kind}"></i>${body}`,
      guestMayGoTo: (path) => path.startsWith('/nop/'),
      async afterBinding(_ctx, guest, person) {
        bound.push(`${guest} → ${person}`);
      },
    }),
    assets: new Map(),
    db,
    sessions,
    clock,
    log: createLog('test', 'silent'),
    hosts: ['localhost'],
    origin: 'http://localhost',
    formTargets: [],
    actorOf: (session) => actors.actorOf(session),
    problemPage: (_ctx, which) =>
      htmlReply(html`${which}`, which === 'sign-in' ? 401 : which === 'too-many' ? 429 : 403),
    observe: () => {},
    maxInFlight: 100,
    maxFileSize: 1000,
  });

  const aBrowser = () => {
    const jar: Record<string, string> = {};
    const send = async (
      method: 'GET' | 'POST',
      url: string,
      form?: Record<string, string>,
    ): Promise<Answer> => {
      const reply = await app.inject({
        method,
        url,
        headers: { host: 'localhost', 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile' },
        cookies: jar,
        ...(form && { payload: new URLSearchParams(form).toString() }),
        ...(form && {
          headers: {
            host: 'localhost',
            'content-type': 'application/x-www-form-urlencoded',
            origin: 'http://localhost',
          },
        }),
      });
      for (const cookie of reply.cookies) {
        if (cookie.value === '') delete jar[cookie.name];
        else jar[cookie.name] = cookie.value;
      }
      return {
        status: reply.statusCode,
        location: String(reply.headers['location'] ?? ''),
        body: reply.body,
        cookies: { ...jar },
      };
    };
    return {
      jar,
      get: (url: string) => send('GET', url),
      /** Posts with the anti-forgery value that the page before carried. */
      post: (url: string, page: Answer, form: Record<string, string> = {}) =>
        send('POST', url, { _csrf: /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '', ...form }),
    };
  };
  return { said, sessions, actors, bound, clock, aBrowser, close: () => app.close() };
}
